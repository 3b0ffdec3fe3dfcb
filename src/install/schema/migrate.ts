import { DataSource } from 'typeorm';
import { databaseOptions } from '../../platform/database/index.js';
import { migrations } from './migrations/index.js';

/** Brings the schema up to date; safe to call by several processes at once (advisory lock). */
export async function migrate(dataSource: DataSource): Promise<void> {
  const schema = await new DataSource({
    ...databaseOptions((dataSource.options as { url: string }).url),
    migrations,
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
