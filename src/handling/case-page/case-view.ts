/** One case with everything its page shows, put together from the tables. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { CaseState } from '../../../workflows/contracts/case.js';
import { stateNameOf } from '../../../workflows/item-types/case-names.js';
import { ABOVE, LAST_WORD } from '../../../workflows/law/index.js';
import { formVersion, type ItemDefinition } from '../../catalogue/index.js';
import { COUNTS } from '../../people/index.js';
import { archiveOf, documentsOfFamily, regulationOf } from '../../papers/index.js';
import { ratingOf } from '../ratings/index.js';
import { readApplicantTask } from './applicant-task.js';
import type { CaseDto } from './case.dto.js';
import type { LicenceDto, PaymentDto } from './case-outcome.dto.js';
import type { ChildCaseDto } from './case-summary.dto.js';
import {
  CASE_SETTINGS,
  type CallerToCase,
  type CaseSettings,
  caseNotFound,
  WITHDRAWABLE,
} from '../../cases/index.js';
import { clockOf } from './case-clock.js';
import { type OwnParts, readMaterials } from './case-materials.js';
import { masked, maskedForm } from '../../platform/masking.js';
import { summaryDto, SUMMARY, type SummaryRow } from './case-summary.js';
import { readTimeline } from './case-timeline.js';
import { correctionsMade } from './corrections-made.js';

interface CaseRow extends SummaryRow {
  handedInAt: Date;
  parent: string | null;
  sentUp: boolean;
  hearingDueAt: Date | null;
  reviewDueAt: Date | null;
  form: Record<string, unknown>;
  applicantName: string;
  agent: CaseDto['agent'];
  leadDepartment: string;
  acceptedAt: Date | null;
  decidedAt: Date | null;
  data: ItemDefinition;
  formVersion: number | null;
  parentData: ItemDefinition | null;
  parentFormVersion: number | null;
  /** Of one that was sent up from a part of a matter: that matter. */
  matter: { number: string; data: ItemDefinition } | null;
  withdrawable: boolean;
}

/** How a case is shown to whoever asks; access has been checked. */
export interface Shown {
  /**
   * `whole`: for those who handle the case, with documents that are not issued yet and with what the staff
   * did among themselves; `part`: this case alone, without its family, fees and papers.
   */
  sees: CallerToCase['sees'];
  /** Of a matter, for whom only parts of it concern: materials of other parts are left out. */
  ownParts?: OwnParts;
  /** They may have what is masked shown to them. */
  mayShow?: boolean;
  /** They said why they need it, and it was noted. */
  inClear?: boolean;
}

type More = Pick<
  CaseDto,
  | ('children' | 'payments' | 'licences' | 'documents')
  | ('applicantTask' | 'regulation' | 'rating' | 'archive')
>;

const NOTHING_MORE: More = {
  ...{ children: [], payments: [], licences: [], documents: [] },
  applicantTask: null,
  regulation: null,
  rating: null,
  archive: null,
};

/** $1 and its children: a parent's page shows what belongs to any of them. */
const FAMILY = `(SELECT number FROM cases WHERE number = $1 OR parent_number = $1)`;

@Injectable()
export class CaseViews {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CASE_SETTINGS) private readonly settings: CaseSettings,
  ) {}

  /**
   * Numbers of people – in the form, the materials, what was said – are masked for all but the applicant
   * and who said why they need them.
   * @throws DomainError `case-not-found`
   */
  async assemble(number: string, shown: Shown): Promise<CaseDto> {
    const { sees, ownParts = 'all', mayShow = false, inClear = sees === 'own' } = shown;
    const { manager } = this.dataSource;
    const row = await this.row(number);
    const form = row.data.form ? await formVersion(manager, row.data.form, row.formVersion) : null;
    const staff = sees === 'whole';
    const [timeline, corrections, materials, more] = await Promise.all([
      readTimeline(manager, number, staff),
      sees === 'part' ? [] : correctionsMade(manager, { ...row, number }),
      readMaterials(manager, row, { parts: ownParts, staff: sees !== 'own' }),
      sees === 'part' ? NOTHING_MORE : this.more(row, staff),
    ]);
    const { applicantTask, rating } = more;
    const said = { timeline, materials, applicantTask, rating };
    const covered = {
      ...{ form: maskedForm(row.form), corrections: maskedForm(corrections) },
      ...masked(said),
    };
    const clear = { form: row.form, corrections, ...said };
    return {
      ...summaryDto(row),
      handedInAt: row.handedInAt.toISOString(),
      applicantName: row.applicantName,
      agent: row.agent,
      leadDepartment: row.leadDepartment,
      parent: sees === 'part' ? null : row.parent,
      sentUp: sees !== 'part' && row.sentUp,
      partOnly: sees === 'part',
      itemMaterials: row.data.materials.map(({ code, name }) => ({ code, name })),
      masked: !inClear && mayShow && JSON.stringify(covered) !== JSON.stringify(clear),
      formSchema: form?.schema ?? null,
      uiSchema: form?.uiSchema ?? null,
      ...more,
      ...(inClear ? clear : covered),
      withdrawable: row.withdrawable,
      clock: clockOf(row, row.data, this.settings.dayLength),
    };
  }

  /** What those see who see the whole: the family, fees, papers, and what the applicant is asked for. */
  private async more(row: CaseRow, staff: boolean): Promise<More> {
    const { manager } = this.dataSource;
    const { number } = row;
    const [children, payments, licences, documents, applicantTask, regulation, rating, archive] =
      await Promise.all([
        this.children(number),
        this.payments(number, staff),
        this.licences(number),
        documentsOfFamily(manager, number, staff),
        readApplicantTask(manager, row),
        regulationOf(manager, number),
        ratingOf(manager, number, staff),
        staff ? archiveOf(manager, number) : null,
      ]);
    return { children, payments, licences, documents, applicantTask, regulation, rating, archive };
  }

  private async row(number: string): Promise<CaseRow> {
    const [row] = await this.dataSource.query<CaseRow[]>(
      `SELECT ${SUMMARY}, c.parent_number AS parent, c.form,
              (SELECT jsonb_build_object('name', g.name, 'authorised', z.id IS NOT NULL, 'to', z.to_on,
                 'counts', z.id IS NULL OR ${COUNTS}) FROM person g
                 LEFT JOIN authorisation z ON z.id = c.authorisation_id
                WHERE g.id = c.agent_id) AS agent,
              coalesce(c.received_at, c.submitted_at) AS "handedInAt",
              coalesce(c.parent_occurrence = '${ABOVE}', false) AS "sentUp",
              c.hearing_due_at AS "hearingDueAt", c.review_due_at AS "reviewDueAt", i.data, pi.data AS "parentData",
              CASE WHEN mi.data IS NOT NULL THEN
                jsonb_build_object('number', pc.parent_number, 'data', mi.data) END AS matter,
              c.form_version AS "formVersion", pc.form_version AS "parentFormVersion",
              ${WITHDRAWABLE} AS withdrawable,
              c.accepted_at AS "acceptedAt", c.decided_at AS "decidedAt",
              coalesce(p.name, c.applicant_id) AS "applicantName",
              coalesce(o.name, c.lead_department) AS "leadDepartment"
       FROM cases c
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN cases pc ON pc.number = c.parent_number
       LEFT JOIN item pi ON pi.code = pc.item_code AND pi.version = pc.item_version
       LEFT JOIN cases mc ON mc.number = pc.parent_number AND c.parent_occurrence = '${ABOVE}'
       LEFT JOIN item mi ON mi.code = mc.item_code AND mi.version = mc.item_version
       LEFT JOIN person p ON p.id = c.applicant_id
       LEFT JOIN organisation o ON o.id = c.lead_department
       WHERE c.number = $1`,
      [number],
    );
    if (!row) throw caseNotFound(number);
    return row;
  }

  private async children(number: string): Promise<ChildCaseDto[]> {
    const rows = await this.dataSource.query<
      (Omit<ChildCaseDto, 'stateName'> & { state: CaseState; itemType: string | null })[]
    >(
      // That a part is filed tells nobody how it ended.
      `SELECT c.number, c.item_name AS "itemName", i.type AS "itemType", c.child_key AS key,
              CASE WHEN c.state <> 'archived' THEN c.state
                   WHEN c.outcome = ANY ($2) THEN c.outcome ELSE 'finished' END AS state,
              c.due_at AS "dueAt", coalesce(o.name, c.lead_department) AS "leadDepartment", c.ended,
              coalesce(c.parent_occurrence = '${ABOVE}', false) AS above
       FROM cases c LEFT JOIN item i ON i.code = c.item_code AND i.version = c.item_version
       LEFT JOIN organisation o ON o.id = c.lead_department
       WHERE c.parent_number = $1 ORDER BY c.child_key, c.number`,
      [number, LAST_WORD],
    );
    return rows.map(({ itemType, ...row }) => ({
      ...row,
      stateName: stateNameOf(row.state, itemType),
    }));
  }

  /** @param staff what the rule comes to is for those who handle it */
  private payments(number: string, staff: boolean): Promise<PaymentDto[]> {
    return this.dataSource.query(
      `SELECT p.id, p.amount_cents::int AS "amountCents",
              CASE WHEN $2 THEN p.rule_cents END AS "ruleCents", p.state, p.pay_url AS "payUrl",
              c.item_name AS "itemName", p.case_number AS "caseNumber", p.paid_at AS "paidAt"
       FROM payment p JOIN cases c ON c.number = p.case_number
       WHERE p.case_number IN ${FAMILY} ORDER BY p.id`,
      [number, staff],
    );
  }

  private licences(number: string): Promise<LicenceDto[]> {
    return this.dataSource.query(
      `SELECT l.identifier, l.kind AS name, l.number, l.issued_on::text AS "issuedOn",
              l.valid_to::text AS "validTo", coalesce(o.name, l.issuer_org) AS issuer,
              l.case_number AS "caseNumber", c.item_name AS "itemName"
       FROM licence l JOIN cases c ON c.number = l.case_number
       LEFT JOIN organisation o ON o.id = l.issuer_org
       WHERE l.case_number IN ${FAMILY} ORDER BY l.issued_on, l.identifier`,
      [number],
    );
  }
}
