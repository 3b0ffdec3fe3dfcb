/** What PostgreSQL keeps, writes and is asked, told by the server itself: it need not be on this machine. */
import { Client } from 'pg';

export interface DatabaseBytes {
  /** Size of the database with all its tables and indexes. */
  database: number;
  /** Journal written so far by the whole server, also by other databases on it. */
  wal: number;
}

/** What the platform has asked of its database so far, as these counts do not depend on how busy the machine is. */
export interface DatabaseCounts {
  transactions: number;
  /** As `pg_stat_statements` counts them, BEGIN and COMMIT too; left out where the server does not load it. */
  statements?: number;
}

export interface StatementCount {
  calls: number;
  /** Time inside PostgreSQL, ms, of all calls together. */
  ms: number;
  text: string;
}

/** Setting of the server without which statements are not counted. */
export const COUNTING_STATEMENTS = 'shared_preload_libraries=pg_stat_statements';

async function asking<T>(url: string, ask: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await ask(client);
  } finally {
    await client.end();
  }
}

/** @throws Error when the database does not answer */
export const databaseBytes = (url: string): Promise<DatabaseBytes> =>
  asking(url, async (client) => {
    const { rows } = await client.query<Record<keyof DatabaseBytes, string>>(
      `SELECT pg_database_size(current_database()) AS database,
              pg_current_wal_lsn() - '0/0'::pg_lsn AS wal`,
    );
    return { database: Number(rows[0]!.database), wal: Number(rows[0]!.wal) };
  });

/** @throws Error when the database does not answer */
export const databaseCounts = (url: string): Promise<DatabaseCounts> =>
  asking(url, async (client) => {
    const { rows } = await client.query<{ transactions: string }>(
      `SELECT xact_commit + xact_rollback AS transactions
         FROM pg_stat_database WHERE datname = current_database()`,
    );
    const transactions = Number(rows[0]!.transactions);
    if (!(await countsStatements(client))) return { transactions };
    const counted = await client.query<{ calls: string }>(
      `SELECT coalesce(sum(calls), 0) AS calls FROM pg_stat_statements
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    );
    return { transactions, statements: Number(counted.rows[0]!.calls) };
  });

/** Each statement of the platform's database with its calls so far; none where they are not counted. */
export const statementCounts = (url: string): Promise<Map<string, StatementCount>> =>
  asking(url, async (client) => {
    if (!(await countsStatements(client))) return new Map();
    const { rows } = await client.query<{ id: string; calls: string; ms: number; text: string }>(
      `SELECT queryid::text AS id, sum(calls) AS calls, sum(total_exec_time) AS ms,
              min(query) AS text
         FROM pg_stat_statements
        WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
        GROUP BY queryid`,
    );
    return new Map(rows.map(({ id, calls, ms, text }) => [id, { calls: Number(calls), ms, text }]));
  });

/** Whether the database has the view of counts: nothing is made in a database that was only given to measure. */
async function countsStatements(client: Client): Promise<boolean> {
  const { rowCount } = await client.query(
    `SELECT FROM pg_extension WHERE extname = 'pg_stat_statements'`,
  );
  return rowCount === 1;
}

/** Makes the view of counts, in a database that is the measurement's own. */
export const countStatements = (url: string): Promise<void> =>
  asking(url, async (client) => {
    await client.query(`CREATE EXTENSION IF NOT EXISTS pg_stat_statements`);
  });
