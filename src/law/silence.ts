/** Five days' silence has answered an acceptance task: who comes later is told so (行政许可法 32). */
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../workflows/contracts/case.js';
import { alreadyAccepted, PERMIT_LAW } from '../../workflows/law/index.js';
import { conflict } from '../platform/errors.js';

interface Task {
  case_number: string;
  act: string | null;
  state: string;
}

/** @throws DomainError 409 `illegal-move` when silence completed the task */
export async function requireInTime(
  manager: EntityManager,
  { case_number: number, act, state }: Task,
): Promise<void> {
  if (act !== 'accept' || state !== 'completed') return;
  const [row] = await manager.query<{ state: CaseState }[]>(
    `SELECT state FROM cases WHERE number = $1 AND deemed_accepted`,
    [number],
  );
  if (!row) return;
  const terms = { law: PERMIT_LAW, accepts: true, decides: true };
  throw conflict('illegal-move', alreadyAccepted(row, terms));
}
