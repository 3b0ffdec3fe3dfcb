/** How far a case's workflow has come: what it throws leaves only when its step is in history. */
import { WorkflowNotFoundError } from '@temporalio/client';
import { POSITION_QUERY, type CasePosition } from '../../../workflows/contracts/case.js';
import type { ThrownRow } from '../subscriptions/index.js';
import { PATIENCE, type Reach } from './cases-reached.js';

type Standing = Pick<CasePosition, 'step' | 'cause'>;

/** Where the workflow stands by its history; null = before its start. @throws when it cannot say now */
export async function positionOf(reach: Reach, number: string): Promise<Standing | null> {
  try {
    const handle = reach.temporal.workflow.getHandle(number);
    return await reach.temporal.withDeadline(Date.now() + PATIENCE, () =>
      handle.query<CasePosition>(POSITION_QUERY),
    );
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return lastPosition(reach, number);
    throw error;
  }
}

/** A workflow that ended so long ago that Temporal forgot it: its rows are what is left. */
async function lastPosition(reach: Reach, number: string): Promise<Standing | null> {
  const [row] = await reach.dataSource.query<{ step: number; cause: string }[]>(
    `SELECT step, cause FROM cases WHERE number = $1 AND ended`,
    [number],
  );
  return row ?? null;
}

export const isInHistory = (row: ThrownRow, { step, cause }: Standing): boolean =>
  step > row.step || (step === row.step && cause === row.cause);
