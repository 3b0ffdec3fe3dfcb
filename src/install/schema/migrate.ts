import { DataSource } from 'typeorm';
import { databaseOptions } from '../../platform/database/index.js';
import { migrations } from './migrations/index.js';

/** Brings the schema up to date; safe to call by several processes at once (advisory lock). */
export const migrate = (dataSource: DataSource): Promise<void> => run(dataSource, migrations);

/** Brings an empty database to the schema an earlier release left; throws as `migrationsNamed` does. */
export const migrateTo = (dataSource: DataSource, names: readonly string[]): Promise<void> =>
  run(dataSource, migrationsNamed(names));

/**
 * Migrations by their names.
 * @throws Error naming one that this release does not know
 */
export function migrationsNamed(names: readonly string[]): (typeof migrations)[number][] {
  const known = new Map(migrations.map((migration) => [new migration().name, migration]));
  return names.map((name) => {
    const migration = known.get(name);
    if (!migration)
      throw new Error(`本版本不认识数据库结构 ${name}；请用备份时的版本或更新的版本。`);
    return migration;
  });
}

async function run(
  dataSource: DataSource,
  wanted: readonly (typeof migrations)[number][],
): Promise<void> {
  const schema = await new DataSource({
    ...databaseOptions((dataSource.options as { url: string }).url),
    migrations: [...wanted],
    migrationsTableName: 'migration',
  }).initialize();
  const runner = schema.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(8890)`);
    await schema.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(8890)`);
    await runner.release();
    await schema.destroy();
  }
}

/** Of every migration that this program knows: what a schema must have had before it serves. */
export const migrationNames: readonly string[] = migrations.map(({ name }) => name);
