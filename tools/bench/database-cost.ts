/** What PostgreSQL keeps and writes, asked of the server itself: it need not be on this machine. */
import { Client } from 'pg';

export interface DatabaseBytes {
  /** Size of the database with all its tables and indexes. */
  database: number;
  /** Journal written so far by the whole server, also by other databases on it. */
  wal: number;
}

/** @throws Error when the database does not answer */
export async function databaseBytes(url: string): Promise<DatabaseBytes> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<keyof DatabaseBytes, string>>(
      `SELECT pg_database_size(current_database()) AS database,
              pg_current_wal_lsn() - '0/0'::pg_lsn AS wal`,
    );
    return { database: Number(rows[0]!.database), wal: Number(rows[0]!.wal) };
  } finally {
    await client.end();
  }
}
