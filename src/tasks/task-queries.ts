/** Reading tasks. Whose they are is decided inside the SQL: the post's department and role. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Outcome } from '../../bpmn/model/process.js';
import { audit, auditLook } from '../audit/index.js';
import { CaseViews, lightOf } from '../cases/index.js';
import { readForm } from '../forms/index.js';
import type { Actor, Session } from '../identity/index.js';
import { forbidden, notFound } from '../platform/errors.js';
import { decodeCursor, encodeCursor } from '../platform/http/index.js';
import type { TaskDto, TaskListDto, TaskQuery, TaskSummaryDto } from './task.dto.js';

const PAGE = 50;

interface TaskRow {
  id: string;
  caseNumber: string;
  itemCode: string;
  itemName: string;
  element: string;
  name: string;
  act: string | null;
  departmentName: string;
  level: string | null;
  role: string | null;
  regionName: string;
  applicantName: string;
  state: string;
  openedAt: Date;
  dueAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  form: string | null;
  outcomes: Outcome[];
  inputs: Record<string, unknown>;
}

const SELECT = `
  SELECT t.id, t.case_number AS "caseNumber", c.item_code AS "itemCode", c.item_name AS "itemName",
         t.element, t.name, t.act, coalesce(o.name, t.department_id, '') AS "departmentName",
         t.level, t.role, coalesce(r.name, c.region) AS "regionName",
         coalesce(p.name, c.applicant_id) AS "applicantName", t.state,
         t.opened_at AS "openedAt", t.due_at AS "dueAt",
         a.id AS "assigneeId", a.name AS "assigneeName", t.form, t.outcomes, t.inputs
  FROM task t
  JOIN cases c ON c.number = t.case_number
  LEFT JOIN organisation o ON o.id = t.department_id
  LEFT JOIN region r ON r.code = c.region
  LEFT JOIN person p ON p.id = c.applicant_id
  LEFT JOIN person a ON a.id = t.assignee_person`;

/** $1 organisation, $2 role, $3 person. */
const POOL = `t.state = 'open' AND t.assignee_person IS NULL
  AND t.department_id = $1 AND (t.role IS NULL OR t.role = $2) AND $3::text IS NOT NULL`;
const MINE = `t.state IN ('open', 'completing') AND t.assignee_person = $3
  AND t.department_id = $1 AND (t.role IS NULL OR t.role = $2)`;
const FOR_EVER = `'infinity'::timestamptz`;

function summaryOf(row: TaskRow): TaskSummaryDto {
  const { id, caseNumber, itemCode, itemName, element, name, act, departmentName } = row;
  const { level, role, regionName, applicantName, state, openedAt, dueAt, assigneeId } = row;
  return {
    ...{ id, caseNumber, itemCode, itemName, element, name, act, departmentName },
    ...{ level, role, regionName, applicantName, state },
    openedAt: openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    light: lightOf(openedAt, dueAt),
    assignee: assigneeId ? { id: assigneeId, name: row.assigneeName ?? assigneeId } : null,
  };
}

const scope = (actor: Actor) => [actor.organisationId, actor.role, actor.personId];

@Injectable()
export class TaskQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: CaseViews,
  ) {}

  /** The most urgent first: by due date, then by id. */
  async list(actor: Actor, query: TaskQuery): Promise<TaskListDto> {
    const after = query.cursor ? decodeCursor(query.cursor, 2) : [null, null];
    const rows = await this.dataSource.query<TaskRow[]>(
      `${SELECT}
       WHERE ${query.view === 'mine' ? MINE : POOL}
         AND ($4::text IS NULL OR c.item_code = $4) AND ($5::text IS NULL OR c.number = $5)
         AND ($6::timestamptz IS NULL
              OR (coalesce(t.due_at, ${FOR_EVER}), t.id) > ($6::timestamptz, $7::text))
       ORDER BY coalesce(t.due_at, ${FOR_EVER}), t.id LIMIT ${PAGE + 1}`,
      [...scope(actor), query.item ?? null, query.case ?? null, ...after],
    );
    const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map(summaryOf),
      next: last ? encodeCursor([last.dueAt?.toISOString() ?? 'infinity', last.id]) : null,
      ...(await this.counts(actor)),
    };
  }

  private async counts(actor: Actor): Promise<{ pool: number; mine: number }> {
    const [row] = await this.dataSource.query<{ pool: number; mine: number }[]>(
      `SELECT (SELECT count(*)::int FROM task t WHERE ${POOL}) AS pool,
              (SELECT count(*)::int FROM task t WHERE ${MINE}) AS mine`,
      scope(actor),
    );
    return row!;
  }

  private async find(
    id: string,
    session?: Session,
  ): Promise<(TaskRow & { mayHandle: boolean }) | undefined> {
    const [row] = await this.dataSource.query<(TaskRow & { mayHandle: boolean })[]>(
      `WITH found AS (${SELECT} WHERE t.id = $1)
       SELECT found.*, coalesce(
         (t.department_id = $2 AND (t.role IS NULL OR t.role = $3))
         OR t.assignee_person = $4, false) AS "mayHandle"
       FROM found JOIN task t ON t.id = found.id`,
      [
        id,
        session?.post?.organisation.id ?? null,
        session?.post?.role ?? null,
        session?.person.id ?? null,
      ],
    );
    return row;
  }

  /**
   * The task, if the caller's post handles it (or it is the applicant's own).
   * @throws DomainError 404 `task-not-found`, 403 `task-of-another-department` (audited)
   */
  async require(session: Session, id: string, act: string): Promise<TaskRow> {
    const row = await this.find(id, session);
    if (row?.mayHandle) return row;
    if (row) {
      await audit(this.dataSource.manager, {
        person: session.person.id,
        post: session.post?.id,
        act,
        target: `task:${id}`,
        outcome: 'refused',
      });
    }
    // An applicant learns nothing of other people's tasks, not even that they exist.
    if (!row || !session.post) {
      throw notFound('task-not-found', `没有任务 ${id}，请从待办列表中选择。`);
    }
    throw forbidden(
      'task-of-another-department',
      `“${row.name}”由${row.departmentName || '其他部门'}办理，不属于您当前岗位。如您另有岗位，请先切换。`,
    );
  }

  async summary(id: string): Promise<TaskSummaryDto> {
    const row = await this.find(id);
    if (!row) throw notFound('task-not-found', `没有任务 ${id}，请从待办列表中选择。`);
    return summaryOf(row);
  }

  /** The task beside its case. @throws DomainError as `require` */
  async read(session: Session, id: string): Promise<TaskDto> {
    const row = await this.require(session, id, 'task.read');
    await auditLook(this.dataSource.manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'case.read',
      target: `case:${row.caseNumber}`,
    });
    const form = row.form ? await readForm(row.form) : null;
    return {
      ...summaryOf(row),
      formSchema: form?.schema ?? null,
      uiSchema: form?.uiSchema ?? null,
      outcomes: row.outcomes,
      inputs: row.inputs,
      case: await this.views.assemble(row.caseNumber, session.post !== null),
    };
  }
}
