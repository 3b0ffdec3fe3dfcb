/**
 * What a case throws is first a row, written with its step; it leaves the house when the step is
 * known to be in history (decision 1, commands as rows, and recorded steps), because a step may be
 * recorded and lost.
 */
import type { EntityManager } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import type { RecordInput } from '../../../workflows/contracts/case.js';

/** Writes what a step throws; part of `record`. */
export async function writeThrown(
  manager: EntityManager,
  { caseNumber, step, cause, thrown }: RecordInput,
): Promise<void> {
  if (thrown.length === 0) return;
  await manager.query(
    `INSERT INTO thrown (case_number, step, cause, kind, element, name, key, variables,
                         last_subscription)
     SELECT $1, $2, $3, t.kind, t.element, t.name, t.key, t.variables, sequence.last_value
       FROM subscription_seq_seq AS sequence,
            ROWS FROM (jsonb_to_recordset($4::jsonb) AS (
              kind text, element text, name text, key text, variables jsonb))
            WITH ORDINALITY AS t(kind, element, name, key, variables, place)
      ORDER BY t.place`,
    [caseNumber, step, cause, JSON.stringify(thrown)],
  );
}

/** Forgets what was thrown by steps that never happened; part of `record`. */
export async function forgetThrown(
  manager: EntityManager,
  { caseNumber, step }: Pick<RecordInput, 'caseNumber' | 'step'>,
): Promise<void> {
  await manager.query(
    `DELETE FROM thrown WHERE case_number = $1 AND step >= $2 AND released_at IS NULL`,
    [caseNumber, step],
  );
}

export interface ThrownRow {
  id: string;
  seq: string;
  case_number: string;
  step: number;
  cause: string;
  kind: 'message' | 'signal';
  element: string;
  name: string;
  key: string | null;
  variables: Variables;
  last_subscription: string;
}

/** Takes over rows not asked after lately; other relays pass them by. */
export async function leaseThrown(
  manager: EntityManager,
  leaseSeconds: number,
  most: number,
): Promise<ThrownRow[]> {
  const [rows] = await manager.query<[ThrownRow[], number]>(
    `UPDATE thrown SET asked_at = now()
      WHERE id IN (
        SELECT id FROM thrown
         WHERE released_at IS NULL
           AND (asked_at IS NULL OR asked_at < now() - make_interval(secs => $1))
           -- Cases in turn, each with all its throws, so that they leave in their order.
           AND case_number IN (
             SELECT case_number FROM thrown WHERE released_at IS NULL GROUP BY case_number
             HAVING coalesce(max(asked_at), '-infinity') < now() - make_interval(secs => $1)
              ORDER BY max(asked_at) NULLS FIRST, min(seq) LIMIT $2)
         FOR UPDATE SKIP LOCKED)
     RETURNING id, seq, case_number, step, cause, kind, element, name, key, variables, last_subscription`,
    [leaseSeconds, most],
  );
  return rows.sort((a, b) => Number(a.seq) - Number(b.seq));
}

/** Marks a row as released. @returns false when somebody else did, or its step was superseded */
export async function markReleased(manager: EntityManager, id: string): Promise<boolean> {
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE thrown SET released_at = now() WHERE id = $1 AND released_at IS NULL`,
    [id],
  );
  return count > 0;
}
