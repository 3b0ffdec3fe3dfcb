/** The door to PostgreSQL: one way to open it, for api, worker, tools and tests. */
import { DataSource, type DataSourceOptions } from 'typeorm';
import { PreparingClient } from './prepared.js';

/** Connection options; Nest adds the entities of its modules itself. */
export function databaseOptions(url: string): DataSourceOptions & { type: 'postgres' } {
  return {
    type: 'postgres',
    url,
    synchronize: false,
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
