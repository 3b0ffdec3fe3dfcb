/** Statements that may take longer than a page may: all cases counted anew, for one. */
import type { ClientBase, QueryConfig } from 'pg';
import type { EntityManager } from 'typeorm';

/** A hundred thousand rows and their indexes; ms. */
const LONG = 600_000;

/**
 * Runs a statement of the caller's transaction with ten minutes' time instead of half a minute.
 * @returns its rows, whichever kind of statement it is
 * @throws Error outside a transaction
 */
export async function atLeisure<Rows extends unknown[]>(
  manager: EntityManager,
  text: string,
  values: unknown[] = [],
): Promise<Rows> {
  const runner = manager.queryRunner;
  if (!runner?.isTransactionActive) throw new Error('what takes long runs inside a transaction');
  await manager.query(`SET LOCAL statement_timeout = '600s'`);
  const client = (await runner.connect()) as ClientBase;
  // The driver reads it from the statement too; its types do not say so.
  const statement: QueryConfig & { query_timeout: number } = { text, values, query_timeout: LONG };
  return (await client.query(statement)).rows as Rows;
}
