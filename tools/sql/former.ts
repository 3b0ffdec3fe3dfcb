/**
 * The former release works on the new schema while its processes are exchanged: every statement of it,
 * kept when it was released (`npm run sql -- --keep`), is prepared on the present schema and takes and gives
 * the same types still.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync, gzipSync } from 'node:zlib';
import pg from 'pg';
import { ROOT } from '../start/settings.js';
import type { Finding } from './findings.js';

const FILE = new URL('./former-release.json.gz', import.meta.url);
/** The commit whose statements they are; `test/chaos/former-release.long.test.ts` runs its API. */
const COMMIT = new URL('./former-release.commit', import.meta.url);

/** A statement and the types of its parameters and columns, as PostgreSQL names them. */
type Kept = [sql: string, types: string];

/** Statements without parameters or rows, which cannot be prepared. */
const UTILITY = /^\s*(SET|LOCK|NOTIFY|LISTEN|UNLISTEN|TRUNCATE)\b/i;

/** @throws the database's error where it does not take the statement */
async function typesOf(client: pg.Client, sql: string): Promise<string> {
  await client.query(`PREPARE former AS ${sql}`);
  try {
    const { rows } = await client.query<{ types: string }>(
      `SELECT parameter_types::text || ' → ' || coalesce(result_types::text, '') AS types
         FROM pg_prepared_statements WHERE name = 'former'`,
    );
    return rows[0]!.types;
  } finally {
    await client.query('DEALLOCATE former');
  }
}

async function connected<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Keeps the statements of the release that is made now. @returns how many */
export function keepStatements(url: string, statements: readonly string[]): Promise<number> {
  return connected(url, async (client) => {
    const kept: Kept[] = [];
    for (const sql of statements.filter((one) => !UTILITY.test(one)).sort())
      kept.push([sql, await typesOf(client, sql)]);
    writeFileSync(FILE, gzipSync(JSON.stringify(kept), { level: 9 }));
    writeFileSync(COMMIT, execFileSync('git', ['rev-parse', 'HEAD'], { cwd: ROOT }));
    return kept.length;
  });
}

/** Statements of the former release that the schema no longer serves as before. */
export function checkFormer(
  url: string,
  kept: readonly Kept[] = JSON.parse(gunzipSync(readFileSync(FILE)).toString()) as Kept[],
): Promise<Finding[]> {
  return connected(url, async (client) => {
    const findings: Finding[] = [];
    for (const [sql, types] of kept) {
      const now = await typesOf(client, sql).catch((error: Error) => error.message);
      if (now === types) continue;
      const text = sql.replace(/\s+/g, ' ').slice(0, 160);
      findings.push({
        place: 'tools/sql/former-release.json.gz',
        code: 'former-release',
        about: `${now} (${types}): ${text}`,
      });
    }
    return findings;
  });
}
