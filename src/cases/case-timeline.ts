/** The case's timeline in people's words. */
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../../bpmn/model/process.js';
import type { TimelineEntryDto } from './case.dto.js';

interface TimelineRow {
  at: Date;
  kind: string;
  element: string | null;
  name: string | null;
  person: string | null;
  department: string | null;
  level: string | null;
  outcome: string | null;
  opinion: string | null;
  outcomes: Outcome[] | null;
}

const TEXTS: Record<string, (row: TimelineRow, outcome: string | null) => string> = {
  'task-opened': ({ name, department }) => `${name ?? ''}：待${department ?? '申请人'}办理`,
  'task-completed': ({ name, department, person }, outcome) =>
    `${department ?? ''}${person ?? ''}办理“${name ?? ''}”${outcome ? `：${outcome}` : ''}`,
  'task-cancelled': ({ name }) => `${name ?? ''}：不再需要办理`,
  'activity-started': ({ name }) => `系统开始${name ?? ''}`,
  'activity-done': ({ name }) => `系统完成${name ?? ''}`,
  'child-started': ({ name }) => `分送办理：${name ?? ''}`,
  'message-thrown': ({ name }) => `发出通知：${name ?? ''}`,
  incident: ({ name }) => `出现异常：${name ?? ''}`,
  'incident-resolved': () => '异常已处理',
  migrated: ({ person, opinion }) => `${person ?? ''}把办件迁移到流程的另一版本：${opinion ?? ''}`,
  modified: ({ person, opinion }) => `${person ?? ''}调整了办理环节：${opinion ?? ''}`,
};

function entryOf(row: TimelineRow): TimelineEntryDto {
  const { outcomes, at, ...rest } = row;
  const outcomeName = outcomes?.find(({ id }) => id === row.outcome)?.name ?? row.outcome;
  const text = TEXTS[row.kind]?.(row, outcomeName) ?? row.name ?? row.kind;
  return { ...rest, at: at.toISOString(), outcomeName, text };
}

/** Oldest first; what was superseded is kept in the table, but did not happen. */
export async function readTimeline(
  manager: EntityManager,
  caseNumber: string,
): Promise<TimelineEntryDto[]> {
  const rows = await manager.query<TimelineRow[]>(
    `SELECT l.at, l.kind, l.element, l.name, p.name AS person, o.name AS department,
            coalesce(t.level, o.level) AS level, l.outcome, l.opinion, t.outcomes
     FROM timeline l
     LEFT JOIN task t ON t.id = l.task_id
     LEFT JOIN person p ON p.id = l.person_id
     LEFT JOIN organisation o ON o.id = l.department_id
     WHERE l.case_number = $1 AND NOT l.superseded ORDER BY l.id`,
    [caseNumber],
  );
  return rows.map(entryOf);
}
