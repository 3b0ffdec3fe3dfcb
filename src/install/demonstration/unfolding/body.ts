/** A body of the city in its place: how its row, its id and its name are made. */
import type {
  Organisation,
  OrganisationKind,
  RegionLevel,
  RegionRow,
} from '../../../people/index.js';

export type OrganisationRow = Omit<Organisation, 'validFrom' | 'validTo'>;

export const shortName = (name: string) =>
  name.replace(/(满族自治县|风景区|街道|区|县|市|镇|乡)$/, '');

export interface Place {
  region: RegionRow;
  /** Name as it stands before a body's: 鞍山市铁东区, 海城市, 海城市响堂街道. */
  full: string;
  city: string;
  district: boolean;
}

export function fill(template: string, place: Place, township = ''): string {
  return template
    .replaceAll('{place}', place.full)
    .replaceAll('{city}', place.city)
    .replaceAll('{short}', shortName(place.region.name))
    .replaceAll('{township}', township);
}

export function body(
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

export function windows(hall: OrganisationRow, count: number): OrganisationRow[] {
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
