/** What pages show of regions. */
import type { EntityManager } from 'typeorm';
import type { Region } from './rows.js';

/** The regions directly under `parent`, by code; the city itself when `parent` is left out. */
export async function regionTree(manager: EntityManager, parent?: string): Promise<Region[]> {
  return manager.query<Region[]>(
    `SELECT code, name, level, parent, valid_from::text AS "validFrom", valid_to::text AS "validTo"
     FROM region
     WHERE parent IS NOT DISTINCT FROM $1 AND valid_from <= current_date
       AND (valid_to IS NULL OR valid_to > current_date)
     ORDER BY code`,
    [parent ?? null],
  );
}

/** Full name from the city down, such as 鞍山市海城市响堂街道; a zone's name; the code itself if unknown. */
export async function regionName(manager: EntityManager, code: string): Promise<string> {
  const [row] = await manager.query<{ name: string | null }[]>(
    `WITH RECURSIVE up AS (
       SELECT code, name, parent, 1 AS depth FROM region WHERE code = $1
       UNION ALL
       SELECT r.code, r.name, r.parent, depth + 1 FROM region r JOIN up ON r.code = up.parent)
     SELECT coalesce(string_agg(name, '' ORDER BY depth DESC),
       (SELECT name FROM organisation WHERE id = $1)) AS name FROM up`,
    [code],
  );
  return row?.name ?? code;
}
