/**
 * Asks PostgreSQL what a statement takes and gives, without running it: prepared for its types, and
 * as the body of a function for its analysed form.
 */
import pg from 'pg';
import { Meanings, type Meaning, type Parameters } from './meaning.js';
import { isNode, readTree, type Tree, type TreeNode } from './node-tree.js';
import type { Schema } from './schema.js';

export interface Described {
  /** As node-postgres names it: `SELECT`, `INSERT`, `UPDATE`, `DELETE`, `MERGE`; else `OTHER`. */
  command: string;
  /** Ids of their types. */
  parameters: string[];
  /** Needs to know which parameters may be null. */
  read(parameters: Parameters): Reading;
}

export interface Reading {
  columns: { name: string; type: string; meaning: Meaning }[];
  nullsWritten: { parameter: number; column: string }[];
}

const COMMANDS = ['', 'SELECT', 'UPDATE', 'INSERT', 'DELETE', 'MERGE'];
/** Statements without parameters or rows, which cannot be prepared; they are run and undone. */
const UTILITY = /^\s*(SET|LOCK|NOTIFY|LISTEN|UNLISTEN|TRUNCATE)\b/i;

/** PostgreSQL does not take the statement; says where in its text. */
export class Refused extends Error {}

export async function describe(client: pg.Client, schema: Schema, sql: string): Promise<Described> {
  await client.query('BEGIN');
  try {
    if (UTILITY.test(sql)) {
      await client.query(sql);
      return {
        command: 'OTHER',
        parameters: [],
        read: () => ({ columns: [], nullsWritten: [] }),
      };
    }
    await client.query(`PREPARE described AS ${sql}`);
    const types = await typesOf(client);
    const query = await analysed(client, types.parameters, sql);
    return {
      command: COMMANDS[Number(query.commandType)] ?? 'OTHER',
      parameters: types.parameters,
      read: (parameters) => {
        const meanings = new Meanings(schema, parameters);
        const columns = meanings.columns(query).map((column, index) => ({
          ...column,
          type: types.columns[index]!,
        }));
        return { columns, nullsWritten: meanings.nullsWritten(query) };
      },
    };
  } catch (error) {
    throw error instanceof pg.DatabaseError ? new Refused(told(error, sql)) : error;
  } finally {
    await client.query('ROLLBACK; DEALLOCATE ALL');
  }
}

async function typesOf(client: pg.Client): Promise<{ parameters: string[]; columns: string[] }> {
  const { rows } = await client.query<{ parameters: string[]; columns: string[] }>(
    `SELECT parameter_types::oid[]::text[] AS parameters,
            coalesce(result_types::oid[]::text[], '{}') AS columns
       FROM pg_prepared_statements WHERE name = 'described'`,
  );
  return rows[0]!;
}

async function analysed(client: pg.Client, parameters: string[], sql: string): Promise<TreeNode> {
  const { rows } = await client.query<{ list: string }>(
    `SELECT coalesce(string_agg(format_type(id::oid, NULL), ', ' ORDER BY at), '') AS list
       FROM unnest($1::text[]) WITH ORDINALITY AS parameter(id, at)`,
    [parameters],
  );
  await client.query(
    `CREATE FUNCTION pg_temp.described(${rows[0]!.list}) RETURNS void BEGIN ATOMIC ${sql}; END`,
  );
  const { rows: found } = await client.query<{ tree: string }>(
    `SELECT prosqlbody::text AS tree FROM pg_proc
      WHERE proname = 'described' AND pronamespace = pg_my_temp_schema()`,
  );
  let tree: Tree | undefined = readTree(found[0]!.tree);
  while (Array.isArray(tree)) tree = tree[0];
  if (!isNode(tree, 'QUERY')) throw new Error(`not an analysed statement: ${sql}`);
  return tree;
}

function told(error: pg.DatabaseError, sql: string): string {
  const at = Number(error.position) - 'PREPARE described AS '.length - 1;
  const near = at >= 0 ? ` near “${sql.slice(at, at + 40).replace(/\s+/g, ' ')}”` : '';
  return `${error.message}${near}${error.hint ? ` (${error.hint})` : ''}`;
}
