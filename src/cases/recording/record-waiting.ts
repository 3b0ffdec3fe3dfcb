/** What a case waits for or stumbles over, as `record` writes it: subscriptions and incidents as they now are. */
import type { EntityManager } from 'typeorm';
import type { RecordInput } from '../../../workflows/contracts/case.js';
import { taskId } from './record-tasks.js';
import type { TaskDepartments } from './task-departments.js';

/** The engine's incidents as they now are, and one for every task without a department. */
async function addIncidents(
  manager: EntityManager,
  { caseNumber }: RecordInput,
  rows: IncidentRow[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO incident (id, case_number, key, element, code, message, task_id, state, opened_at)
     SELECT $1 || '.' || key, $1, key, element, code, message, task_id, 'open', to_timestamp(at / 1000)
       FROM jsonb_to_recordset($2::jsonb) AS i(
            key text, element text, code text, message text, task_id text, at float8)
     ON CONFLICT (id) DO UPDATE SET state = 'open', message = EXCLUDED.message, resolved_at = NULL`,
    [caseNumber, JSON.stringify(rows)],
  );
}

/** Takes subscriptions away that are gone, and writes incidents as they now are. */
export async function writeWaiting(
  manager: EntityManager,
  input: RecordInput,
  departments: TaskDepartments,
): Promise<void> {
  const incidents = [...input.incidents.map(engineIncident), ...homelessTasks(input, departments)];
  const gone = manager.query<unknown>(
    `WITH gone AS (
       DELETE FROM subscription WHERE case_number = $1 AND NOT id = ANY($2))
     UPDATE incident SET state = 'resolved', resolved_at = now()
      WHERE case_number = $1 AND state = 'open' AND NOT key = ANY($3)`,
    [input.caseNumber, input.subscriptions.map(({ id }) => id), incidents.map(({ key }) => key)],
  );
  await Promise.all([gone, addIncidents(manager, input, incidents)]);
}

interface IncidentRow {
  key: string;
  element: string;
  code: string;
  message: string;
  task_id: string | null;
  at: number;
}

function engineIncident(incident: RecordInput['incidents'][number]): IncidentRow {
  const { id, element, code, message, at } = incident;
  return { key: id, element, code, message, task_id: null, at };
}

function homelessTasks(input: RecordInput, departments: TaskDepartments): IncidentRow[] {
  return input.tasks
    .filter(({ key }) => departments.get(key) === null)
    .map(({ key, element, name, assignment, openedAt }) => ({
      key: `department:${key}`,
      element,
      code: 'no-department',
      message:
        `“${name}”找不到承办部门（条：${assignment.line ?? '牵头部门'}，层级：${assignment.level ?? '—'}，` +
        `岗位：${assignment.role ?? '—'}）。请补全该区域的机构或事项的实施主体，然后重试。`,
      task_id: taskId(input.caseNumber, key),
      at: openedAt,
    }));
}
