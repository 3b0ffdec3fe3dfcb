/**
 * A step that was recorded and lost with worker and server before it was history (decision 1, commands as
 * rows, and recorded steps) is in the tables and not in its workflow, until what caused it comes again.
 */
import type { ApplicationFailure } from '@temporalio/client';
import type { EntityManager } from 'typeorm';

/**
 * Whether a workflow refused something at an earlier step than its case has on record: of what the later
 * steps opened it knows nothing, so that this is no answer.
 */
export async function refusedTooEarly(
  manager: Pick<EntityManager, 'query'>,
  caseNumber: string,
  { details }: ApplicationFailure,
): Promise<boolean> {
  const [step] = details ?? [];
  if (typeof step !== 'number') return false;
  const [row] = await manager.query<{ step: number }[]>(
    `SELECT step FROM cases WHERE number = $1`,
    [caseNumber],
  );
  return row !== undefined && step < row.step;
}
