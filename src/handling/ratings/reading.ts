/** A rating as the page of its case shows it: what was said, and what came of it. */
import type { EntityManager } from 'typeorm';
import type { RatingDto } from './rating.dto.js';
import { STAGE_NAMES, STAGES, type StageName } from './mending.js';

const day = (at: string) => `((${at}) AT TIME ZONE 'Asia/Shanghai')::date::text`;

interface StageRow {
  stage: StageName;
  dueOn: string | null;
  doneOn: string | null;
  outcome: string | null;
  text: string | null;
}

/**
 * null = nobody rated the case.
 * @param staff whether the words of those who handle it are shown that are not for the applicant
 */
export async function ratingOf(
  manager: EntityManager,
  caseNumber: string,
  staff: boolean,
): Promise<RatingDto | null> {
  const [rating] = await manager.query<Omit<RatingDto, 'stages'>[]>(
    `SELECT r.level, k.answer #>> '{form,comment}' AS comment, ${day('r.rated_at')} AS "ratedOn"
       FROM rating r JOIN task k ON k.id = r.task_id WHERE r.case_number = $1`,
    [caseNumber],
  );
  if (!rating) return null;
  const stages = await manager.query<StageRow[]>(
    `SELECT purpose AS stage, ${day(`due_at - interval '1 second'`)} AS "dueOn",
            ${day('completed_at')} AS "doneOn", outcome, opinion AS text
       FROM task WHERE case_number = $1 AND purpose = ANY($2) AND state <> 'cancelled'
      ORDER BY opened_at, id`,
    [caseNumber, STAGE_NAMES],
  );
  return {
    ...rating,
    stages: stages.map(({ outcome, text, ...row }) => {
      const { name, outcomes, answers } = STAGES[row.stage];
      const shown = row.doneOn !== null && (staff || answers === true);
      return {
        ...{ ...row, name, outcome: outcome && (outcomes[outcome] ?? outcome) },
        text: shown ? text : null,
      };
    }),
  };
}
