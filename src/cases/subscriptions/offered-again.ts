/**
 * A signal that came between the loss of a step and its repetition met a workflow that did not know what the
 * step had begun to wait for, and was passed by (decision 1, commands as rows, and recorded steps).
 */
import type { EntityManager } from 'typeorm';
import type { RecordInput } from '../../../workflows/contracts/case.js';

/**
 * Sends the signals once more that reached a case since a step that is recorded again; part of `record`.
 * What the case has taken it knows by its id.
 */
export async function offerSignalsAgain(
  manager: EntityManager,
  { caseNumber, step }: Pick<RecordInput, 'caseNumber' | 'step'>,
): Promise<void> {
  await manager.query(
    `UPDATE signal_delivery SET settled_at = NULL, sent_at = NULL
      WHERE case_number = $1 AND NOT missed AND settled_at >= (
        SELECT min(recorded_at) FROM case_step WHERE case_number = $1 AND step >= $2)`,
    [caseNumber, step],
  );
}
