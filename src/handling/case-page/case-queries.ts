/** Reading cases: mine, one with everything a page needs, and where the diagram stands. */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { ItemDefinition } from '../../catalogue/index.js';
import { peopleOf, type Session, Values } from '../../people/index.js';
import { decodeCursor, encodeCursor, FIRST_PAGE } from '../../platform/http/index.js';
import { xmlByHash } from '../../definitions/index.js';
import type { CaseDto } from './case.dto.js';
import { readProgress } from './case-progress.js';
import type { CaseProgressDto } from './case-progress.dto.js';
import type { CaseListDto } from './case-summary.dto.js';
import type { DiagramDto } from './diagram.dto.js';
import {
  caseNotFound,
  casesFor,
  reasonAgainst,
  requireCase,
  type Statement,
} from '../../cases/index.js';
import { CaseViews } from './case-view.js';
import type { PersonalDataDto } from './personal-data.dto.js';
import { noteLook } from './personal-data.js';
import { maskedAnswers, provinceAnswersOf } from './province-answers.js';
import type { ProvinceAnswersDto } from './province-answers.dto.js';
import { summaryDto, SUMMARY, type SummaryRow } from './case-summary.js';

const PAGE = 20;

/** @public for the check of statements */
export function ownPartsStatement(session: Session, number: string): Statement {
  const values = new Values();
  const text = `
    SELECT i.data FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
     WHERE c.parent_number = ${values.place(number)}::text AND ${casesFor(session, 'file.read', values)}`;
  return { text, values: values.list };
}

/** Items of the parts that the caller has a tie of their own to. */
async function ownParts(
  manager: EntityManager,
  session: Session,
  number: string,
): Promise<ItemDefinition[]> {
  const { text, values } = ownPartsStatement(session, number);
  const rows = await manager.query<{ data: ItemDefinition }[]>(text, values);
  return rows.map(({ data }) => data);
}

@Injectable()
export class CaseQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: CaseViews,
  ) {}

  /**
   * Cases the person applied for, for themselves or as an agent, and while they act for somebody else, what
   * they applied for in that name; newest first, children within.
   */
  async mine({ person, actingFor }: Session, cursor?: string): Promise<CaseListDto> {
    const after = cursor ? decodeCursor(cursor) : FIRST_PAGE;
    const rows = await this.dataSource.query<SummaryRow[]>(
      `SELECT ${SUMMARY} FROM cases c
       WHERE (c.applicant_id = $1 OR c.agent_id = $1) AND c.parent_number IS NULL
         AND $1 = ANY (${peopleOf('c')}) AND ($4::text IS NULL OR c.applicant_id = $4)
         AND ($2::timestamptz IS NULL OR (date_trunc('milliseconds', c.submitted_at), c.number) < ($2, $3))
       ORDER BY date_trunc('milliseconds', c.submitted_at) DESC, c.number DESC LIMIT ${PAGE + 1}`,
      [person.id, ...after, actingFor?.person.id ?? null],
    );
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map(summaryDto),
      next: last ? encodeCursor([last.submittedAt.toISOString(), last.number]) : null,
    };
  }

  /** @throws DomainError `case-not-found`, `case-of-another-department` */
  async read(session: Session, number: string): Promise<CaseDto> {
    const { manager } = this.dataSource;
    const { sees, ties } = await requireCase(manager, session, number, 'case.read');
    const nearOnly = sees === 'whole' && [...ties].every((tie) => tie === 'family');
    const parts = nearOnly ? await ownParts(manager, session, number) : 'all';
    const mayShow = reasonAgainst('case.show-personal', session, { ties }) === null;
    return this.views.assemble(number, { sees, ownParts: parts, mayShow });
  }

  /** @throws DomainError as `read` */
  progress(session: Session, number: string): Promise<CaseProgressDto> {
    return readProgress(this.dataSource.manager, session, number);
  }

  /** What `read` masks. @throws DomainError as `read`, and `not-yours-to-show` */
  async showPersonal(session: Session, number: string, reason: string): Promise<PersonalDataDto> {
    const sees = await noteLook(this.dataSource.manager, session, number, reason);
    const shown = await this.views.assemble(number, { sees, inClear: true });
    const { form, timeline, corrections, materials } = shown;
    const provinceAnswers =
      sees === 'own' ? [] : await provinceAnswersOf(this.dataSource.manager, number);
    return { form, timeline, corrections, materials, provinceAnswers };
  }

  /**
   * What the province answered, beside what the form says; numbers of people masked as the form's are.
   * @throws DomainError as `read`, and `part-only`
   */
  async provinceAnswers(session: Session, number: string): Promise<ProvinceAnswersDto> {
    const { manager } = this.dataSource;
    await requireCase(manager, session, number, 'case.read-answers');
    const items = await provinceAnswersOf(manager, number);
    return { items: maskedAnswers(items) };
  }

  /** @throws DomainError as `read`, and `not-your-case` */
  async requireOwn(
    session: Session,
    number: string,
    act: 'case.withdraw' | 'case.supplement',
  ): Promise<void> {
    await requireCase(this.dataSource.manager, session, number, act);
  }

  /** The diagram the case runs on, with what is active, done and in trouble. */
  async diagram(session: Session, number: string): Promise<DiagramDto> {
    const { manager } = this.dataSource;
    await requireCase(manager, session, number, 'case.read');
    const [row] = await manager.query<
      { hash: string; active: string[]; completed: string[]; incidents: string[] }[]
    >(
      `SELECT c.model_hash AS hash,
         ARRAY(SELECT DISTINCT t.element FROM task t
               WHERE t.case_number = c.number AND t.state IN ('open', 'completing')
                 AND t.origin = 'diagram'
               UNION SELECT s.element FROM subscription s WHERE s.case_number = c.number
               UNION SELECT i.element FROM incident i
                     WHERE i.case_number = c.number AND i.state = 'open'
               UNION SELECT l.element FROM (
                       SELECT element, kind, row_number() OVER (PARTITION BY element ORDER BY id DESC) AS n
                       FROM timeline WHERE case_number = c.number AND NOT superseded
                         AND element IS NOT NULL
                         AND kind IN ('activity-started', 'child-started')) l
                     WHERE l.n = 1 AND NOT c.ended AND NOT EXISTS (
                       SELECT 1 FROM case_step s WHERE s.case_number = c.number
                         AND NOT s.superseded AND s.completed ? l.element)) AS active,
         ARRAY(SELECT DISTINCT e FROM case_step s, jsonb_array_elements_text(s.completed) e
               WHERE s.case_number = c.number AND NOT s.superseded) AS completed,
         ARRAY(SELECT DISTINCT i.element FROM incident i
               WHERE i.case_number = c.number AND i.state = 'open') AS incidents
       FROM cases c WHERE c.number = $1`,
      [number],
    );
    const xml = row && (await xmlByHash(manager, row.hash));
    if (!row || !xml) throw caseNotFound(number);
    const { active, incidents } = row;
    const completed = row.completed.filter((element) => !active.includes(element));
    return { xml, active, completed, incidents };
  }
}
