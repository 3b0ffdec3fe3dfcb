/** A case in a list. */
import type { CaseState } from '../../../workflows/contracts/case.js';
import type { CaseSummaryDto } from './case-summary.dto.js';
import { stateNameOf } from '../../../workflows/item-types/case-names.js';

export interface SummaryRow {
  number: string;
  itemCode: string;
  itemName: string;
  itemType: string | null;
  state: CaseState;
  region: string;
  regionName: string;
  submittedAt: Date;
  dueAt: Date | null;
  promisedDueAt: Date | null;
  ended: boolean;
  waitsForApplicant: boolean;
  applicantDueAt: Date | null;
  awaitedOf: string | null;
  appliedFor: string | null;
}

/** Columns of a case's summary; `c` is the case. */
export const SUMMARY = `
  c.number, c.item_code AS "itemCode", c.item_name AS "itemName",
  (SELECT i.type FROM item i WHERE i.code = c.item_code AND i.version = c.item_version) AS "itemType",
  c.state, c.region,
  coalesce((SELECT r.name FROM region r WHERE r.code = c.region), c.region) AS "regionName",
  c.submitted_at AS "submittedAt", c.due_at AS "dueAt", c.promised_due_at AS "promisedDueAt",
  c.ended,
  (SELECT v.name FROM person v WHERE v.id = c.applicant_id AND c.agent_id IS NOT NULL) AS "appliedFor",
  EXISTS (SELECT 1 FROM cases f
          JOIN task t ON t.case_number = f.number AND t.role = 'applicant' AND t.state = 'open'
          WHERE f.number = c.number OR f.parent_number = c.number)
  OR EXISTS (SELECT 1 FROM cases f JOIN payment p ON p.case_number = f.number AND p.state = 'ordered'
             WHERE f.number = c.number OR f.parent_number = c.number) AS "waitsForApplicant",
  (SELECT min(t.due_at) FROM cases f
     JOIN task t ON t.case_number = f.number AND t.role = 'applicant' AND t.state = 'open'
    WHERE f.number = c.number OR f.parent_number = c.number) AS "applicantDueAt",
  (SELECT o.name FROM cases f
     JOIN task t ON t.case_number = f.number AND t.state = 'open' AND t.origin = 'diagram'
                AND t.role IS DISTINCT FROM 'applicant'
     JOIN organisation o ON o.id = t.department_id
    WHERE f.number = c.number OR f.parent_number = c.number
    ORDER BY t.opened_at, t.id LIMIT 1) AS "awaitedOf"`;

export function summaryDto(row: SummaryRow): CaseSummaryDto {
  return {
    number: row.number,
    item: { code: row.itemCode, name: row.itemName },
    state: row.state,
    stateName: stateNameOf(row.state, row.itemType),
    region: row.region,
    regionName: row.regionName,
    submittedAt: row.submittedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    promisedDueAt: row.promisedDueAt?.toISOString() ?? null,
    ended: row.ended,
    waitsForApplicant: row.waitsForApplicant,
    applicantDueAt: row.applicantDueAt?.toISOString() ?? null,
    awaitedOf: row.awaitedOf,
    appliedFor: row.appliedFor,
  };
}
