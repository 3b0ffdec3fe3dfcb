/** The door to PostgreSQL: one way to open it, for api, worker, tools and tests. */
import { DataSource, type DataSourceOptions } from 'typeorm';
import { digestKeyOf } from '../digest-key.js';
import { sealingKeysOf } from '../sealing/index.js';
import { PreparingClient } from './prepared.js';

/**
 * Connection options; Nest adds the entities of its modules itself.
 * @param payloadKeys `PAYLOAD_KEYS`; without them personal data is neither opened nor written
 * @param digestKey of `digestKeyOf`; by default the one that the payload keys give
 */
export function databaseOptions(
  url: string,
  payloadKeys?: string,
  digestKey?: string,
): DataSourceOptions & { type: 'postgres' } {
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
      // Rights, powers and deadlines follow the city's day, wherever the server stands.
      options: '-c timezone=Asia/Shanghai',
      ...(payloadKeys && {
        sealing: sealingKeysOf(
          payloadKeys,
          digestKey ?? digestKeyOf({ PAYLOAD_KEYS: payloadKeys }),
        ),
      }),
      max: 20,
      statement_timeout: 30_000,
      query_timeout: 30_000,
      idle_in_transaction_session_timeout: 60_000,
    },
  };
}

/** Opens a connection pool. The caller closes it with `destroy()`. */
export async function openDatabase(
  ...database: Parameters<typeof databaseOptions>
): Promise<DataSource> {
  return new DataSource(databaseOptions(...database)).initialize();
}

/** Longer than this a healthy database never takes; ms. */
const PATIENCE = 3_000;

/** Whether the database answers, and soon. */
export async function answers(dataSource: DataSource): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE);
  });
  const asked = dataSource.query<unknown[]>(`SELECT 1`).then(
    () => true,
    () => false,
  );
  return Promise.race([asked, late]).finally(() => clearTimeout(timer));
}
