/** The table of who decides what where, and the items that somewhere nobody decides. */
import type { EntityManager } from 'typeorm';
import type { RegionLevel } from '../../people/index.js';

export interface AuthorityRow {
  item: string;
  itemName: string | null;
  area: string;
  areaName: string | null;
  replacesLine: string;
  replacesLevel: string;
  line: string | null;
  level: string | null;
  organisation: string | null;
  organisationName: string | null;
  inNameOf: string | null;
  inNameOfName: string | null;
  regulator: string | null;
  regulatorName: string | null;
  note: string;
  kept: boolean;
}

const MOST = 500;

export interface SoughtAuthority {
  item?: string;
  /** A body that it names. */
  organisation?: string;
}

export function listAuthorities(
  manager: EntityManager,
  territory: string | null,
  { item, organisation }: SoughtAuthority,
): Promise<AuthorityRow[]> {
  return manager.query<AuthorityRow[]>(
    `SELECT a.item_code AS item,
            (SELECT i.name FROM item i WHERE i.code = a.item_code ORDER BY i.version DESC LIMIT 1)
              AS "itemName",
            a.area, coalesce(r.name, z.name) AS "areaName", a.replaces_line AS "replacesLine",
            a.replaces_level AS "replacesLevel", a.line, a.level,
            a.organisation_id AS organisation, o.name AS "organisationName",
            a.in_name_of AS "inNameOf", b.name AS "inNameOfName", a.regulator,
            g.name AS "regulatorName", a.note,
            coalesce($1::text IS NULL OR starts_with(a.area, $1) OR u.county = $1, false) AS kept
       FROM item_authority a LEFT JOIN region r ON r.code = a.area
       LEFT JOIN organisation z ON z.id = a.area LEFT JOIN unit u ON u.id = a.area
       LEFT JOIN organisation o ON o.id = a.organisation_id
       LEFT JOIN organisation b ON b.id = a.in_name_of
       LEFT JOIN organisation g ON g.id = a.regulator
      WHERE ($2::text IS NULL OR a.item_code = $2)
        AND ($3::text IS NULL OR $3 IN (a.organisation_id, a.in_name_of, a.regulator))
      ORDER BY a.item_code, a.area, a.replaces_line, a.replaces_level LIMIT ${MOST}`,
    [territory, item ?? null, organisation ?? null],
  );
}

export interface Gap {
  item: string;
  itemName: string;
  area: string;
  areaName: string;
  line: string;
  level: RegionLevel;
}

/**
 * Items that nobody decides somewhere: there is no body of the lead's line and level, and no line of the
 * table names one. Lines and levels are few, so each is looked for once in each place, however many items
 * there are.
 */
export function gapsOf(manager: EntityManager, territory: string | null): Promise<Gap[]> {
  return manager.query<Gap[]>(
    `WITH led AS (
       SELECT code, name, data -> 'lead' ->> 'line' AS line, data -> 'lead' ->> 'level' AS level
         FROM item_in_force
        WHERE NOT coalesce((data ->> 'internal')::boolean, false) AND data ? 'lead'),
     missing AS (
       SELECT w.line, w.level, r.code, r.name
         FROM (SELECT DISTINCT line, level FROM led) w
         JOIN region r ON r.level = w.level AND (r.valid_to IS NULL OR r.valid_to > current_date)
        WHERE w.level <> 'village' AND ($1::text IS NULL OR starts_with(r.code, $1))
          AND NOT EXISTS (
            SELECT 1 FROM organisation o
             WHERE o.level = w.level AND (o.line = w.line OR o.also_lines @> ARRAY[w.line])
               AND o.kind NOT IN ('window', 'zone')
               AND (o.region = r.code OR o.service_area @> ARRAY[r.code])
               AND o.valid_from <= current_date AND (o.valid_to IS NULL OR o.valid_to > current_date)))
     SELECT l.code AS item, l.name AS "itemName", m.code AS area, m.name AS "areaName", m.line, m.level
       FROM led l JOIN missing m ON m.line = l.line AND m.level = l.level
      WHERE NOT EXISTS (
        SELECT 1 FROM item_authority a
         WHERE a.item_code = l.code AND a.replaces_line = l.line AND a.replaces_level = l.level
           AND starts_with(m.code, CASE WHEN length(a.area) = 6 AND a.area LIKE '%00'
                                        THEN left(a.area, 4) ELSE a.area END))
      ORDER BY l.code, m.code LIMIT ${MOST}`,
    [territory],
  );
}
