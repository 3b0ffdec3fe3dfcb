/**
 * The city's organisations, made from its regions and a table of lines. Who exists is data
 * (`demonstration/organisations.json`); this only says how the data unfolds over the regions.
 */
import type { Organisation, OrganisationKind, RegionLevel } from './rows.js';
import { creditCode } from '../../platform/identifiers.js';
import type { RegionRow } from './regions.js';

/** A line of departments; `{place}`, `{city}`, `{short}` in names stand for the region's names. */
export interface LineDefinition {
  line: string;
  city: string;
  county: string;
  /** Name in a city's district, where it differs. */
  countyDistrict?: string;
  vertical?: boolean;
  /** Line of the department it is part of. */
  under?: string;
}

export interface AuthorityDefinition {
  item: string;
  area: string;
  replaces: { line: string; level: RegionLevel };
  line?: string;
  level?: RegionLevel;
  organisation?: string;
  inNameOf?: string;
  regulator?: string;
  note: string;
}

export interface OrganisationsData {
  version: number;
  city: string;
  lines: LineDefinition[];
  merged: { region: string; line: string; into: string; note: string }[];
  branches: { line: string; name: string; nameDistrict?: string }[];
  townshipLines: string[];
  villageLines: string[];
  windows: { city: number; county: number; township: number };
  zones: { id: string; name: string; under: string; lines: string[] }[];
  authorities: AuthorityDefinition[];
}

export type OrganisationRow = Omit<Organisation, 'validFrom' | 'validTo'>;

/** `o-2103`, `o-210381`, `o-210381003`: the id of a region's government, and stem of its bodies' ids. */
export function organisationId(region: string): string {
  return `o-${region.length === 6 ? region.replace(/00$/, '') : region}`;
}

const isDistrict = (name: string) => name.endsWith('区');
const shortName = (name: string) => name.replace(/(满族自治县|风景区|街道|区|县|市|镇|乡)$/, '');

interface Place {
  region: RegionRow;
  /** Name as it stands before a body's: 鞍山市铁东区, 海城市, 海城市响堂街道. */
  full: string;
  city: string;
  district: boolean;
}

function fill(template: string, place: Place, township = ''): string {
  return template
    .replaceAll('{place}', place.full)
    .replaceAll('{city}', place.city)
    .replaceAll('{short}', shortName(place.region.name))
    .replaceAll('{township}', township);
}

function body(
  kind: OrganisationKind,
  level: RegionLevel,
  fields: Partial<OrganisationRow> & Pick<OrganisationRow, 'id' | 'name'>,
): OrganisationRow {
  return {
    kind,
    level,
    line: null,
    alsoLines: [],
    region: null,
    parentId: null,
    vertical: false,
    serviceArea: [],
    creditCode: null,
    ...fields,
  };
}

function windows(hall: OrganisationRow, count: number): OrganisationRow[] {
  return Array.from({ length: count }, (_, i) =>
    body('window', hall.level, {
      id: `${hall.id}-w${i + 1}`,
      name: `${hall.name}${i + 1}号窗口`,
      line: hall.line,
      region: hall.region,
      parentId: hall.id,
    }),
  );
}

function government(place: Place, name: string, parentId: string | null, serial: string) {
  const { code, level } = place.region;
  return body('government', level, {
    id: organisationId(code),
    name,
    line: 'government',
    region: code,
    parentId,
    creditCode: creditCode('11', code.slice(0, 6), serial),
  });
}

/** The departments of a city or county by line, its hall and the hall's windows. */
function departments(data: OrganisationsData, place: Place, above: string | null) {
  const { code, level } = place.region;
  const stem = organisationId(code);
  const merged = data.merged.filter((merge) => merge.region === code);
  const rows: OrganisationRow[] = [];
  data.lines.forEach((definition, index) => {
    if (merged.some((merge) => merge.line === definition.line)) return;
    const template =
      level === 'city'
        ? definition.city
        : ((place.district ? definition.countyDistrict : undefined) ?? definition.county);
    const upper = above && `${above}-${definition.line}`;
    const superior = definition.under ? `${stem}-${definition.under}` : stem;
    const department = body(
      definition.line === 'service-centre' ? 'service-centre' : 'department',
      level,
      {
        id: `${stem}-${definition.line}`,
        name: fill(template, place),
        line: definition.line,
        alsoLines: merged.filter((m) => m.into === definition.line).map((m) => m.line),
        region: code,
        parentId: definition.vertical ? upper : superior,
        vertical: definition.vertical ?? false,
        creditCode: creditCode('11', code, `MB90${String(index + 1).padStart(4, '0')}`),
      },
    );
    rows.push(department);
    if (department.kind === 'service-centre') {
      rows.push(...windows(department, data.windows[level === 'city' ? 'city' : 'county']));
    }
  });
  return rows;
}

function townshipGovernmentName(place: Place): string {
  const { name } = place.region;
  if (name.endsWith('街道')) return `${place.full}办事处`;
  return `${place.full}${name.endsWith('区') ? '管理委员会' : '人民政府'}`;
}

/** A township: its government, service centre and enforcement team, and the county's branches in it. */
function township(data: OrganisationsData, place: Place, county: Place): OrganisationRow[] {
  const { code, name } = place.region;
  const stem = organisationId(code);
  const countyStem = organisationId(county.region.code);
  const own = { region: code, parentId: stem };
  const centre = body('service-centre', 'township', {
    ...own,
    id: `${stem}-service-centre`,
    name: `${place.full}便民服务中心`,
    line: 'service-centre',
  });
  return [
    {
      ...government(place, townshipGovernmentName(place), countyStem, `MB800${code.slice(6)}`),
      alsoLines: data.townshipLines,
    },
    centre,
    ...windows(centre, data.windows.township),
    body('enforcement-team', 'township', {
      ...own,
      id: `${stem}-urban`,
      name: `${place.full}综合行政执法队`,
      line: 'urban',
    }),
    ...data.branches.map((branch) => {
      const template = (county.district ? branch.nameDistrict : undefined) ?? branch.name;
      return body('branch', 'township', {
        id: `${stem}-${branch.line}`,
        name: fill(template, county, shortName(name)),
        line: branch.line,
        parentId: `${countyStem}-${branch.line}`,
        vertical: data.lines.find((line) => line.line === branch.line)?.vertical ?? false,
        serviceArea: [code],
      });
    }),
  ];
}

function station(data: OrganisationsData, region: RegionRow): OrganisationRow {
  const name = region.name
    .replace(/居民委员会$|居委会$/, '')
    .replace(/村民委员会$|村委会$/, '村')
    .replace(/村村$/, '村');
  return body('station', 'village', {
    id: `${organisationId(region.code)}-station`,
    name: `${name}便民服务站`,
    line: 'service-centre',
    alsoLines: data.villageLines,
    region: region.code,
    parentId: organisationId(region.parent!),
  });
}

/** A development zone has no region code; its bodies hang on it alone. */
function zone(data: OrganisationsData, definition: OrganisationsData['zones'][number]) {
  const names: Record<string, string> = { 'service-centre': '政务服务中心' };
  return [
    body('zone', 'county', {
      id: definition.id,
      name: `${definition.name}管理委员会`,
      parentId: organisationId(definition.under),
    }),
    ...definition.lines.map((line) =>
      body(line === 'service-centre' ? 'service-centre' : 'department', 'county', {
        id: `${definition.id}-${line}`,
        name:
          definition.name +
          (names[line] ?? data.lines.find((l) => l.line === line)?.city.replace(/\{.*?\}/g, '')),
        line,
        parentId: definition.id,
      }),
    ),
  ];
}

/** Every organisation of the city: governments, departments, branches, teams, stations, windows, zones. */
export function buildOrganisations(
  data: OrganisationsData,
  regions: RegionRow[],
): OrganisationRow[] {
  const city = regions.find((region) => region.code === data.city)!;
  const place = (region: RegionRow, full: string): Place => ({
    region,
    full,
    city: city.name,
    district: isDistrict(region.name),
  });
  const cityPlace = place(city, city.name);
  const cityStem = organisationId(city.code);
  const counties = regions.filter((region) => region.level === 'county');
  return [
    government(cityPlace, `${city.name}人民政府`, null, 'MB900000'),
    ...departments(data, cityPlace, null),
    ...counties.flatMap((county) => {
      const countyPlace = place(
        county,
        isDistrict(county.name) ? city.name + county.name : county.name,
      );
      return [
        government(countyPlace, `${countyPlace.full}人民政府`, cityStem, 'MB900000'),
        ...departments(data, countyPlace, cityStem),
        ...regions
          .filter((region) => region.parent === county.code)
          .flatMap((town) =>
            township(data, place(town, countyPlace.full + town.name), countyPlace),
          ),
      ];
    }),
    ...regions.filter((region) => region.level === 'village').map((v) => station(data, v)),
    ...data.zones.flatMap((definition) => zone(data, definition)),
  ];
}
