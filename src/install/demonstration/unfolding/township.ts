/** Bodies of a township and of its villages. */
import type { OrganisationsData } from '../organisations-data.js';
import { organisationId, type RegionRow } from '../../../people/index.js';
import { body, fill, shortName, windows, type OrganisationRow, type Place } from './body.js';
import { government } from './county.js';

function townshipGovernmentName(place: Place): string {
  const { name } = place.region;
  if (name.endsWith('街道')) return `${place.full}办事处`;
  return `${place.full}${name.endsWith('区') ? '管理委员会' : '人民政府'}`;
}

/** A township: its government, service centre and enforcement team, and the county's branches in it. */
export function township(data: OrganisationsData, place: Place, county: Place): OrganisationRow[] {
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

export function station(data: OrganisationsData, region: RegionRow): OrganisationRow {
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
