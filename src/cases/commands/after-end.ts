/**
 * 送达, 归档 and 作废 of a case whose workflow has ended: nothing runs any more, the tables are the truth,
 * and the same table of transitions says what is allowed.
 */
import type { EntityManager } from 'typeorm';
import type {
  CaseAct,
  CaseAnswer,
  CaseState,
  LegalTransition,
} from '../../../workflows/contracts/case.js';
import { TRANSITIONS, tryTransition, unreasoned } from '../../../workflows/law/index.js';
import { lawOfClock } from '../../../workflows/item-types/index.js';
import type { CommandRow, Refused } from './command-row.js';
import { type StepWriter, writeTransitions } from '../recording/index.js';

interface EndedCase {
  state: CaseState;
  step: number;
  /** The law its clock ran by, as it was frozen, or else its type's; empty = none of its own. */
  law: string;
  /** 设定依据 of the item, where it was frozen on the case. */
  basis: string;
}

type Acted = { status: 'done'; answer: CaseAnswer } | { status: 'refused'; answer: Refused };

/** Does a `legal` command on an ended case; null = it has not ended, or is not there. */
export function actAfterEnd(
  manager: EntityManager,
  row: CommandRow,
  writers: readonly StepWriter[],
): Promise<Acted | null> {
  return manager.transaction(async (within) => {
    const found = await endedCase(within, row.case_number);
    if (!found) return null;
    if (await wasDone(within, row)) return done(row, found, found.state);
    const wanted = row.payload as unknown as CaseAct;
    const terms = { law: found.law, basis: found.basis, accepts: true, decides: true };
    const tried = tryTransition(wanted.act, found, terms);
    if (!tried.ok) return refused(tried.reason);
    const silent = unreasoned(wanted, found);
    if (silent) return refused(silent);
    const to = tried.position.state;
    await write(within, row, writers, {
      ...{
        act: wanted.act,
        from: found.state,
        to,
        at: Date.now(),
        by: TRANSITIONS[wanted.act].who,
      },
      ...{ article: tried.article, reason: wanted.reason, data: wanted.data },
    });
    return done(row, found, to);
  });
}

const refused = (message: string): Acted => ({
  status: 'refused',
  answer: { code: 'illegal-move', message },
});

async function endedCase(
  manager: EntityManager,
  caseNumber: string,
): Promise<EndedCase | undefined> {
  const [found] = await manager.query<
    (Omit<EndedCase, 'law'> & { law: string | null; type: string | null })[]
  >(
    `SELECT state, step, item_type AS type, clock_rules ->> 'law' AS law,
            coalesce(clock_rules ->> 'basis', '') AS basis
       FROM cases WHERE number = $1 AND ended FOR UPDATE`,
    [caseNumber],
  );
  return found && { ...found, law: lawOfClock(found.law, found.type) };
}

async function wasDone(manager: EntityManager, { id, case_number }: CommandRow): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM legal_move WHERE case_number = $1 AND cause = $2 AND NOT superseded`,
    [case_number, `command:${id}`],
  );
  return rows.length > 0;
}

async function write(
  manager: EntityManager,
  row: CommandRow,
  writers: readonly StepWriter[],
  move: LegalTransition,
): Promise<void> {
  const actor = { person: row.person_id, ...(row.post_id && { post: row.post_id }) };
  const [[updated]] = await manager.query<[{ step: number }[], number]>(
    `UPDATE cases SET state = $2,
       delivered_at = CASE WHEN $3 = 'deliver' THEN coalesce(delivered_at, now()) ELSE delivered_at END,
       archived_at = CASE WHEN $3 = 'archive' THEN coalesce(archived_at, now()) ELSE archived_at END,
       outcome = CASE WHEN $3 = 'void' THEN 'voided' ELSE outcome END
      WHERE number = $1 RETURNING step`,
    [row.case_number, move.to, move.act],
  );
  const { step } = updated!;
  const moves = [move];
  const input = { caseNumber: row.case_number, step, cause: `command:${row.id}`, actor, moves };
  await writeTransitions(manager, input);
  for (const writer of writers) await writer.acts?.(manager, input);
}

function done(row: CommandRow, { step }: EndedCase, state: CaseState): Acted {
  const { case_number: caseNumber } = row;
  return { status: 'done', answer: { caseNumber, step, state, openTasks: [], ended: true } };
}
