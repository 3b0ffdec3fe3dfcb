/** The applicant hears of each official act that concerns them, in the transaction that records it. */
import type { EntityManager } from 'typeorm';
import type { LegalTransition } from '../../../workflows/contracts/case.js';
import { paperWords } from '../../../workflows/item-types/index.js';
import { PAUSE_NAMES } from '../../../workflows/law/index.js';
import {
  type AboutKind,
  dueText,
  takeBackTold,
  tell,
  toldCase,
  type Told,
  type ToldCase,
} from '../../notifications/index.js';
import type { RecordedActs, StepWriter } from '../recording/index.js';
import { inWordsOf, occasionOfAct, type ToldOccasion } from './acts-told.js';

async function tellOfActs(manager: EntityManager, recorded: RecordedActs): Promise<void> {
  const { moves = [], caseNumber } = recorded;
  const heard = moves.flatMap((move) => {
    const occasion = occasionOfAct(move.act, move.from);
    return occasion ? [{ move, occasion }] : [];
  });
  if (heard.length === 0) return;
  const one = await toldCase(manager, caseNumber);
  const told: Told[] = [];
  for (const { move, occasion: usual } of heard) {
    const occasion = inWordsOf(usual, one.type);
    // An item of a 一件事 was handed in with the whole, which says so.
    if (!occasion || (occasion === 'submitted' && one.parent)) continue;
    told.push(await toldOf(manager, recorded, { move, occasion, one }));
  }
  await tell(manager, told);
}

interface Heard {
  move: LegalTransition;
  occasion: ToldOccasion;
  one: ToldCase;
}

const WHERE: Partial<Record<ToldOccasion, AboutKind>> = {
  correction: 'correction',
  'sent-back': 'correction',
  delivered: 'delivery',
};

async function toldOf(
  manager: EntityManager,
  { caseNumber, step, cause }: RecordedActs,
  { move, occasion, one }: Heard,
): Promise<Told> {
  const facts = { item: one.item, case: caseNumber };
  const told = {
    ...{ key: `${caseNumber}/${cause}`, persons: one.people, caseNumber, step },
    about: { kind: WHERE[occasion] ?? ('case' as const), id: caseNumber },
  };
  switch (occasion) {
    case 'correction': {
      const lastDay = await lastDayOfApplicant(manager, caseNumber);
      return { ...told, occasion, facts: { ...facts, lastDay } };
    }
    case 'accepted':
    case 'filed':
    case 'resumed':
    case 'extended':
      return { ...told, occasion, facts: { ...facts, lastDay: dueText(one.due) } };
    case 'granted':
      return { ...told, occasion, facts: { ...facts, decision: paperWords(one.type).grants } };
    case 'refused': {
      const { refuses: decision, refusalTitle: paper } = paperWords(one.type);
      return { ...told, occasion, facts: { ...facts, decision, paper } };
    }
    case 'paused':
      return { ...told, occasion, facts: { ...facts, procedure: procedureOf(move) } };
    default:
      return { ...told, occasion, facts };
  }
}

function procedureOf({ data }: LegalTransition): string {
  const { procedure = '' } = (data ?? {}) as { procedure?: string };
  return PAUSE_NAMES[procedure] ?? '特别';
}

/** The end of what the applicant has to do now; without one of its own, what the notice says. */
async function lastDayOfApplicant(manager: EntityManager, caseNumber: string): Promise<string> {
  const [task] = await manager.query<{ due: Date | null }[]>(
    `SELECT min(due_at) AS due FROM task
      WHERE case_number = $1 AND role = 'applicant' AND state = 'open'`,
    [caseNumber],
  );
  return task?.due ? dueText(task.due) : '告知书写明的日期';
}

/** Tells applicants of the steps of their cases; those that never happened it takes back. */
export const TELLING: StepWriter = { acts: tellOfActs, takeBack: takeBackTold };
