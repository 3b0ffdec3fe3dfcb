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
import { UNINTERRUPTED } from './interruption.js';

/** What a folder of rows consists of. */
export interface TablesCopy {
  tables: { name: string; columns: string[] }[];
  /** Last values; null = never asked. */
  sequences: { name: string; last: string | null }[];
}

const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
const fileOf = (folder: string, table: string): string => join(folder, `${table}.copy.gz`);
const listOf = (columns: string[]): string => columns.map(quoted).join(', ');

/** A database that is not there says so within this, ms. */
const ANSWERS_WITHIN = 10_000;

async function connected(url: string, signal: AbortSignal = UNINTERRUPTED): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: url,
    application_name: 'onestop-backup',
    connectionTimeoutMillis: ANSWERS_WITHIN,
  });
  client.on('error', () => undefined);
  // What it is asked is given up.
  signal.addEventListener('abort', () => void client.end().catch(() => undefined));
  await client.connect();
  signal.throwIfAborted();
  return client;
}

/** Connections to databases that are looked at as each is at one instant. */
export class Snapshots {
  private readonly clients: pg.Client[] = [];

  constructor(private readonly signal: AbortSignal) {}

  async of(url: string): Promise<Snapshot> {
    const client = await connected(url, this.signal);
    this.clients.push(client);
    return new Snapshot(client);
  }

  /** All that were made, whatever became of them. */
  async close(): Promise<void> {
    await Promise.allSettled(this.clients.map((client) => client.end()));
  }
}

export class Snapshot {
  constructor(private readonly client: pg.Client) {}

  /** From here on the database is seen as it is now, whatever is written later. */
  async begin(): Promise<void> {
    await this.client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    // The first statement is what fixes the instant.
    await this.client.query('SELECT 1');
  }

  async rows<Row extends object>(text: string): Promise<Row[]> {
    return (await this.client.query<Row>(text)).rows;
  }

  /** @throws Error with one sentence where this user may not see all of it */
  async writeTo(folder: string, signal: AbortSignal): Promise<TablesCopy> {
    const sequences = await this.sequences();
    const tables = await this.rows<TablesCopy['tables'][number]>(TABLES);
    for (const { name, columns } of tables) {
      const rows = this.client.query(to(`COPY ${quoted(name)} (${listOf(columns)}) TO STDOUT`));
      const file = createWriteStream(fileOf(folder, name), { mode: 0o600 });
      await pipeline(rows, createGzip(), file, { signal });
    }
    return { tables, sequences };
  }

  private async sequences(): Promise<TablesCopy['sequences']> {
    const found = await this.rows<TablesCopy['sequences'][number] & { seen: boolean }>(
      `SELECT sequencename AS name, last_value::text AS last,
              has_sequence_privilege(format('%I.%I', schemaname, sequencename), 'SELECT') AS seen
         FROM pg_sequences WHERE schemaname = 'public' ORDER BY 1`,
    );
    // Its value would read as one that was never asked, and begin anew.
    const hidden = found.find(({ seen }) => !seen);
    if (hidden) throw new Error(`数据库用户无权读取序列 ${hidden.name}；请改用数据表的所有者。`);
    return found.map(({ name, last }) => ({ name, last }));
  }
}

/** Of every table its columns, but those that the database computes. */
const TABLES = `
  SELECT c.relname AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
   WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND a.attnum > 0
     AND NOT a.attisdropped AND a.attgenerated = ''
   GROUP BY c.relname ORDER BY c.relname`;

/**
 * Why these rows cannot be put into a database, before anything is: one sentence, null = they can.
 * @param same whether its tables have to be those of the copy; else they are made later
 */
export async function unfit(
  url: string,
  copy: TablesCopy,
  { same }: { same: boolean },
): Promise<string | null> {
  const client = await connected(url);
  try {
    const { rows: rights } = await client.query<{ may: boolean; who: string }>(
      `SELECT has_parameter_privilege('session_replication_role', 'SET') AS may, current_user AS who`,
    );
    const [{ may, who }] = rights as [{ may: boolean; who: string }];
    if (!may)
      return `用户 ${who} 无权设置 session_replication_role；请由超级用户执行 GRANT SET ON PARAMETER session_replication_role TO ${who};`;
    if (!same) return null;
    const { rows: tables } = await client.query<TablesCopy['tables'][number]>(TABLES);
    return sameTables(tables, copy.tables)
      ? null
      : '其中的数据表与备份中的不同（版本不同，或不是同一种数据库）';
  } finally {
    await client.end();
  }
}

const sameTables = (one: TablesCopy['tables'], other: TablesCopy['tables']): boolean =>
  JSON.stringify(columnsByTable(one)) === JSON.stringify(columnsByTable(other));

const columnsByTable = (tables: TablesCopy['tables']) =>
  tables.map(({ name, columns }) => [name, ...[...columns].sort()]);

/**
 * Puts rows back into a database that has the tables already; what is in them goes. All or nothing.
 * @throws the database's error, such as a column that is not there
 */
export async function putBack(
  url: string,
  folder: string,
  copy: TablesCopy,
  signal: AbortSignal,
): Promise<void> {
  const client = await connected(url, signal);
  try {
    await client.query('BEGIN');
    // Neither triggers nor references: what they kept true is true of the rows together.
    await client.query(`SET LOCAL session_replication_role = 'replica'`);
    await client.query(
      `TRUNCATE ${copy.tables.map(({ name }) => quoted(name)).join(', ')} CASCADE`,
    );
    for (const { name, columns } of copy.tables) {
      const rows = client.query(from(`COPY ${quoted(name)} (${listOf(columns)}) FROM STDIN`));
      await pipeline(createReadStream(fileOf(folder, name)), createGunzip(), rows, { signal });
    }
    for (const { name, last } of copy.sequences)
      if (last !== null) await client.query(`SELECT setval($1, $2)`, [quoted(name), last]);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}
