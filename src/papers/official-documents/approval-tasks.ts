/** 用印审批 in the workbench: a side task per document that waits for its seal, one more after each return. */
import type { EntityManager } from 'typeorm';
import { cancelSideTasks, openSideTask } from '../../cases/index.js';
import type { Draft } from './drafting.js';

export const SEAL_APPROVAL = 'seal-approval';
export const DOCUMENT_AMENDMENT = 'document-amendment';

/** The department's role that approves: the wanted one, else its head, else anybody there. */
async function roleThere(
  manager: EntityManager,
  organisationId: string,
  wanted: string,
): Promise<string | undefined> {
  const rows = await manager.query<{ role: string }[]>(
    `SELECT DISTINCT role FROM post WHERE organisation_id = $1 AND role = ANY($2)
        AND valid_from <= current_date AND (valid_to IS NULL OR valid_to > current_date)`,
    [organisationId, [wanted, 'approver']],
  );
  const roles = rows.map(({ role }) => role);
  return [wanted, 'approver'].find((role) => roles.includes(role));
}

type Waiting = Pick<Draft, 'id' | 'caseNumber' | 'organisationId' | 'returns'>;

/** @param name of the document, for the inbox */
export async function openApproval(
  manager: EntityManager,
  draft: Waiting & Pick<Draft, 'approverRole'>,
  name: string,
): Promise<void> {
  await openSideTask(manager, {
    caseNumber: draft.caseNumber,
    purpose: SEAL_APPROVAL,
    name: `用印审批：${name}`,
    departmentId: draft.organisationId,
    role: await roleThere(manager, draft.organisationId, draft.approverRole),
    outcomes: [
      { id: 'approve', name: '同意用印' },
      { id: 'return', name: '退回修改' },
    ],
    data: { document: draft.id },
    // A decision that ends the case is sealed all the same.
    survivesEnd: true,
    key: keyOf('document', draft),
  });
}

/** Back to the desk that did the act, to write it anew. */
export async function openAmendment(
  manager: EntityManager,
  draft: Waiting & { department: string; reason: string },
  name: string,
): Promise<void> {
  await openSideTask(manager, {
    caseNumber: draft.caseNumber,
    purpose: DOCUMENT_AMENDMENT,
    name: `修改文书：${name}`,
    departmentId: draft.department,
    outcomes: [
      { id: 'resubmit', name: '修改后再次送审' },
      { id: 'abandon', name: '作废，不再出具' },
    ],
    form: 'document-amendment',
    inputs: { 退回理由: draft.reason },
    data: { document: draft.id },
    survivesEnd: true,
    key: keyOf('amendment', draft),
  });
}

const keyOf = (what: string, { id, returns }: Pick<Waiting, 'id' | 'returns'>): string =>
  `${what}-${id}-${returns}`;

/** Nobody needs to approve or amend these any more. */
export async function closeApprovals(
  manager: EntityManager,
  drafts: { id: string; caseNumber: string; returns: number }[],
): Promise<void> {
  if (drafts.length === 0) return;
  await cancelSideTasks(
    manager,
    drafts.flatMap((draft) =>
      ['document', 'amendment'].flatMap((what) =>
        [draft.returns, draft.returns - 1].map(
          (returns) => `${draft.caseNumber}.side-${keyOf(what, { ...draft, returns })}`,
        ),
      ),
    ),
  );
}
