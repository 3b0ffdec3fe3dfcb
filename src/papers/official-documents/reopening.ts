/** Drafts that go on where they stood: what had made them void never happened. */
import type { EntityManager } from 'typeorm';
import { openAmendment, openApproval } from './approval-tasks.js';
import { kindOf, nameOf } from './kinds/index.js';
import { settingsOf } from './settings.js';

interface Row {
  id: string;
  kind: string;
  caseNumber: string;
  organisationId: string;
  state: string;
  returns: number;
  reason: string | null;
  department: string | null;
  itemType: string;
}

/** Opens the task each of them waits for; what only waits for its seal needs none. */
export async function reopenDrafts(manager: EntityManager, ids: string[]): Promise<void> {
  const rows = await manager.query<Row[]>(
    `SELECT d.id, d.kind, d.case_number AS "caseNumber", d.organisation_id AS "organisationId",
            d.state, d.returns, d.return_reason AS reason, d.act ->> 'departmentId' AS department,
            i.type AS "itemType"
       FROM official_document d JOIN cases c ON c.number = d.case_number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE d.id = ANY($1::uuid[]) ORDER BY d.id`,
    [ids],
  );
  for (const row of rows) {
    const kind = kindOf(row.kind);
    const name = nameOf(kind, row.itemType);
    if (row.state === 'awaiting-approval') {
      const { approverRole } = await settingsOf(manager, kind);
      await openApproval(manager, { ...row, approverRole }, name);
    } else if (row.state === 'returned') {
      const department = row.department ?? row.organisationId;
      await openAmendment(manager, { ...row, department, reason: row.reason ?? '' }, name);
    }
  }
}
