/**
 * The city's organisations, made from its regions and a table of lines. Who exists is data
 * (`demonstration/organisations.json`); this only says how the data unfolds over the regions.
 */
import type { OrganisationsData } from '../organisations-data.js';
import { organisationId, type RegionRow } from '../../../people/index.js';
import type { OrganisationRow, Place } from './body.js';
import { departments, government } from './county.js';
import { station, township } from './township.js';
import { zone } from './zone.js';

const isDistrict = (name: string) => name.endsWith('区');

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
