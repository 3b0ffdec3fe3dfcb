/** Bodies of the city by place and line (条块): which organisation of a line acts in an area at a level. */
import type { EntityManager } from 'typeorm';
import type { Organisation, RegionLevel } from './rows.js';

/** How many digits of a region's code name its ancestor at a level. */
const DIGITS: Record<RegionLevel, number> = { city: 4, county: 6, township: 9, village: 12 };

export const isLevel = (level: string): level is RegionLevel => Object.hasOwn(DIGITS, level);
export const isZone = (region: string) => !/^\d+$/.test(region);

/** `210300` and `2103` name the same city; a code is compared by what it has in common with its parts. */
export const significant = (code: string) => (code.length === 6 ? code.replace(/00$/, '') : code);

/**
 * The region's ancestor at the level, itself included; null when the region lies above that level:
 * a case of the whole county has no township.
 */
export function ancestorAt(region: string, level: RegionLevel): string | null {
  const own = significant(region);
  if (own.length < DIGITS[level]) return null;
  return own.slice(0, DIGITS[level]).padEnd(6, '0');
}

/** `o-2103`, `o-210381`, `o-210381003`: the id of a region's government, and stem of its bodies' ids. */
export function organisationId(region: string): string {
  return `o-${region.length === 6 ? region.replace(/00$/, '') : region}`;
}

const ORGANISATION = `SELECT id, name, kind, line, also_lines AS "alsoLines", level, region,
  parent_id AS "parentId", vertical, service_area AS "serviceArea", credit_code AS "creditCode",
  valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM organisation`;

/** What a body is charged with: a line (条) at a level (块). */
export interface Charge {
  line: string;
  level: RegionLevel;
}

/** The line's own body goes before one that also carries it, a branch before others. */
export async function findBody(
  manager: EntityManager,
  region: string,
  { line, level }: Charge,
): Promise<Organisation | null> {
  const zone = isZone(region) ? await organisationOf(manager, region) : null;
  const place = zone ? await parentRegion(manager, zone) : region;
  const area = place && ancestorAt(place, level);
  // Below the city a zone has only the bodies of its own.
  const inZone = zone && level !== 'city';
  if (!inZone && !area) return null;
  const [found] = await manager.query<Organisation[]>(
    `${ORGANISATION}
     WHERE level = $1 AND (line = $2 OR also_lines @> ARRAY[$2]) AND kind NOT IN ('window', 'zone')
       AND valid_from <= current_date AND (valid_to IS NULL OR valid_to > current_date)
       AND ${inZone ? 'parent_id = $3' : '(region = $3 OR service_area @> ARRAY[$3])'}
     ORDER BY line = $2 DESC, kind = 'branch' DESC, id LIMIT 1`,
    [level, line, inZone ? zone.id : area],
  );
  return found ?? null;
}

async function parentRegion(manager: EntityManager, zone: Organisation): Promise<string | null> {
  const parent = zone.parentId ? await organisationOf(manager, zone.parentId) : null;
  return parent?.region ?? null;
}

/** @returns null when there is no such organisation */
export async function organisationOf(
  manager: EntityManager,
  id: string,
): Promise<Organisation | null> {
  const [found] = await manager.query<Organisation[]>(`${ORGANISATION} WHERE id = $1`, [id]);
  return found ?? null;
}
