/** Published versions of items, as the day says which of them holds. None is ever overwritten. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { cancelledToday } from '../standing-sql.js';
import type { ItemDefinition, StoredItem, Translation } from './definition/index.js';

const COLUMNS = `code, version, kind, type, name, state, published_at AS "publishedAt",
  effective_from::text AS "effectiveFrom", data`;

/**
 * One published version of an item: the one in force today, unless `version` says otherwise.
 * @throws DomainError `item-not-found`
 */
export async function publishedItem(
  manager: EntityManager,
  code: string,
  version?: number,
): Promise<StoredItem> {
  const [item] =
    version === undefined
      ? await manager.query<StoredItem[]>(`SELECT ${COLUMNS} FROM item_in_force WHERE code = $1`, [
          code,
        ])
      : await manager.query<StoredItem[]>(
          `SELECT ${COLUMNS} FROM item WHERE code = $1 AND state = 'published' AND version = $2`,
          [code, version],
        );
  if (!item) throw itemNotFound(code);
  return item;
}

export const itemNotFound = (code: string) =>
  notFound('item-not-found', `目录中没有事项 ${code}；请从事项列表中选择。`, { item: code });

/** The department that leads an item; null when there is no such item. */
export async function leadOf(
  manager: EntityManager,
  code: string,
): Promise<ItemDefinition['lead'] | null> {
  const [row] = await manager.query<{ lead: ItemDefinition['lead'] | null }[]>(
    `SELECT data->'lead' AS lead FROM item_in_force WHERE code = $1`,
    [code],
  );
  return row?.lead ?? null;
}

/**
 * The items in force whose name holds `q` or whose code begins with it; without internal and cancelled
 * ones. One-stop matters first.
 */
export async function listItems(
  manager: EntityManager,
  q = '',
  codes: readonly string[] | null = null,
): Promise<StoredItem[]> {
  return manager.query<StoredItem[]>(
    `SELECT ${COLUMNS} FROM item_in_force i
      WHERE NOT coalesce((data->>'internal')::boolean, false)
        AND ($1 = '' OR position($1 IN name) > 0 OR starts_with(code, $1))
        AND ($2::text[] IS NULL OR code = ANY ($2))
        AND NOT ${cancelledToday('i.code')}
      ORDER BY kind = 'one-stop' DESC, code`,
    [q.trim(), codes],
  );
}

/** What lists say of the items in force, where it has a translation: their names, results and lines. */
export async function listedInEnglish(manager: EntityManager): Promise<Translation[]> {
  const rows = await manager.query<{ translation: Translation }[]>(
    `SELECT DISTINCT ON (t ->> 'chinese') t AS translation
       FROM item_in_force i, jsonb_array_elements(i.data -> 'english') t
      WHERE NOT coalesce((i.data ->> 'internal')::boolean, false)
        AND NOT ${cancelledToday('i.code')}
        AND t ->> 'chinese' IN (i.name, i.data #>> '{guide,summary}', i.data #>> '{result,name}')
      ORDER BY t ->> 'chinese', i.code`,
  );
  return rows.map(({ translation }) => translation);
}
