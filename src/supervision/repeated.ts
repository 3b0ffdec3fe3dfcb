/** A card or an order has the caller's Idempotency-Key as its id: sent twice it is issued once. */
import type { EntityManager } from 'typeorm';
import { conflict } from '../platform/errors.js';

/**
 * @returns whether the caller issued it before under the same key. Two that come at once wait for each
 *   other till the end of the transaction, so that the second finds the first.
 * @throws DomainError `key-of-another`
 */
export async function issuedBefore(
  manager: EntityManager,
  kind: 'card' | 'order',
  id: string,
  person: string,
): Promise<boolean> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [id]);
  const table = kind === 'card' ? 'card' : 'supervision_order';
  const [row] = await manager.query<{ issuer: string | null }[]>(
    `SELECT (SELECT person_id FROM supervision_act a
              WHERE a.${kind}_id = k.id AND a.act = 'issued' ORDER BY a.id LIMIT 1) AS issuer
       FROM ${table} k WHERE k.id = $1`,
    [id],
  );
  if (!row) return false;
  if (row.issuer === person) return true;
  throw conflict('key-of-another', '该操作编号已用过。请换一个 Idempotency-Key 后重试。');
}
