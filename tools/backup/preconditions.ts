/** What must hold before a backup is put back; nothing has been changed until here. */
import { existsSync, readFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { migrationsNamed } from '../../src/install/schema/index.js';
import { parsePayloadKeys } from '../../src/platform/payload-keys.js';
import { PARTS, fingerprints, type Manifest } from './manifest.js';
import { withDatabase } from './servers.js';
import { unfit } from './tables.js';
import { keepsOwnFiles, type Target } from './target.js';

/** @returns `PAYLOAD_KEYS` that open what is put back @throws Error with one sentence */
export async function requireFit(
  source: string,
  manifest: Manifest,
  target: Target,
): Promise<string> {
  migrationsNamed(manifest.migrations);
  const payloadKeys = keysFor(source, manifest, target);
  await requireEmptyFolder(target);
  if (target.databaseUrl) await requireOwnDatabase(target.databaseUrl, manifest);
  if (Array.isArray(manifest.engine) && target.engineUrls.length > 0)
    await requireEngineDatabases(manifest.engine, target.engineUrls);
  return payloadKeys;
}

/** Without the keys of then, what is put back can be read by nobody. */
function keysFor(source: string, manifest: Manifest, target: Target): string {
  const file = join(source, PARTS.keys);
  const kept = existsSync(file)
    ? (JSON.parse(readFileSync(file, 'utf8')) as { PAYLOAD_KEYS?: string }).PAYLOAD_KEYS
    : undefined;
  const keys = target.payloadKeys ?? kept;
  if (!keys) throw new Error('备份中没有密钥；请设置备份时的 PAYLOAD_KEYS 再恢复。');
  const given = fingerprints(parsePayloadKeys(keys));
  const missing = Object.entries(manifest.keys ?? {}).find(([id, print]) => given[id] !== print);
  if (missing)
    throw new Error(
      `PAYLOAD_KEYS 中没有备份时的密钥 ${missing[0]}（或不是同一把）；没有它，备份读不出来。`,
    );
  return keys;
}

/** Another than the data folder's is not moved aside. */
async function requireEmptyFolder(target: Target): Promise<void> {
  const { storageDir } = target;
  if (keepsOwnFiles(target) || !existsSync(storageDir)) return;
  if ((await readdir(storageDir)).length > 0)
    throw new Error(`文件夹 ${storageDir} 不是空的；请先移走其中的文件。`);
}

/** Somebody's tables are not thrown away; what a restore that failed left are nobody's. */
async function requireOwnDatabase(url: string, manifest: Manifest): Promise<void> {
  const taken = await withDatabase(url, undefined, async (dataSource) => {
    const [row] = await dataSource.query<[{ tables: number; migrated: boolean }]>(
      `SELECT count(*)::int AS tables, to_regclass('public.migration') IS NOT NULL AS migrated
         FROM pg_tables WHERE schemaname = 'public'`,
    );
    if (row.tables === 0) return false;
    if (!row.migrated) return true;
    const [ours] = await dataSource.query<[{ later: boolean; used: boolean }]>(
      `SELECT EXISTS (SELECT 1 FROM migration WHERE name <> ALL ($1)) AS later,
              EXISTS (SELECT 1 FROM cases) OR EXISTS (SELECT 1 FROM person) AS used`,
      [manifest.migrations],
    );
    return ours.later || (ours.used && !(await isLeftover(dataSource)));
  });
  if (taken) throw new Error('DATABASE_URL 指向的数据库不是空的；请新建一个空数据库再恢复。');
  const why = await unfit(url, manifest.tables, { same: false });
  if (why) throw new Error(`DATABASE_URL：${why}`);
}

/** Marked by a restore that never came to its end: nobody was served from it. */
async function isLeftover(dataSource: { query<T>(text: string): Promise<T> }): Promise<boolean> {
  const [row] = await dataSource.query<{ mark: string | null }[]>(`SELECT mark FROM store_mark`);
  return row?.mark?.startsWith(PUT_BACK) ?? false;
}

/** Begins the mark of tables that are not yet of one time with a Temporal. */
export const PUT_BACK = 'restored-';

/** Made by Temporal's own tool, in the version of then, and used by nobody. */
async function requireEngineDatabases(
  copies: Exclude<Manifest['engine'], 'file' | null>,
  urls: string[],
): Promise<void> {
  if (copies.length !== urls.length)
    throw new Error(
      `备份中 Temporal 的数据库有 ${copies.length} 个，TEMPORAL_DATABASE_URLS 有 ${urls.length} 个；没有恢复任何内容。`,
    );
  for (const [place, url] of urls.entries()) {
    const why = (await unfit(url, copies[place]!, { same: true })) ?? (await inUse(url));
    if (why) throw new Error(`TEMPORAL_DATABASE_URLS 的第 ${place + 1} 个数据库：${why}`);
  }
}

/** Namespace of what Temporal runs for itself. */
const SYSTEM = '32049b68-7872-4094-8e63-d0dd59896a83';

async function inUse(url: string): Promise<string | null> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const others = await client.query(
      `SELECT 1 FROM pg_stat_activity
        WHERE datname = current_database() AND pid <> pg_backend_pid()
          AND backend_type IS DISTINCT FROM 'autovacuum worker'`,
    );
    if (others.rowCount) return '还有程序连接着；请先停止 Temporal。';
    const { rows } = await client.query<{ runs: string | null; searches: string | null }>(
      `SELECT to_regclass('executions') AS runs, to_regclass('executions_visibility') AS searches`,
    );
    const [{ runs, searches }] = rows as [{ runs: string | null; searches: string | null }];
    const holds = runs
      ? `SELECT 1 FROM executions WHERE namespace_id <> decode(replace($1, '-', ''), 'hex') LIMIT 1`
      : searches
        ? `SELECT 1 FROM executions_visibility WHERE namespace_id <> $1 LIMIT 1`
        : null;
    if (holds && (await client.query(holds, [SYSTEM])).rowCount)
      return '其中有工作流；请给出新建的数据库（用 Temporal 自己的工具建好结构）。';
    return null;
  } finally {
    await client.end();
  }
}
