/** The door to PostgreSQL: one way to open it, for api, worker, tools and tests. */
import { DataSource, type DataSourceOptions } from 'typeorm';
import { migrations } from '../../install/schema/index.js';
import { PreparingClient } from './prepared.js';

/** Connection options; Nest adds the entities of its modules itself. */
export function databaseOptions(url: string): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    synchronize: false,
    migrations,
    migrationsTableName: 'migration',
    applicationName: 'onestop',
    // A server that is starting or very busy takes its time to fork a process for a connection.
    connectTimeoutMS: 10_000,
    // A database that hangs must not hang its callers: they say 503 and are asked again.
    extra: {
      Client: PreparingClient,
      max: 20,
      statement_timeout: 30_000,
      query_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}

/** Opens a connection pool. The caller closes it with `destroy()`. */
export async function openDatabase(url: string): Promise<DataSource> {
  return new DataSource(databaseOptions(url)).initialize();
}

/** Brings the schema up to date; safe to call by several processes at once (advisory lock). */
export async function migrate(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query(`SELECT pg_advisory_lock(8890)`);
    await dataSource.runMigrations({ transaction: 'each' });
  } finally {
    await runner.query(`SELECT pg_advisory_unlock(8890)`);
    await runner.release();
  }
}
