/** 一次性告知 (行政许可法 32): who asks for corrections a second time is told so by name. */
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { askedOnce, legalActOf, PERMIT_LAW } from '../../../workflows/law/index.js';
import { conflict } from '../../platform/errors.js';

/** @throws DomainError 409 `illegal-move` when corrections were asked for before */
export async function requireAskedOnce(
  manager: EntityManager,
  { case_number: number, act }: { case_number: string; act: string | null },
  outcome: string | undefined,
): Promise<void> {
  if (legalActOf(act ?? undefined, outcome) !== 'correct') return;
  const [row] = await manager.query<{ state: CaseState; law: string | null }[]>(
    `SELECT state, clock_rules ->> 'law' AS law FROM cases c WHERE number = $1 AND EXISTS (
       SELECT 1 FROM legal_move m WHERE m.case_number = c.number AND m.act = 'correct'
          AND NOT m.superseded)`,
    [number],
  );
  if (!row) return;
  const law = row.law ?? PERMIT_LAW;
  throw conflict('illegal-move', askedOnce(row, { law, accepts: true, decides: true }));
}
