/**
 * Drafts the documents of official acts in the transaction that records them. A draft is a row that
 * names its act; what it says is gathered when it is issued, from rows that no longer change.
 */
import type { EntityManager } from 'typeorm';
import { closeApprovals, openApproval } from './approval-tasks.js';
import { KINDS, kindOf, nameOf, type OfficialAct } from './kinds/index.js';
import { SEAL_KEEPER } from './settings.js';
import type { DocumentState } from './documents.js';

export interface Draft {
  id: string;
  kind: string;
  caseNumber: string;
  organisationId: string;
  state: DocumentState;
  approverRole: string;
  draftedBy: string | null;
  returns: number;
  itemType: string;
}

/**
 * One draft per act and kind, however often the step is recorded. A draft that a superseded step left
 * void comes back with its step. Whose it is: the act's department, or by entrustment the body in
 * whose name it acts (`item_authority`); a branch's is its department's.
 * @returns the drafts that are new
 */
export async function draftDocuments(
  manager: EntityManager,
  moves: OfficialAct[],
): Promise<Draft[]> {
  const wanted = moves.flatMap((act) =>
    KINDS.filter((kind) => kind.draftedBy(act)).map(
      ({ code, approval, itemTypes, word, ofEachItem, grants }) => ({
        case_number: act.caseNumber,
        step: act.step,
        cause: act.cause,
        department: act.departmentId,
        kind: code,
        approval,
        types: itemTypes ?? null,
        branch_acts_for_department: word !== null,
        of_each_item: ofEachItem ?? false,
        grants: grants ?? false,
        act,
      }),
    ),
  );
  if (wanted.length === 0) return [];
  const drafts = await manager.query<Draft[]>(
    `INSERT INTO official_document (case_number, step, cause, kind, organisation_id, state, act)
     SELECT c.number, w.step, w.cause, w.kind,
            coalesce(entrusted.in_name_of, o.in_name_of,
                     CASE WHEN o.kind = 'branch' AND w.branch_acts_for_department THEN o.parent_id END,
                     o.id, c.lead_department),
            CASE WHEN coalesce(s.approval, w.approval) THEN 'awaiting-approval' ELSE 'sealing' END,
            w.act || jsonb_build_object('departmentId', o.id)
       FROM jsonb_to_recordset($1::jsonb) AS w(
              case_number text, step int, cause text, department text, kind text, approval boolean,
              types text[], branch_acts_for_department boolean, of_each_item boolean, grants boolean, act jsonb)
       JOIN cases c ON c.number = w.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN document_setting s ON s.kind = w.kind
       LEFT JOIN organisation o ON o.id = coalesce(w.department,
              (SELECT m.department_id FROM legal_move m
                WHERE m.case_number = c.number AND m.step = w.step AND m.cause = w.cause
                  AND m.act = w.act ->> 'act' AND NOT m.superseded LIMIT 1), c.lead_department)
       LEFT JOIN LATERAL (SELECT a.in_name_of FROM item_authority a
              WHERE a.item_code = c.item_code AND a.organisation_id = o.id
                AND a.in_name_of IS NOT NULL LIMIT 1) entrusted ON true
      WHERE (w.types IS NULL OR i.type = ANY(w.types))
        AND NOT (w.of_each_item AND i.kind = 'one-stop')
        -- Who asks for the end of a licence is granted nothing: 注销 has a decision of its own.
        AND NOT (w.grants AND c.process_id = 'licence-change' AND c.form ->> 'operation' = 'cancel')
     ON CONFLICT (case_number, step, cause, kind) DO UPDATE
       SET state = EXCLUDED.state, act = EXCLUDED.act, void_reason = NULL, voided_at = NULL,
           next_attempt_at = now(), returns = official_document.returns + 1
       WHERE official_document.state = 'void' AND official_document.number IS NULL
         AND official_document.ended_as IS NULL
     RETURNING id, kind, case_number AS "caseNumber", organisation_id AS "organisationId", state,
       coalesce((SELECT approver_role FROM document_setting d WHERE d.kind = official_document.kind),
                '${SEAL_KEEPER}') AS "approverRole", act ->> 'personId' AS "draftedBy", returns,
       coalesce((SELECT i.type FROM cases c
                   JOIN item i ON i.code = c.item_code AND i.version = c.item_version
                  WHERE c.number = official_document.case_number), '') AS "itemType"`,
    [JSON.stringify(wanted)],
  );
  for (const draft of drafts.filter(({ state }) => state === 'awaiting-approval')) {
    await openApproval(manager, draft, nameOf(kindOf(draft.kind), draft.itemType));
  }
  return drafts;
}

/** What a superseded step drafted did not happen: void; a number it has already stays its own. */
export async function voidDocuments(
  manager: EntityManager,
  { caseNumber, step }: { caseNumber: string; step: number },
): Promise<void> {
  const [rows] = await manager.query<
    [{ id: string; caseNumber: string; returns: number }[], number]
  >(
    `UPDATE official_document SET state = 'void', voided_at = now(),
            void_reason = '所依据的步骤没有发生'
      WHERE case_number = $1 AND step >= $2 AND state <> 'void' AND cause NOT LIKE 'adapter:%'
     RETURNING id, case_number AS "caseNumber", returns`,
    [caseNumber, step],
  );
  await closeApprovals(manager, rows);
  await manager.query(
    `DELETE FROM document_delivery USING official_document proof
      WHERE proof.id = proof_id AND proof.state = 'void' AND proof.case_number = $1`,
    [caseNumber],
  );
}
