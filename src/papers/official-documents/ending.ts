/**
 * Papers whose ground is gone: with their licence, which another took the place of, which was revoked or
 * cancelled; and with their case, when that is void. They stay readable, and say so wherever they are.
 */
import type { EntityManager } from 'typeorm';
import { draftDocuments } from './drafting.js';
import { markEnded, type Ending, type PaperEnder } from '../licences/index.js';

/** What granted a licence that is revoked: the decision falls with it (行政许可法 69). */
const GRANTS: readonly string[] = ['grant-decision', 'deemed-renewal-notice'];

const END = `UPDATE official_document SET ended_as = $1, ended_at = now(), ended_reason = $2,
  ended_org = $3, ended_article = $4, ended_case = $5, ended_step = $6
  WHERE state = 'issued' AND ended_as IS NULL`;

const valuesOf = ({ as, reason, organisation, article, caseNumber }: Ending, step: number | null) =>
  [as, reason, organisation, article, caseNumber, step] as const;

/** The licence's own papers; with a revoked one the decision that granted it. */
export const endPapersOfLicence: PaperEnder = async (
  manager,
  { identifier, caseNumber },
  ending,
) => {
  const granted = ending.as === 'revoked' ? caseNumber : null;
  await manager.query(`${END} AND (licence = $7 OR case_number = $8 AND kind = ANY($9))`, [
    ...valuesOf(ending, null),
    ...[identifier, granted, GRANTS],
  ]);
  if (ending.as === 'cancelled') await draftCancellation(manager, identifier, ending);
};

/** 注销 is no act of a diagram: its decision is drafted with the licence's end. */
async function draftCancellation(
  manager: EntityManager,
  identifier: string,
  { caseNumber, reason, organisation, article }: Ending,
): Promise<void> {
  const [licence] = await manager.query<{ title: string }[]>(
    `SELECT kind || '（' || number || '）' AS title FROM licence WHERE identifier = $1`,
    [identifier],
  );
  await draftDocuments(manager, [
    {
      ...{ caseNumber, step: 0, cause: `licence:${identifier}`, at: new Date() },
      ...{ act: 'licence-cancelled', fromState: '', toState: '', reason, article },
      ...{ personId: null, postId: null, departmentId: organisation },
      data: { licence: licence?.title ?? identifier },
    },
  ]);
}

interface Voided {
  caseNumber: string;
  step: number;
  cause: string;
  reason: string;
  article: string | null;
}

/** 作废 of a case: every paper of it and every licence it ended in, in the transaction of the act. */
export async function voidPapersOfCase(
  manager: EntityManager,
  { caseNumber, step, cause, reason, article }: Voided,
): Promise<void> {
  const [move] = await manager.query<{ organisation: string | null }[]>(
    `SELECT coalesce(m.department_id, c.lead_department) AS organisation
       FROM cases c LEFT JOIN legal_move m ON m.case_number = c.number AND m.step = $2
        AND m.cause = $3 AND m.act = 'void' AND NOT m.superseded
      WHERE c.number = $1 LIMIT 1`,
    [caseNumber, step, cause],
  );
  const organisation = move?.organisation ?? null;
  const ending: Ending = { as: 'voided', reason, organisation, article, caseNumber };
  // Before the licences end theirs: only what bears the step is taken back with it.
  await manager.query(`${END} AND case_number = $7`, [...valuesOf(ending, step), caseNumber]);
  // A while later: until then a step that never happened can be taken back.
  const [licences] = await manager.query<[{ identifier: string }[], number]>(
    `UPDATE licence SET end_told = false, end_next_at = now() + interval '30 seconds'
      WHERE case_number = $1 AND state = 'valid' RETURNING identifier`,
    [caseNumber],
  );
  for (const { identifier } of licences)
    await markEnded(manager, identifier, 'voided', ending, endPapersOfLicence);
}

/** What a step ended that never happened stands again, with licences of which the province has not heard. */
export async function restorePapers(
  manager: EntityManager,
  { caseNumber, step }: { caseNumber: string; step: number },
): Promise<void> {
  await manager.query(
    `UPDATE official_document SET ended_as = NULL, ended_at = NULL, ended_reason = NULL,
            ended_org = NULL, ended_article = NULL, ended_case = NULL, ended_step = NULL
      WHERE ended_case = $1 AND ended_step >= $2`,
    [caseNumber, step],
  );
  await manager.query(
    `UPDATE licence SET state = 'valid', end_told = true, ended_as = NULL, ended_at = NULL,
            ended_reason = NULL, ended_org = NULL, ended_article = NULL, ended_case = NULL
      WHERE ended_case = $1 AND ended_as = 'voided' AND NOT end_told`,
    [caseNumber],
  );
}
