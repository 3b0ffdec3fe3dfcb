/**
 * What follows a bad rating, each a side task of the department that led the case and with its own limit:
 * get in touch and verify, mend or explain, call back (国办发〔2019〕51号：谁办理、谁负责).
 */
import type { EntityManager } from 'typeorm';
import { openSideTask, type DoneSideTask, type Purpose } from '../../cases/index.js';
import { tell, toldCase } from '../../notifications/index.js';
import { unprocessable } from '../../platform/errors.js';

interface Stage {
  name: string;
  /** Working days: after the rating, or after what came before this stage. */
  days: number;
  from: 'rating' | 'before';
  outcomes: Readonly<Record<string, string>>;
  /** What has to be written: an act whose words the next one, or the applicant, goes by. */
  words: string;
  next?: StageName;
  /** Its words are the answer to the applicant. */
  answers?: true;
}

export const STAGE_NAMES = ['rating-contact', 'rating-answer', 'rating-call-back'] as const;
export type StageName = (typeof STAGE_NAMES)[number];

export const STAGES: Readonly<Record<StageName, Stage>> = {
  'rating-contact': {
    ...{ name: '差评：联系核实', days: 1, from: 'rating' },
    outcomes: { reached: '已联系核实', unreached: '未能联系上' },
    words: '请在意见中写明与评价人联系、核实的情况。',
    next: 'rating-answer',
  },
  'rating-answer': {
    ...{ name: '差评：整改答复', days: 15, from: 'rating' },
    outcomes: { mended: '已整改', explained: '已解释说明', mistaken: '经核实属误评' },
    words: '请在意见中写明对评价人的答复：怎样整改，或者怎样解释；评价人会看到原文。',
    next: 'rating-call-back',
    answers: true,
  },
  'rating-call-back': {
    ...{ name: '差评：回访', days: 1, from: 'before' },
    outcomes: { content: '认可处理结果', discontent: '不认可处理结果', unreached: '未能联系上' },
    words: '请在意见中写明回访的情况。',
  },
};

interface Rated {
  department: string;
  ratedAt: Date;
}

/** Opens a stage of the case's bad rating. */
export async function openStage(
  manager: EntityManager,
  caseNumber: string,
  stage: StageName,
  { department, ratedAt }: Rated,
): Promise<void> {
  const { name, days, from, outcomes } = STAGES[stage];
  const since = from === 'rating' ? ratedAt : new Date();
  await openSideTask(manager, {
    ...{ caseNumber, purpose: stage, name, departmentId: department, survivesEnd: true },
    outcomes: Object.entries(outcomes).map(([id, label]) => ({ id, name: label })),
    limit: { from: since, workingDays: days },
  });
}

async function finished(
  manager: EntityManager,
  { words, next, answers }: Stage,
  { caseNumber, opinion = '' }: DoneSideTask,
): Promise<void> {
  if (opinion.trim() === '')
    throw unprocessable('rating-words-missing', words, {
      errors: [{ field: '/opinion', message: words }],
    });
  if (answers) await tellAnswer(manager, caseNumber);
  if (!next) return;
  const [rated] = await manager.query<Rated[]>(
    `SELECT department, rated_at AS "ratedAt" FROM rating WHERE case_number = $1`,
    [caseNumber],
  );
  // A rating that never happened is not gone on with.
  if (rated) await openStage(manager, caseNumber, next, rated);
}

async function tellAnswer(manager: EntityManager, caseNumber: string): Promise<void> {
  const { item, people } = await toldCase(manager, caseNumber);
  await tell(manager, [
    {
      ...{ occasion: 'rating-answered', key: caseNumber, persons: people, caseNumber },
      ...{ about: { kind: 'case', id: caseNumber }, facts: { item, case: caseNumber } },
    },
  ]);
}

/** 差评整改: the purposes of its side tasks. */
export const ratingPurposes: readonly Purpose[] = STAGE_NAMES.map((name) => ({
  name,
  completed: (manager, task) => finished(manager, STAGES[name], task),
}));
