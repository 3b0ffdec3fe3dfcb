/** How far a case is: all that a program needs that waits for it, in one small statement. */
import { peopleOf } from '../../people/index.js';
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { caseNotFound, requireCase, stateName } from '../../cases/index.js';
import type { Session } from '../../people/index.js';
import type { CaseProgressDto } from './case-progress.dto.js';

interface ProgressRow {
  step: number;
  state: CaseState;
  ended: boolean;
  own: boolean;
}

/**
 * The owner of a case is known by the same row; everybody else's right is asked for, and their look noted.
 * @throws DomainError as `requireCase`
 */
export async function readProgress(
  manager: EntityManager,
  session: Session,
  number: string,
): Promise<CaseProgressDto> {
  const [row] = await manager.query<ProgressRow[]>(
    `SELECT step, state, ended, coalesce($2 = ANY (${peopleOf('cases')}), false) AS own
       FROM cases WHERE number = $1`,
    [number, session.person.id],
  );
  if (!row?.own) await requireCase(manager, session, number, 'case.read');
  if (!row) throw caseNotFound(number);
  const { step, state, ended } = row;
  return { number, step, state, stateName: stateName(state), ended };
}
