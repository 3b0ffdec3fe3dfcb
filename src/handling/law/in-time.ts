/** The law itself has answered a task: who comes later is told so (行政许可法 32, 50). */
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { alreadyAccepted, alreadyRenewed, PERMIT_LAW } from '../../../workflows/law/index.js';
import { conflict } from '../../platform/errors.js';

interface Task {
  case_number: string;
  act: string | null;
  state: string;
}

const TERMS = { law: PERMIT_LAW, accepts: true, decides: true };

/** @throws DomainError 409 `illegal-move` when silence, or the end of a licence, completed the task */
export async function requireInTime(
  manager: EntityManager,
  { case_number: number, act, state }: Task,
): Promise<void> {
  if ((act !== 'accept' && act !== 'decide') || state !== 'completed') return;
  const [row] = await manager.query<{ state: CaseState; deemed: boolean; renewed: boolean }[]>(
    `SELECT state, deemed_accepted AS deemed,
            licence_ends_at IS NOT NULL AND EXISTS (
              SELECT 1 FROM legal_move m WHERE m.case_number = number AND m.act = 'deem-renewed'
                 AND NOT m.superseded) AS renewed
       FROM cases WHERE number = $1`,
    [number],
  );
  if (row?.renewed) {
    throw conflict(
      'illegal-move',
      alreadyRenewed(act === 'accept' ? 'accept' : 'refuse', row, TERMS),
    );
  }
  if (row?.deemed && act === 'accept') throw conflict('illegal-move', alreadyAccepted(row, TERMS));
}
