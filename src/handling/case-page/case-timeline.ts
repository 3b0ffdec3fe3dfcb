/** The case's timeline in people's words. */
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../../../bpmn/model/process.js';
import type { TimelineEntryDto } from './case-timeline.dto.js';

interface TimelineRow {
  at: Date;
  kind: string;
  element: string | null;
  name: string | null;
  person: string | null;
  /** Whose deputy, or agent, the person was. */
  inNameOf: string | null;
  department: string | null;
  level: string | null;
  outcome: string | null;
  opinion: string | null;
  outcomes: Outcome[] | null;
}

const TEXTS: Record<string, (row: TimelineRow, outcome: string | null) => string> = {
  'task-opened': ({ name, department }) => `${name ?? ''}：待${department ?? '申请人'}办理`,
  'task-completed': ({ name, department, person, inNameOf }, outcome) =>
    `${department ?? ''}${person ?? ''}${inNameOf ? `（代${inNameOf}）` : ''}办理“${name ?? ''}”${outcome ? `：${outcome}` : ''}`,
  'task-cancelled': ({ name }) => `${name ?? ''}：不再需要办理`,
  'activity-started': ({ name }) => `系统开始${name ?? ''}`,
  'activity-done': ({ name }) => `系统完成${name ?? ''}`,
  'child-started': ({ name }) => `分送办理：${name ?? ''}`,
  'message-received': ({ name }) => `收到通知：${name ?? ''}`,
  'message-thrown': ({ name }) => `发出通知：${name ?? ''}`,
  incident: ({ name }) => `出现异常：${name ?? ''}`,
  'incident-resolved': () => '异常已处理',
  'variables-changed': ({ person, name, opinion }) =>
    `${person ?? ''}改正流程变量“${name ?? ''}”：${opinion ?? ''}`,
  'second-person-asked': ({ person, name, opinion }) =>
    `${person ?? ''}提出，请第二人${name ?? ''}：${opinion ?? ''}`,
  'item-comment': ({ person }) => `${person ?? ''}对一项内容写了意见`,
  'item-answer': ({ person }) => `${person ?? ''}答复了一条意见`,
  'task-recall-copy': ({ person, name }) => `${person ?? ''}撤回“${name ?? ''}”的抄送`,
  migrated: ({ person, opinion }) => `${person ?? ''}把办件迁移到流程的另一版本：${opinion ?? ''}`,
  returned: ({ person, name, opinion }) => `${person ?? ''}驳回到“${name ?? ''}”：${opinion ?? ''}`,
  recalled: ({ person, name, opinion }) => `${person ?? ''}拿回“${name ?? ''}”：${opinion ?? ''}`,
  'task-claim': ({ person, name }) => `${person ?? ''}签收“${name ?? ''}”`,
  'task-release': ({ person, name }) => `${person ?? ''}退签“${name ?? ''}”`,
  'task-transfer': ({ person, name, opinion }) =>
    `${person ?? ''}转办“${name ?? ''}”：${opinion ?? ''}`,
  'task-delegate': ({ person, name, opinion }) =>
    `${person ?? ''}委派“${name ?? ''}”：${opinion ?? ''}`,
  'task-give-back': ({ person, name, opinion }) =>
    `${person ?? ''}交回“${name ?? ''}”：${opinion ?? ''}`,
  'task-end-delegation': ({ person, name }) => `${person ?? ''}收回“${name ?? ''}”的委派`,
  'task-sign-before': ({ person, name, opinion }) =>
    `${person ?? ''}对“${name ?? ''}”前加签：${opinion ?? ''}`,
  'task-sign-after': ({ person, name, opinion }) =>
    `${person ?? ''}对“${name ?? ''}”后加签：${opinion ?? ''}`,
  'task-sign-off-removal': ({ person, name, opinion }) =>
    `${person ?? ''}对“${name ?? ''}”减签：${opinion ?? ''}`,
  'task-hold': ({ person, name }) => `${person ?? ''}提交“${name ?? ''}”，等待后加签`,
  'task-copy': ({ person, name }) => `${person ?? ''}抄送“${name ?? ''}”`,
  'task-return': ({ person, name }) => `${person ?? ''}提出驳回“${name ?? ''}”`,
  'task-recall': ({ person, name }) => `${person ?? ''}拿回“${name ?? ''}”`,
  'task-urge': ({ person, name }) => `${person ?? ''}催办“${name ?? ''}”`,
  card: ({ name }) => `效能监督亮牌：${name ?? ''}`,
  'supervision-order': ({ name, department, person }) =>
    `${department ?? ''}${person ?? ''}${name ?? '督办'}`,
  modified: ({ person, opinion }) => `${person ?? ''}调整了办理环节：${opinion ?? ''}`,
};

/** What went wrong inside, and where, is for who mends it. */
const TROUBLE = '办理中遇到问题，工作人员正在处理，您不用操作';

function entryOf(line: TimelineRow, staff: boolean): TimelineEntryDto {
  const hidden = line.kind === 'incident' && !staff;
  const row = hidden ? { ...line, name: null, element: null } : line;
  const { outcomes, at, inNameOf: _, ...rest } = row;
  const outcomeName = outcomes?.find(({ id }) => id === row.outcome)?.name ?? row.outcome;
  const said = TEXTS[row.kind]?.(row, outcomeName) ?? row.name ?? row.kind;
  const text = hidden ? TROUBLE : said;
  return { ...rest, at: at.toISOString(), outcomeName, text };
}

/** Oldest first; what was superseded is kept in the table, but did not happen. */
export async function readTimeline(
  manager: EntityManager,
  caseNumber: string,
  staff: boolean,
): Promise<TimelineEntryDto[]> {
  const rows = await manager.query<TimelineRow[]>(
    `SELECT l.at, l.kind, l.element, l.name, p.name AS person, o.name AS department,
            coalesce(t.level, o.level) AS level, l.outcome, l.opinion, t.outcomes,
            CASE WHEN l.person_id <> t.assignee_person
                 THEN (SELECT name FROM person WHERE id = t.assignee_person) END AS "inNameOf"
     FROM timeline l
     LEFT JOIN task t ON t.id = l.task_id
     LEFT JOIN person p ON p.id = l.person_id
     LEFT JOIN organisation o ON o.id = l.department_id
     WHERE l.case_number = $1 AND NOT l.superseded AND ($2 OR NOT l.internal) ORDER BY l.id`,
    [caseNumber, staff],
  );
  return rows.map((row) => entryOf(row, staff));
}
