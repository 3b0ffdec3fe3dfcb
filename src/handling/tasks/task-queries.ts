/** Reading tasks. Whose they are is decided inside the SQL: the desks somebody sits at, and those they stand in for. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Outcome } from '../../../bpmn/model/process.js';
import { isAdverse, legalActOf } from '../../../workflows/law/index.js';
import { actorOf, type Actor, auditLook, type Session } from '../../people/index.js';
import { CaseViews, lightOf } from '../case-page/index.js';
import { type CallerToCase, ownsCase, requireCase } from '../../cases/index.js';
import { formVersion } from '../../catalogue/index.js';
import { notFound } from '../../platform/errors.js';
import { masked } from '../../platform/masking.js';
import { decodeCursor, encodeCursor, FIRST_PAGE } from '../../platform/http/index.js';
import { sentCopies, unreadCopies } from './copies.js';
import { type FoundTask, identitiesOf, requireTask } from '../task-access/index.js';
import {
  filterOf,
  filterValues,
  FROM,
  scopeOf,
  SELECT,
  VIEWS,
  type InboxFilter,
  type InboxView,
} from './inbox-sql.js';
import { taskHistory } from './task-history.js';
import { signOffsOf } from './sign-offs/reading.js';
import { draftOf } from './task-drafts.js';
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
  departmentId: string | null;
  level: string | null;
  role: string | null;
  regionName: string;
  applicantName: string;
  state: TaskSummaryDto['state'];
  openedAt: Date;
  dueAt: Date | null;
  assigneeId: string | null;
  assigneeName: string | null;
  form: string | null;
  formVersion: number | null;
  outcomes: Outcome[];
  inputs: Record<string, unknown>;
  origin: 'diagram' | 'side';
  purpose: string | null;
  delegatorId: string | null;
  delegatorName: string | null;
  urgedTimes: number;
  urgedAt: Date | null;
  parentTask: string | null;
  waiting: 'sign-before' | 'sign-after' | null;
  bulk: boolean;
}

type Counts = Pick<TaskListDto, 'pool' | 'mine' | 'delegated' | 'copies'>;

const FOR_EVER = `'infinity'::timestamptz`;

function summaryOf(row: TaskRow): TaskSummaryDto {
  const { id, caseNumber, itemCode, itemName, element, name, act, departmentName } = row;
  const { level, role, regionName, applicantName, state, openedAt, dueAt } = row;
  const { purpose, waiting, urgedTimes, bulk, departmentId } = row;
  const person = (of: string | null, called: string | null) =>
    of ? { id: of, name: called ?? of } : null;
  return {
    ...{ id, caseNumber, itemCode, itemName, element, name, act, departmentName, departmentId },
    ...{ level, role, regionName, applicantName, state, purpose, waiting, urgedTimes, bulk },
    openedAt: openedAt.toISOString(),
    dueAt: dueAt?.toISOString() ?? null,
    urgedAt: row.urgedAt?.toISOString() ?? null,
    light: lightOf(openedAt, dueAt),
    assignee: person(row.assigneeId, row.assigneeName),
    delegator: person(row.delegatorId, row.delegatorName),
  };
}

@Injectable()
export class TaskQueries {
  constructor(
    private readonly dataSource: DataSource,
    private readonly views: CaseViews,
  ) {}

  /** The most urgent first, by due date and id; of what is done, the latest. */
  async list(actor: Actor, query: TaskQuery): Promise<TaskListDto> {
    const { view = 'pool', ...filter } = query;
    const scope = scopeOf(await identitiesOf(this.dataSource.manager, actor));
    const after = query.cursor && view !== 'done' ? decodeCursor(query.cursor) : FIRST_PAGE;
    const order =
      view === 'done' ? 't.completed_at DESC, t.id' : `coalesce(t.due_at, ${FOR_EVER}), t.id`;
    const rows = await this.dataSource.query<TaskRow[]>(
      `${SELECT} WHERE ${VIEWS[view]} AND ${filterOf(filter)}
         AND ($9::timestamptz IS NULL
              OR (coalesce(t.due_at, ${FOR_EVER}), t.id) > ($9::timestamptz, $10::text))
       ORDER BY ${order} LIMIT ${PAGE + 1}`,
      [...scope, ...filterValues(filter), ...after],
    );
    const last = rows.length > PAGE && view !== 'done' ? rows[PAGE - 1] : undefined;
    return {
      items: rows.slice(0, PAGE).map(summaryOf),
      next: last ? encodeCursor([last.dueAt?.toISOString() ?? 'infinity', last.id]) : null,
      ...(await this.counts(scope, actor.personId)),
    };
  }

  private async counts(scope: unknown[], person: string): Promise<Counts> {
    const count = (view: InboxView) =>
      `(SELECT count(*)::int FROM task t WHERE ${VIEWS[view]}) AS ${view}`;
    const [row] = await this.dataSource.query<Counts[]>(
      `SELECT ${count('pool')}, ${count('mine')}, ${count('delegated')}, ${unreadCopies('$5')} AS copies`,
      [...scope, person],
    );
    return row!;
  }

  /** How many tasks a saved view has now. */
  async count(actor: Actor, view: InboxView, filter: InboxFilter): Promise<number> {
    const scope = scopeOf(await identitiesOf(this.dataSource.manager, actor));
    const [row] = await this.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count ${FROM} WHERE ${VIEWS[view]} AND ${filterOf(filter)}`,
      [...scope, ...filterValues(filter)],
    );
    return row!.count;
  }

  private async find(id: string): Promise<TaskRow> {
    const [row] = await this.dataSource.query<TaskRow[]>(`${SELECT} WHERE t.id = $1`, [id]);
    if (!row) throw notFound('task-not-found', `没有任务 ${id}，请从待办列表中选择。`);
    return row;
  }

  /** @throws DomainError as `requireTask` */
  require(session: Session, id: string, act: string): Promise<FoundTask> {
    return requireTask(this.dataSource.manager, session, id, act);
  }

  async summary(id: string): Promise<TaskSummaryDto> {
    return summaryOf(await this.find(id));
  }

  /** The task beside its case. @throws DomainError as `require` */
  async read(session: Session, id: string): Promise<TaskDto> {
    const { manager } = this.dataSource;
    await requireTask(manager, session, id, 'task.read');
    const row = await this.find(id);
    const sees = await this.sightOf(session, row);
    const form = row.form ? await formVersion(manager, row.form, row.formVersion) : null;
    // What colleagues say among themselves is not for who applied, whatever post they hold.
    const atTheDesk = session.post !== null && sees !== 'own';
    const asked = row.parentTask ? [id, row.parentTask] : [id];
    const said = {
      inputs: row.inputs,
      signOffs: atTheDesk ? await signOffsOf(manager, asked) : [],
      operations: atTheDesk ? await taskHistory(manager, id) : [],
    };
    return {
      ...summaryOf(row),
      formSchema: form?.schema ?? null,
      uiSchema: form?.uiSchema ?? null,
      outcomes: row.outcomes.map((outcome) => ({ ...outcome, adverse: isAdverseTo(row, outcome) })),
      parentTask: row.parentTask,
      copies: atTheDesk && sees !== 'part' ? await sentCopies(manager, id) : [],
      ...(sees === 'own' ? said : masked(said)),
      draft: await draftOf(manager, id, session.person.id),
      actingAs: await this.actingAs(session, row),
      case: await this.views.assemble(row.caseNumber, { sees, mayShow: sees === 'whole' }),
    };
  }

  /**
   * What a task shows of its case: all of it to those at its desk while it is open, as the applicant sees it
   * to the applicant, and the part to who was asked beside it; once it is done, what they see without it.
   */
  private async sightOf(session: Session, row: TaskRow): Promise<CallerToCase['sees']> {
    const { manager } = this.dataSource;
    if (isAsked(row))
      return (await requireCase(manager, session, row.caseNumber, 'case.read')).sees;
    const mine = row.role === 'applicant' || (await ownsCase(manager, session, row.caseNumber));
    const open = ['open', 'completing'].includes(row.state);
    if (!open && !mine)
      return (await requireCase(manager, session, row.caseNumber, 'case.read-whole')).sees;
    await auditLook(manager, {
      person: session.person.id,
      post: session.post?.id,
      act: 'case.read',
      target: `case:${row.caseNumber}`,
    });
    return mine ? 'own' : 'whole';
  }

  /** In whose name the caller has it, when that is not their own. */
  private async actingAs(session: Session, row: TaskRow) {
    if (!row.assigneeId || row.assigneeId === session.person.id) return null;
    const identities = await identitiesOf(this.dataSource.manager, actorOf(session));
    const principal = identities.find(({ personId }) => personId === row.assigneeId);
    return principal ? { id: row.assigneeId, name: row.assigneeName ?? row.assigneeId } : null;
  }

  /** What was done with a task, for whoever may see its case. */
  async operations(session: Session, id: string) {
    if (!session.post) throw notFound('task-not-found', `没有任务 ${id}。`);
    const row = await this.find(id);
    const { manager } = this.dataSource;
    const { sees } = await requireCase(manager, session, row.caseNumber, 'case.read-whole');
    if (sees === 'own') throw notFound('task-not-found', `没有任务 ${id}。`);
    return masked(await taskHistory(this.dataSource.manager, id));
  }
}

/** Beside another's task, or about what one regulates: it shows the part that is asked about. */
const isAsked = ({ origin, parentTask, purpose }: TaskRow): boolean =>
  origin === 'side' && (parentTask !== null || purpose === 'regulate');

const isAdverseTo = ({ origin, act }: TaskRow, { id }: Outcome): boolean =>
  origin === 'diagram' && isAdverse(legalActOf(act ?? undefined, id));
