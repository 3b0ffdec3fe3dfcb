/**
 * Departments are found, not named: a task says line (条), level (块) and role; the case's item and
 * region say which department that is.
 */
import type { EntityManager } from 'typeorm';
import {
  findBody,
  isLevel,
  isZone,
  organisationOf,
  significant,
  type Charge,
  type ItemAuthority,
  type Organisation,
} from '../../people/index.js';
import { leadOf } from '../items/index.js';

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
  const { line, level } = authority?.line && authority.level ? (authority as Charge) : wanted;
  return findBody(manager, query.region, { line, level });
}

/** Fills in what the task leaves out from the department that leads. */
async function whatIsWanted(
  manager: EntityManager,
  query: DepartmentQuery,
): Promise<Charge | null> {
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
