/** Items and their versions in the database; a published version is never overwritten. */
import { readdirSync, readFileSync } from 'node:fs';
import type { DataSource, EntityManager } from 'typeorm';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import type { ItemDefinition, StoredItem } from './definition/index.js';
import { validateItem } from './validate.js';

const ITEMS = new URL('../../../demonstration/items/', import.meta.url);
const COLUMNS = `code, version, kind, type, name, state, published_at AS "publishedAt", data`;

/** The items of the demonstration, as their files have them. */
export function demonstrationItems(): ItemDefinition[] {
  return readdirSync(ITEMS)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => JSON.parse(readFileSync(new URL(file, ITEMS), 'utf8')) as ItemDefinition);
}

/** Publishes the demonstration's items; those already there are left alone. */
export async function loadCatalogue(dataSource: DataSource): Promise<void> {
  const items = demonstrationItems();
  await dataSource.transaction((manager) => publishItems(manager, items));
}

/**
 * Publishes versions of items together, so that a one-stop matter may come with its children.
 * A version that is there with the same content is left as it is.
 * @throws DomainError `invalid-item` with every problem, `version-published`
 */
export async function publishItems(manager: EntityManager, items: ItemDefinition[]): Promise<void> {
  for (const item of items) refuseInvalid(item);
  for (const item of items) await insertVersion(manager, item);
  for (const item of items) await refuseMissingChildren(manager, item);
}

function refuseInvalid(item: ItemDefinition): void {
  const problems = validateItem(item);
  if (problems.length === 0) return;
  const first = problems[0]!;
  throw unprocessable(
    'invalid-item',
    `事项“${item.name}”有 ${problems.length} 处不合要求：${first.path} ${first.message}`,
    { item: item.code, problems },
  );
}

async function insertVersion(manager: EntityManager, item: ItemDefinition): Promise<void> {
  await manager.query(
    `INSERT INTO item (code, version, kind, type, name, data, state, published_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'published', now())
     ON CONFLICT (code, version) DO NOTHING`,
    [item.code, item.version, item.kind, item.type, item.name, JSON.stringify(item)],
  );
  const [stored] = await manager.query<{ same: boolean }[]>(
    `SELECT data = $3::jsonb AS same FROM item WHERE code = $1 AND version = $2`,
    [item.code, item.version, JSON.stringify(item)],
  );
  if (!stored?.same) {
    throw conflict(
      'version-published',
      `事项“${item.name}”第 ${item.version} 版已经发布，内容不能再改；请提高版本号后重新发布。`,
      { item: item.code, version: item.version },
    );
  }
}

async function refuseMissingChildren(manager: EntityManager, item: ItemDefinition): Promise<void> {
  const codes = (item.children ?? []).map((child) => child.item);
  const missing = await manager.query<{ code: string }[]>(
    `SELECT code FROM unnest($1::text[]) AS c (code)
     WHERE NOT EXISTS (SELECT 1 FROM item WHERE item.code = c.code AND state = 'published')`,
    [codes],
  );
  if (missing.length === 0) return;
  const names = missing.map(({ code }) => code).join('、');
  throw unprocessable(
    'invalid-item',
    `一件事“${item.name}”引用的事项 ${names} 不在目录中；请先发布这些事项。`,
    { item: item.code, missing: missing.map(({ code }) => code) },
  );
}

/**
 * One published version of an item, the newest unless `version` says otherwise.
 * @throws DomainError `item-not-found`
 */
export async function publishedItem(
  manager: EntityManager,
  code: string,
  version?: number,
): Promise<StoredItem> {
  const [item] = await manager.query<StoredItem[]>(
    `SELECT ${COLUMNS} FROM item
     WHERE code = $1 AND state = 'published' AND ($2::integer IS NULL OR version = $2)
     ORDER BY version DESC LIMIT 1`,
    [code, version ?? null],
  );
  if (!item) {
    throw notFound('item-not-found', `目录中没有事项 ${code}；请从事项列表中选择。`, {
      item: code,
    });
  }
  return item;
}

/** The department that leads the newest version of an item; null when there is no such item. */
export async function leadOf(
  manager: EntityManager,
  code: string,
): Promise<ItemDefinition['lead'] | null> {
  const [row] = await manager.query<{ lead: ItemDefinition['lead'] | null }[]>(
    `SELECT data->'lead' AS lead FROM item
     WHERE code = $1 AND state = 'published' ORDER BY version DESC LIMIT 1`,
    [code],
  );
  return row?.lead ?? null;
}

/** The newest versions whose name holds `q` or whose code begins with it; without internal items. */
export async function listItems(manager: EntityManager, q = ''): Promise<StoredItem[]> {
  return manager.query<StoredItem[]>(
    `SELECT * FROM (
       SELECT DISTINCT ON (code) ${COLUMNS} FROM item WHERE state = 'published'
       ORDER BY code, version DESC) AS newest
     WHERE NOT coalesce((data->>'internal')::boolean, false)
       AND ($1 = '' OR position($1 IN name) > 0 OR starts_with(code, $1))
     ORDER BY kind = 'one-stop' DESC, code`,
    [q.trim()],
  );
}
