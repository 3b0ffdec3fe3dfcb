/**
 * All rows of a database at one instant, a file a table, by PostgreSQL's COPY: neither its program nor its
 * version matters to who reads them. The schema is not among them: who puts them back has it already.
 */
import { createReadStream, createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import pg from 'pg';
import { from, to } from 'pg-copy-streams';

/** What a folder of rows consists of. */
export interface TablesCopy {
  tables: { name: string; columns: string[] }[];
  /** Last values; null = never asked. */
  sequences: { name: string; last: string | null }[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy.gz`);
const listOf = (columns: string[]): string => columns.map(quoted).join(', ');

async function connected(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, application_name: 'onestop-backup' });
  client.on('error', () => undefined);
  await client.connect();
  return client;
}

/** A database as it is when this is made, whatever is written later. */
export class Snapshot {
  private constructor(private readonly client: pg.Client) {}

  static async of(url: string): Promise<Snapshot> {
    const client = await connected(url);
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // The first statement is what fixes the instant.
    await client.query('SELECT 1');
    return new Snapshot(client);
  }

  async rows<Row extends object>(text: string): Promise<Row[]> {
    return (await this.client.query<Row>(text)).rows;
  }

  async writeTo(folder: string): Promise<TablesCopy> {
    const tables = await this.rows<TablesCopy['tables'][number]>(
      `SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
         FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
        WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
          AND NOT a.attisdropped AND a.attgenerated = ''
        GROUP BY c.relname ORDER BY c.relname`,
    );
    for (const { name, columns } of tables) {
      const rows = this.client.query(to(`COPY ${quoted(name)} (${listOf(columns)}) TO STDOUT`));
      await pipeline(rows, createGzip(), createWriteStream(fileOf(folder, name), { mode: 0o600 }));
    }
    const sequences = await this.rows<TablesCopy['sequences'][number]>(
      `SELECT sequencename AS name, last_value::text AS last FROM pg_sequences
        WHERE schemaname = 'public' ORDER BY 1`,
    );
    return { tables, sequences };
  }

  async close(): Promise<void> {
    await this.client.end();
  }
}

/**
 * Puts rows back into a database that has the tables already; what is in them goes. All or nothing.
 * @throws the database's error, such as a column that is not there
 */
export async function putBack(url: string, folder: string, copy: TablesCopy): Promise<void> {
  const client = await connected(url);
  try {
    await client.query('BEGIN');
    // Neither triggers nor references: what they kept true is true of the rows together.
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    await client.query(
      `TRUNCATE ${copy.tables.map(({ name }) => quoted(name)).join(', ')} CASCADE`,
    );
    for (const { name, columns } of copy.tables) {
      const rows = client.query(from(`COPY ${quoted(name)} (${listOf(columns)}) FROM STDIN`));
      await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), rows);
    }
    for (const { name, last } of copy.sequences)
      if (last !== null) await client.query(`SELECT setval($1, $2)`, [quoted(name), last]);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
