/** The one place where adapters read a case: what its page never shows to the workflow. */
import type { DataSource } from 'typeorm';
import type { Json } from '../bpmn/engine/index.js';
import type { Fee } from '../src/catalogue/index.js';
import { refused } from './adapter.js';

export interface CaseData {
  number: string;
  itemCode: string;
  itemName: string;
  region: string;
  state: string;
  decidedAt: Date | null;
  /** The whole form, personal data too: stays in this process. */
  form: Record<string, Json>;
  fees: Fee[];
  result: { name?: string; validYears?: number };
  applicant: { id: string; name: string; subject: string };
  /** The body that decides. */
  lead: Body & { line: string | null; under: Body | null };
}

/** A body, and by which 统一社会信用代码 it issues; null = it has none of its own. */
export interface Body {
  id: string;
  name: string;
  creditCode: string | null;
}

/**
 * In whose name results are issued and sealed: the body that decides, or the department whose 派出机构
 * it is, where it has no code of its own.
 */
export const issuingBody = ({ lead }: CaseData): Body =>
  lead.creditCode === null && lead.under ? lead.under : lead;

interface Row {
  number: string;
  item_code: string;
  item_name: string;
  region: string;
  state: string;
  decided_at: Date | null;
  form: Record<string, Json>;
  fees: Fee[] | null;
  result: CaseData['result'] | null;
  applicant: CaseData['applicant'];
  lead: CaseData['lead'];
}

/** @throws ApplicationFailure when case, applicant or deciding body is not there */
export async function readCase(dataSource: DataSource, caseNumber: string): Promise<CaseData> {
  const [row] = await dataSource.query<Row[]>(
    `SELECT c.number, c.item_code, c.item_name, c.region, c.state, c.decided_at, c.form,
            i.data -> 'fees' AS fees, i.data -> 'result' AS result,
            jsonb_build_object('id', p.id, 'name', p.name, 'subject', p.subject) AS applicant,
            jsonb_build_object('id', o.id, 'name', o.name, 'line', o.line,
                               'creditCode', o.credit_code, 'under', CASE WHEN o.kind = 'branch'
                               THEN jsonb_build_object('id', u.id, 'name', u.name,
                                                       'creditCode', u.credit_code) END) AS lead
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       JOIN person p ON p.id = c.applicant_id
       JOIN organisation o ON o.id = c.lead_department
       LEFT JOIN organisation u ON u.id = o.parent_id
      WHERE c.number = $1`,
    [caseNumber],
  );
  if (!row) throw refused(`办件 ${caseNumber} 的申请人或实施部门不在库中，请核对机构与人员数据。`);
  return {
    number: row.number,
    itemCode: row.item_code,
    itemName: row.item_name,
    region: row.region,
    state: row.state,
    decidedAt: row.decided_at,
    form: row.form,
    fees: row.fees ?? [],
    result: row.result ?? {},
    applicant: row.applicant,
    lead: row.lead,
  };
}

/** A text of the form; undefined when it was not filled in. */
export function formText(data: CaseData, name: string): string | undefined {
  const value = data.form[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}
