/** One case with everything its page shows, put together from the tables. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseState } from '../../workflows/contracts/case.js';
import type { ItemDefinition } from '../catalogue/index.js';
import { formSchema } from '../forms/index.js';
import type {
  ApplicantTaskDto,
  CaseDto,
  CaseMaterialDto,
  ChildCaseDto,
  LicenceDto,
  PaymentDto,
} from './case.dto.js';
import { CASE_SETTINGS, type CaseSettings } from './case-input.js';
import { caseNotFound } from './case-access.js';
import { clockOf } from './case-clock.js';
import { summaryDto, SUMMARY, type SummaryRow } from './case-summary.js';
import { readTimeline } from './case-timeline.js';
import { stateName } from './state-names.js';

interface CaseRow extends SummaryRow {
  parent: string | null;
  form: Record<string, unknown>;
  applicantName: string;
  leadDepartment: string;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  data: ItemDefinition;
}

/** $1 and its children: a parent's page shows what belongs to any of them. */
const FAMILY = `(SELECT number FROM cases WHERE number = $1 OR parent_number = $1)`;

@Injectable()
export class CaseViews {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_SETTINGS) private readonly settings: CaseSettings,
  ) {}

  /** Access has been checked. @throws DomainError `case-not-found` */
  async assemble(number: string): Promise<CaseDto> {
    const row = await this.row(number);
    const [children, timeline, materials, payments, licences, applicantTask] = await Promise.all([
      this.children(number),
      readTimeline(this.dataSource.manager, number),
      this.materials(row),
      this.payments(number),
      this.licences(number),
      this.applicantTask(row),
    ]);
    return {
      ...summaryDto(row),
      applicantName: row.applicantName,
      leadDepartment: row.leadDepartment,
      parent: row.parent,
      children,
      timeline,
      materials,
      form: row.form,
      formSchema: await formSchema(row.data.form ?? null),
      payments,
      licences,
      applicantTask,
      clock: clockOf(row, row.data, this.settings.dayLength),
    };
  }

  private async row(number: string): Promise<CaseRow> {
    const [row] = await this.dataSource.query<CaseRow[]>(
      `SELECT ${SUMMARY}, c.parent_number AS parent, c.form, i.data,
              c.accepted_at AS "acceptedAt", c.decided_at AS "decidedAt",
              coalesce(p.name, c.applicant_id) AS "applicantName",
              coalesce(o.name, c.lead_department) AS "leadDepartment"
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN person p ON p.id = c.applicant_id
       LEFT JOIN organisation o ON o.id = c.lead_department
       WHERE c.number = $1`,
      [number],
    );
    if (!row) throw caseNotFound(number);
    return row;
  }

  private async children(number: string): Promise<ChildCaseDto[]> {
    const rows = await this.dataSource.query<(ChildCaseDto & { state: CaseState })[]>(
      `SELECT c.number, c.item_name AS "itemName", c.state, c.child_key AS key,
              c.due_at AS "dueAt", coalesce(o.name, c.lead_department) AS "leadDepartment", c.ended
       FROM cases c LEFT JOIN organisation o ON o.id = c.lead_department
       WHERE c.parent_number = $1 ORDER BY c.child_key, c.number`,
      [number],
    );
    return rows.map((row) => ({ ...row, stateName: stateName(row.state) }));
  }

  /** The newest of each material; a child shares its parent's by reference. */
  private async materials(row: CaseRow): Promise<CaseMaterialDto[]> {
    const rows = await this.dataSource.query<Omit<CaseMaterialDto, 'name'>[]>(
      `SELECT DISTINCT ON (m.material_code, m.file_id)
              m.material_code AS code, m.source, m.file_id AS "fileId", f.name AS "fileName",
              m.license_id AS "licenseId", m.note
       FROM case_material m LEFT JOIN stored_file f ON f.id = m.file_id
       WHERE m.case_number IN ($1, $2) ORDER BY m.material_code, m.file_id, m.id DESC`,
      [row.number, row.parent],
    );
    return rows.map((material) => ({ ...material, name: materialName(row.data, material.code) }));
  }

  private payments(number: string): Promise<PaymentDto[]> {
    return this.dataSource.query(
      `SELECT p.id, p.amount_cents::int AS "amountCents", p.state, p.pay_url AS "payUrl",
              c.item_name AS "itemName", p.case_number AS "caseNumber", p.paid_at AS "paidAt"
       FROM payment p JOIN cases c ON c.number = p.case_number
       WHERE p.case_number IN ${FAMILY} ORDER BY p.id`,
      [number],
    );
  }

  private licences(number: string): Promise<LicenceDto[]> {
    return this.dataSource.query(
      `SELECT l.identifier, l.kind AS name, l.number, l.issued_on::text AS "issuedOn",
              l.valid_to::text AS "validTo", coalesce(o.name, l.issuer_org) AS issuer,
              l.case_number AS "caseNumber"
       FROM licence l LEFT JOIN organisation o ON o.id = l.issuer_org
       WHERE l.case_number IN ${FAMILY} ORDER BY l.issued_on, l.identifier`,
      [number],
    );
  }

  /** What the applicant has to do now, with the words of the one who asked for it. */
  private async applicantTask(row: CaseRow): Promise<ApplicantTaskDto | null> {
    const [task] = await this.dataSource.query<ApplicantTaskRow[]>(
      `SELECT t.id, t.case_number AS "caseNumber", t.element, t.name, t.form, t.due_at AS "dueAt",
              asked.opinion, asked.answer #> '{form,materials}' AS materials,
              asked.answer #> '{form,fields}' AS fields
       FROM task t
       LEFT JOIN LATERAL (
         SELECT a.opinion, a.answer FROM task a
         WHERE a.case_number = t.case_number AND a.state = 'completed' AND a.completed_at <= t.opened_at
         ORDER BY a.completed_at DESC LIMIT 1) asked ON true
       WHERE t.case_number IN ${FAMILY} AND t.role = 'applicant' AND t.state = 'open'
       ORDER BY t.opened_at LIMIT 1`,
      [row.number],
    );
    if (!task) return null;
    const schema = (await formSchema(row.data.form ?? null)) as FormProperties | null;
    return {
      ...task,
      dueAt: task.dueAt?.toISOString() ?? null,
      formSchema: await formSchema(task.form),
      materials: (task.materials ?? []).map(({ code, problem }) => ({
        code,
        name: materialName(row.data, code),
        note: problem ?? null,
      })),
      fields: (task.fields ?? []).map(({ field, problem }) => ({
        field,
        title: schema?.properties?.[field]?.title ?? field,
        note: problem,
      })),
    };
  }
}

interface ApplicantTaskRow {
  id: string;
  caseNumber: string;
  element: string;
  name: string;
  form: string | null;
  dueAt: Date | null;
  opinion: string | null;
  materials: { code: string; problem?: string }[] | null;
  fields: { field: string; problem: string }[] | null;
}

interface FormProperties extends Record<string, unknown> {
  properties?: Record<string, { title?: string }>;
}

function materialName(item: ItemDefinition, code: string): string {
  return item.materials?.find((material) => material.code === code)?.name ?? code;
}
