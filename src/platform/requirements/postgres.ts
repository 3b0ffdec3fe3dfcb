/** What the programs need of PostgreSQL before they serve: version, schema, their user's rights, their keys. */
import type { DataSource } from 'typeorm';
import { requireKeys } from './keys.js';
import { requireRights } from './rights.js';
import { told } from './told.js';
import { Unfit } from './unfit.js';

/** The version every statement is proven on (`npm run sql`), and the one the tests run on. */
const OLDEST = 18;

/**
 * @param migrations names of all migrations that this program was made with
 * @throws Unfit with what is to be done
 * @throws the database's error when it cannot be reached
 */
export async function requirePostgres(
  dataSource: DataSource,
  migrations: readonly string[],
): Promise<void> {
  await requireServer(dataSource);
  await requireSchema(dataSource, migrations);
  await requireRights(dataSource);
  await requireKeys(dataSource);
}

/**
 * Version and encoding: what even the migration needs.
 * @throws Unfit
 */
export async function requireServer(dataSource: DataSource): Promise<void> {
  const [server] = await dataSource.query<[{ version: number; encoding: string }]>(
    `SELECT coalesce(current_setting('server_version_num')::int / 10000, 0) AS version,
            coalesce(current_setting('server_encoding'), '') AS encoding`,
  );
  if (server.version < OLDEST)
    throw new Unfit(`PostgreSQL 是 ${server.version}，需要 ${OLDEST} 或更新的版本，请升级数据库。`);
  if (server.encoding !== 'UTF8')
    throw new Unfit(
      `数据库的编码是 ${server.encoding}，应为 UTF8：请以 ENCODING 'UTF8' 重新建立数据库。`,
    );
}

async function requireSchema(dataSource: DataSource, migrations: readonly string[]): Promise<void> {
  const [{ made }] = await dataSource.query<[{ made: boolean }]>(
    `SELECT to_regclass('migration') IS NOT NULL AS made`,
  );
  const applied = made
    ? await dataSource.query<{ name: string }[]>(`SELECT name FROM migration`)
    : [];
  const known = new Set(applied.map(({ name }) => name));
  const missing = migrations.filter((name) => !known.has(name));
  if (missing.length === 0) return;
  throw new Unfit(
    `数据库结构比程序旧，缺少 ${told(missing)}：请先以数据库所有者运行 dist/src/main-migrate.mjs。`,
  );
}
