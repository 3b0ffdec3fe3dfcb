/**
 * Tasks of a case beside its diagram: the approval of an extension or a seal, a sign-off, a later
 * check. They stand in the same table and inbox as the diagram's and are claimed, released and
 * completed alike; the workflow knows nothing of them.
 */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../../../bpmn/model/process.js';
import { workingDaysAfter } from '../../calendar/index.js';
import { conflict, notFound } from '../../platform/errors.js';
import { versionForTask } from './form-version.js';
import { tellHands } from './tell-hands.js';

export interface NewSideTask {
  caseNumber: string;
  /** A purpose of the registry (`src/handling/tasks/purposes`). */
  purpose: string;
  /** What people read in their inbox. */
  name: string;
  departmentId: string;
  /** Left out: anybody at a desk of the department. `applicant`: the case's applicant. */
  role?: string;
  /** Left out: whoever claims it. */
  assignee?: { personId: string; postId?: string | null };
  outcomes: Outcome[];
  /** Key of a form. */
  form?: string;
  dueAt?: Date | null;
  /** In working days instead: it moves with the calendar. */
  limit?: { from: Date | number; workingDays: number };
  /** Id of the task it stands beside. */
  parentTask?: string;
  /** It is of no use without that task: the caller has locked it, and it closes when that one is cancelled. */
  withParent?: boolean;
  /** What its purpose needs to know when it is done; codes and references. */
  data?: Record<string, unknown>;
  /** Shown to the handler beside the case. */
  inputs?: Record<string, unknown>;
  /** It is there for what comes after the case: its end does not close it, and it may open then. */
  survivesEnd?: boolean;
  /** What the same call has when it is repeated (`[A-Za-z0-9-]`, unique in the case): opens one task only. */
  key?: string;
}

/**
 * Opens a side task inside the caller's transaction.
 * @returns its id; the earlier one's when `key` was used before
 * @throws DomainError `case-not-found`, `already-ended`
 */
export async function openSideTask(manager: EntityManager, task: NewSideTask): Promise<string> {
  const key = `side-${task.key ?? randomUUID()}`;
  const id = `${task.caseNumber}.${key}`;
  const applicant = await openCaseOf(manager, task);
  const { limit } = task;
  const dueAt = limit
    ? await workingDaysAfter(manager, task.caseNumber, limit.from, limit.workingDays)
    : task.dueAt;
  const assignee =
    task.assignee ?? (task.role === 'applicant' ? { personId: applicant } : undefined);
  const rows = await manager.query<unknown[]>(
    `INSERT INTO task (id, case_number, key, element, name, role, department_id, form, form_version,
                       outcomes, inputs, state, opened_step, opened_at, due_at, assignee_person,
                       assignee_post, claimed_at, origin, purpose, parent_task, data, survives_end,
                       with_parent, time_limit, limit_from)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, ${versionForTask('$8', '$2')}, $9, $10, 'open', 0, now(), $11, $12, $13,
             CASE WHEN $12::text IS NOT NULL THEN now() END, 'side', $4, $14, $15, $16, $17, $18, $19)
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      id,
      task.caseNumber,
      key,
      task.purpose,
      task.name,
      task.role ?? null,
      task.role === 'applicant' ? null : task.departmentId,
      task.form ?? null,
      JSON.stringify(task.outcomes),
      JSON.stringify(task.inputs ?? {}),
      dueAt ?? null,
      assignee?.personId ?? null,
      assignee?.postId ?? null,
      task.parentTask ?? null,
      JSON.stringify(task.data ?? {}),
      task.survivesEnd ?? false,
      task.withParent ?? false,
      limit ? `${limit.workingDays}wd` : null,
      limit ? new Date(limit.from) : null,
    ],
  );
  const internal = task.role !== 'applicant';
  if (rows.length > 0) {
    await writeSideLine(manager, { taskId: id, kind: 'task-opened', cause: id, internal });
    if (internal && assignee)
      await tellHands(manager, {
        ...{ key: id, taskId: id, person: assignee.personId, how: '需要您本人办理' },
      });
  }
  return id;
}

/** Waits for a step under way, so that none opens behind the end. @returns the applicant's id */
async function openCaseOf(
  manager: EntityManager,
  { caseNumber, survivesEnd, withParent }: NewSideTask,
): Promise<string> {
  // Who holds a task's lock must not wait for the case's: a step takes them the other way round.
  const lock = withParent ? '' : 'FOR SHARE';
  const [row] = await manager.query<{ ended: boolean; applicant: string }[]>(
    `SELECT ended, applicant_id AS applicant FROM cases WHERE number = $1 ${lock}`,
    [caseNumber],
  );
  if (!row) throw notFound('case-not-found', `没有办件 ${caseNumber}。`);
  if (row.ended && !survivesEnd) throw conflict('already-ended', '办件已办结，不能再办理。');
  return row.applicant;
}

export interface SideLine {
  taskId: string;
  kind: string;
  /** Says which act wrote it. */
  cause: string;
  personId?: string;
  postId?: string | null;
  outcome?: string;
  opinion?: string;
  data?: Record<string, unknown>;
  /** For the staff alone: the applicant's timeline does not show it. */
  internal?: boolean;
}

/** A line of the case's timeline that belongs to no step: no step that never happened takes it along. */
export async function writeSideLine(manager: EntityManager, line: SideLine): Promise<void> {
  await manager.query(
    `INSERT INTO timeline (case_number, step, cause, at, kind, element, name, task_id, person_id,
                           post_id, department_id, outcome, opinion, data, internal)
     SELECT case_number, 0, $2, now(), $3, element, name, id, $4, $5, department_id, $6, $7, $8, $9
       FROM task WHERE id = $1`,
    [
      line.taskId,
      line.cause,
      line.kind,
      line.personId ?? null,
      line.postId ?? null,
      line.outcome ?? null,
      line.opinion ?? null,
      line.data ? JSON.stringify(line.data) : null,
      line.internal ?? false,
    ],
  );
}

/** Closes open ones that nobody needs any more. @returns how many */
export async function cancelSideTasks(manager: EntityManager, ids: string[]): Promise<number> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE task SET state = 'cancelled'
      WHERE id = ANY($1) AND origin = 'side' AND state = 'open' RETURNING id`,
    [ids],
  );
  for (const { id } of rows)
    await writeSideLine(manager, {
      ...{ taskId: id, kind: 'task-cancelled', cause: id, internal: true },
    });
  return rows.length;
}
