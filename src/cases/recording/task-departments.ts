/**
 * Departments are found, not named (decision 2, organisations and authority as data): line, level,
 * role + region and item → department.
 */
import { resolveDepartment } from '../../catalogue/index.js';
import type { EntityManager } from 'typeorm';
import type { RecordInput, RecordedTask } from '../../../workflows/contracts/case.js';
import type { StoredCase } from './record.js';

/** Task key → department; null where none was found, which is an incident, never a lost task. */
export type TaskDepartments = Map<string, string | null>;

interface KnownTask {
  key: string;
  department_id: string | null;
}

/** Those of the tasks that are in the table. */
export async function knownDepartments(
  manager: EntityManager,
  { caseNumber, tasks }: RecordInput,
): Promise<KnownTask[]> {
  if (tasks.length === 0) return [];
  return manager.query<KnownTask[]>(
    `SELECT key, department_id FROM task WHERE case_number = $1 AND key = ANY($2)`,
    [caseNumber, tasks.map(({ key }) => key)],
  );
}

/** Looks up departments of the tasks that are not in the table yet, or stand there without one. */
export async function findDepartments(
  manager: EntityManager,
  input: RecordInput,
  stored: StoredCase,
  known: KnownTask[],
): Promise<TaskDepartments> {
  const found: TaskDepartments = new Map();
  // Another version of the process may give a task to another department.
  if (input.movedTo === undefined)
    for (const { key, department_id } of known) found.set(key, department_id);
  for (const task of input.tasks) {
    if (found.get(task.key) || task.assignment.role === 'applicant') continue;
    found.set(task.key, await departmentOf(manager, task, stored));
  }
  return found;
}

async function departmentOf(
  manager: EntityManager,
  task: RecordedTask,
  stored: StoredCase,
): Promise<string | null> {
  const department = await resolveDepartment(manager, {
    item: stored.item_code,
    region: stored.region,
    leadDepartment: stored.lead_department,
    ...task.assignment,
  });
  return department?.id ?? null;
}
