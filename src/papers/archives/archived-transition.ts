/**
 * 归档 as an official act: the e-archive has signed for the package of an ended case. Nothing of the case
 * runs any more; the table of transitions says whether its state changes.
 */
import type { EntityManager } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { tryTransition } from '../../../workflows/law/index.js';

/** A package the archive has signed for, and when it did. */
export interface SignedFor {
  id: string;
  caseNumber: string;
  at: string | null;
  /** Number of its receipt. */
  receipt: string | null;
}

const AFTER_THE_END = { law: null, accepts: true, decides: true };

/**
 * Dates the archiving and moves the case to 已归档 by whom asked for the package. A case that is archived
 * already, by its diagram or by a handler, keeps state and date.
 */
export async function moveToArchived(manager: EntityManager, package_: SignedFor): Promise<void> {
  const { caseNumber, at } = package_;
  const [found] = await manager.query<{ state: CaseState }[]>(
    `SELECT state FROM cases WHERE number = $1 AND ended FOR UPDATE`,
    [caseNumber],
  );
  const tried = found && tryTransition('archive', found, AFTER_THE_END);
  const to = tried?.ok ? tried.position.state : null;
  await manager.query(
    `UPDATE cases SET archived_at = coalesce(archived_at, $2, now()), state = coalesce($3, state)
      WHERE number = $1`,
    [caseNumber, at, to],
  );
  if (to) await insertMove(manager, package_, found!.state, to);
}

/** Who asked acts for the post's department; a package the diagram asked for, for that which decides. */
async function insertMove(
  manager: EntityManager,
  { id, at, receipt }: SignedFor,
  from: CaseState,
  to: CaseState,
): Promise<void> {
  await manager.query(
    `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state, person_id,
                             post_id, department_id, data)
     SELECT c.number, c.step, 'archive:' || p.id, coalesce($2::timestamptz, now()), 'archive',
            $3::text, $4::text, p.requested_by, p.requested_post,
            coalesce(post.organisation_id, c.lead_department), $5::jsonb
       FROM archive_package p JOIN cases c ON c.number = p.case_number
       LEFT JOIN post ON post.id = p.requested_post
      WHERE p.id = $1`,
    [id, at, from, to, JSON.stringify({ receipt })],
  );
}
