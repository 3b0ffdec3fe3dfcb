/**
 * Departments are found, not named: a task says line (条), level (块) and role; the case's item and
 * region say which department that is.
 */
import type { EntityManager } from 'typeorm';
import { leadOf } from '../../catalogue/index.js';
import type { ItemAuthority, Organisation, RegionLevel } from './rows.js';

export interface DepartmentQuery {
  item: string;
  /** Region code of the case, or the id of a development zone, which has no code. */
  region: string;
  /** Left out: the line of the item's lead department. */
  line?: string;
  /** Left out: the level of the item's lead department. */
  level?: string;
  /** Does not choose the department, only the people in it. */
  role?: string;
  /** Id of the department that leads the case, if it is known already. */
  leadDepartment?: string;
}

/** How many digits of a region's code name its ancestor at a level. */
const DIGITS: Record<RegionLevel, number> = { city: 4, county: 6, township: 9, village: 12 };

const isLevel = (level: string): level is RegionLevel => Object.hasOwn(DIGITS, level);
const isZone = (region: string) => !/^\d+$/.test(region);

/** `210300` and `2103` name the same city; a code is compared by what it has in common with its parts. */
const significant = (code: string) => (code.length === 6 ? code.replace(/00$/, '') : code);

/**
 * The region's ancestor at the level, itself included; null when the region lies above that level:
 * a case of the whole county has no township.
 */
export function ancestorAt(region: string, level: RegionLevel): string | null {
  const own = significant(region);
  if (own.length < DIGITS[level]) return null;
  return own.slice(0, DIGITS[level]).padEnd(6, '0');
}

interface Wanted {
  line: string;
  level: RegionLevel;
}

/**
 * The department a task belongs to, or null when there is none: the caller makes that an incident.
 * What the item's authorities say for the area goes first (the smallest area wins), then the body of
 * that line whose area at that level the case lies in.
 */
export async function resolveDepartment(
  manager: EntityManager,
  query: DepartmentQuery,
): Promise<Organisation | null> {
  if (query.leadDepartment && !query.line && !query.level) {
    return organisationOf(manager, query.leadDepartment);
  }
  const wanted = await whatIsWanted(manager, query);
  if (!wanted) return null;
  const authority = await authorityFor(manager, query.item, query.region, wanted);
  if (authority?.organisationId) return organisationOf(manager, authority.organisationId);
  const { line, level } = authority?.line && authority.level ? (authority as Wanted) : wanted;
  return findBody(manager, query.region, { line, level });
}

/** Fills in what the task leaves out from the department that leads. */
async function whatIsWanted(
  manager: EntityManager,
  query: DepartmentQuery,
): Promise<Wanted | null> {
  let { line, level } = query;
  if (!line || !level) {
    const lead = query.leadDepartment
      ? await organisationOf(manager, query.leadDepartment)
      : await leadOf(manager, query.item);
    line ??= lead?.line ?? undefined;
    level ??= lead?.level;
  }
  return line && level && isLevel(level) ? { line, level } : null;
}

/** Which body acts in this area instead of the one the process names, if the item's data say so. */
export async function authorityFor(
  manager: EntityManager,
  item: string,
  region: string,
  wanted: { line: string; level: string },
): Promise<ItemAuthority | null> {
  const rows = await manager.query<ItemAuthority[]>(
    `SELECT item_code AS "itemCode", area, replaces_line AS "replacesLine",
       replaces_level AS "replacesLevel", line, level, organisation_id AS "organisationId",
       in_name_of AS "inNameOf", regulator, note
     FROM item_authority WHERE item_code = $1 AND replaces_line = $2 AND replaces_level = $3`,
    [item, wanted.line, wanted.level],
  );
  const fitting = rows.filter(({ area }) =>
    isZone(region) || isZone(area) ? area === region : region.startsWith(significant(area)),
  );
  fitting.sort((a, b) => significant(b.area).length - significant(a.area).length);
  return fitting[0] ?? null;
}

const ORGANISATION = `SELECT id, name, kind, line, also_lines AS "alsoLines", level, region,
  parent_id AS "parentId", vertical, service_area AS "serviceArea", credit_code AS "creditCode",
  valid_from::text AS "validFrom", valid_to::text AS "validTo" FROM organisation`;

/** The line's own body goes before one that also carries it, a branch before others. */
async function findBody(
  manager: EntityManager,
  region: string,
  { line, level }: Wanted,
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
