/** How far a case is: all that a program needs that waits for it, in one small statement. */
import { peopleOf } from '../../people/index.js';
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { stateNameOf } from '../../../workflows/item-types/case-names.js';
import { caseNotFound, requireCase } from '../../cases/index.js';
import type { Session } from '../../people/index.js';
import type { CaseProgressDto } from './case-progress.dto.js';

interface ProgressRow {
  step: number;
  type: string | null;
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
    `SELECT step, state, ended,
            (SELECT type FROM item i WHERE i.code = item_code AND i.version = item_version) AS type,
            coalesce($2 = ANY (${peopleOf('cases')}), false) AS own
       FROM cases WHERE number = $1`,
    [number, session.person.id],
  );
  if (!row?.own) await requireCase(manager, session, number, 'case.read');
  if (!row) throw caseNotFound(number);
  const { step, type, state, ended } = row;
  return { number, step, state, stateName: stateNameOf(state, type), ended };
}
