/**
 * Papers whose ground is gone: with their licence, which another took the place of, which was revoked or
 * cancelled; and with their case, when that is void. What is issued stays readable, and says so wherever
 * it is; what still waited for its seal never gets it.
 */
import type { EntityManager } from 'typeorm';
import { paperWords } from '../../../workflows/item-types/index.js';
import { tell, toldCase } from '../../notifications/index.js';
import { closeApprovals } from './approval-tasks.js';
import { draftDocuments } from './drafting.js';
import { reopenDrafts } from './reopening.js';
import {
  articleOfEnding,
  casesOfLine,
  lawOfCase,
  lineOfCase,
  markEnded,
  type Decided,
  type Ending,
  type PaperEnder,
} from '../licences/index.js';

/** What granted a licence that is revoked or void: the decision falls with it (行政许可法 69). */
const GRANTS: readonly string[] = ['grant-decision', 'deemed-renewal-notice', 'benefit-notice'];

/** Which papers, beside those that an act drafts itself. */
interface Which {
  /** Identifier of the licence that they are. */
  licence?: string;
  /** All of these cases; of these kinds only, where they are given. */
  cases?: readonly string[];
  kinds?: readonly string[];
}

/** A draft keeps where it stood (`waited`), for the step that may be taken back. @returns how many there were */
async function end(manager: EntityManager, which: Which, ending: Ending): Promise<number> {
  const { as, reason, organisation, article, caseNumber, at } = ending;
  const [ended] = await manager.query<
    [{ id: string; caseNumber: string; returns: number; state: string }[], number]
  >(
    `UPDATE official_document SET ended_as = $1, ended_at = now(), ended_reason = $2,
            ended_org = $3, ended_article = $4, ended_case = $5, ended_step = $6,
            state = CASE WHEN state = 'issued' THEN state ELSE 'void' END,
            void_reason = CASE WHEN state <> 'issued' THEN $2 END,
            voided_at = CASE WHEN state <> 'issued' THEN now() END,
            act = CASE WHEN state = 'issued' THEN act
                       ELSE act || jsonb_build_object('waited', state) END
      WHERE state <> 'void' AND ended_as IS NULL
        AND (licence = $7 OR case_number = ANY($8) AND ($9::text[] IS NULL OR kind = ANY($9)))
        -- The act's own paper tells of it.
        AND NOT (case_number = $5 AND step = coalesce($6, -1) AND cause = $10)
     RETURNING id, case_number AS "caseNumber", returns, state`,
    [
      ...[as, reason, organisation, article, caseNumber, at?.step ?? null],
      ...[which.licence ?? null, which.cases ?? [], which.kinds ?? null, at?.cause ?? ''],
    ],
  );
  await closeApprovals(
    manager,
    ended.filter(({ state }) => state === 'void'),
  );
  return ended.length;
}

/** The licence's own papers; with one that is revoked or void the decisions that it rests on. */
export const endPapersOfLicence: PaperEnder = async (manager, identifier, ending) => {
  const cases = await casesOfLine(manager, identifier);
  const falls = ending.as === 'revoked' || ending.as === 'voided';
  await end(manager, { licence: identifier, ...(falls && { cases, kinds: GRANTS }) }, ending);
  if (ending.as === 'cancelled') await draft(manager, ending.caseNumber, ending, identifier);
  if (ending.as === 'revoked') await draft(manager, cases[0]!, ending, identifier);
};

/**
 * 撤销 of a decision that no licence came of; repeated, it changes nothing.
 * @param caseNumber whose decision it is
 * @param decided by which body and in which case it is taken back
 */
export async function revokeGrant(
  manager: EntityManager,
  caseNumber: string,
  decided: Decided,
): Promise<void> {
  const article = articleOfEnding(await lawOfCase(manager, caseNumber), 'revoked');
  const ending: Ending = { as: 'revoked', article, ...decided };
  const fallen = await end(manager, { cases: [caseNumber], kinds: GRANTS }, ending);
  if (fallen > 0) await draft(manager, caseNumber, ending, null);
  await tellRevoked(manager, caseNumber);
}

/** Those whose case it was, not the one that found out; of a licence its holder hears. */
async function tellRevoked(manager: EntityManager, caseNumber: string): Promise<void> {
  const { item, type, people: persons } = await toldCase(manager, caseNumber);
  const facts = { item, case: caseNumber, decision: paperWords(type).grants };
  const about = { kind: 'case', id: caseNumber } as const;
  await tell(manager, [
    { occasion: 'revoked', key: caseNumber, persons, caseNumber, about, facts },
  ]);
}

/**
 * The decision by which something ends is no act of a diagram, it is drafted with the end: 注销 in the
 * case that asked for it, 撤销 in the case whose decision it takes back, not in the one that found out.
 */
async function draft(
  manager: EntityManager,
  caseNumber: string,
  { as, reason, organisation, article, caseNumber: decidedIn }: Ending,
  identifier: string | null,
): Promise<void> {
  const [licence] = await manager.query<{ title: string }[]>(
    `SELECT kind || '（' || number || '）' AS title FROM licence WHERE identifier = $1`,
    [identifier],
  );
  await draftDocuments(manager, [
    {
      ...{ caseNumber, step: 0, cause: `ended:${identifier ?? decidedIn}`, at: new Date() },
      ...{ act: `licence-${as}`, fromState: '', toState: '', reason, article },
      ...{ personId: null, postId: null, departmentId: organisation },
      data: licence ? { licence: licence.title } : {},
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

/** 作废 of a case: every paper of it and every licence it ended in, in whatever version, in the transaction of the act. */
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
  const at = { step, cause };
  const ending: Ending = { as: 'voided', reason, organisation, article, caseNumber, at };
  await end(manager, { cases: [caseNumber] }, ending);
  // A while later: until then a step that never happened can be taken back.
  const [licences] = await manager.query<[{ identifier: string }[], number]>(
    `${lineOfCase('$1')}
     UPDATE licence SET end_told = false, end_next_at = now() + interval '30 seconds'
      WHERE identifier IN (SELECT identifier FROM line) AND state = 'valid' RETURNING identifier`,
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
  const [drafts] = await manager.query<[{ id: string; waited: string | null }[], number]>(
    `UPDATE official_document d
        SET ended_as = NULL, ended_at = NULL, ended_reason = NULL, ended_org = NULL,
            ended_article = NULL, ended_case = NULL, ended_step = NULL,
            state = coalesce(was.waited, d.state), act = d.act - 'waited',
            void_reason = NULL, voided_at = NULL, next_attempt_at = now(),
            returns = d.returns + CASE WHEN was.waited IS NULL THEN 0 ELSE 1 END
       FROM (SELECT id, act ->> 'waited' AS waited FROM official_document
              WHERE ended_case = $1 AND ended_step >= $2) was
      WHERE was.id = d.id RETURNING d.id, was.waited`,
    [caseNumber, step],
  );
  await reopenDrafts(
    manager,
    drafts.filter(({ waited }) => waited !== null).map(({ id }) => id),
  );
  await manager.query(
    `UPDATE licence SET state = 'valid', end_told = true, ended_as = NULL, ended_at = NULL,
            ended_reason = NULL, ended_org = NULL, ended_article = NULL, ended_case = NULL
      WHERE ended_case = $1 AND ended_as = 'voided' AND NOT end_told`,
    [caseNumber],
  );
}
