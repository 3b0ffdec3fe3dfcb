/** A task's row as the verbs see it, locked while one is at work. */
import type { EntityManager } from 'typeorm';
import type { Outcome } from '../../../bpmn/model/process.js';
import type { Actor } from '../../cases/index.js';
import { notFound } from '../../platform/errors.js';
import type { Completion } from './completion.js';

/** A completion that waits for the sign-offs after it. */
export interface Held {
  completion: Completion;
  actor: Pick<Actor, 'personId' | 'postId'>;
}

export interface TaskRow {
  id: string;
  case_number: string;
  key: string;
  element: string;
  name: string;
  act: string | null;
  state: string;
  role: string | null;
  department_id: string | null;
  outcomes: Outcome[];
  assignee_person: string | null;
  assignee_post: string | null;
  assignee_name: string | null;
  delegator_person: string | null;
  delegator_post: string | null;
  origin: 'diagram' | 'side';
  purpose: string | null;
  parent_task: string | null;
  data: Record<string, unknown>;
  held: Held | null;
  form: string | null;
  form_version: number | null;
  /** Where somebody is asked to sign, or will be: before it is completed, after it. */
  signed: ('before' | 'after')[];
  applicant: string;
  agent: string | null;
  ended: boolean;
}

const SELECT = `SELECT t.id, t.case_number, t.key, t.element, t.name, t.act, t.state, t.role,
    t.department_id, t.outcomes, t.assignee_person, t.assignee_post, a.name AS assignee_name,
    t.delegator_person, t.delegator_post, t.origin, t.purpose, t.parent_task, t.data, t.held,
    t.form, t.form_version,
    ARRAY(SELECT place FROM sign_off s
           WHERE s.task_id = t.id AND s.state IN ('planned', 'open')) AS signed,
    c.applicant_id AS applicant, c.agent_id AS agent, c.ended
  FROM task t JOIN cases c ON c.number = t.case_number
  LEFT JOIN person a ON a.id = t.assignee_person WHERE t.id = $1`;

/** @throws DomainError `task-not-found` */
export async function lookAt(manager: EntityManager, taskId: string): Promise<TaskRow> {
  const [task] = await manager.query<TaskRow[]>(SELECT, [taskId]);
  if (!task) throw notFound('task-not-found', `没有任务 ${taskId}。`);
  return task;
}

/**
 * The task, and nobody else at it till the end of the transaction; the task it stands beside is locked
 * first, so that the two sides of a sign-off never wait for each other.
 */
export async function lockTask(manager: EntityManager, taskId: string): Promise<TaskRow> {
  const [, task] = await Promise.all([
    manager.query<unknown>(
      `SELECT 1 FROM task
        WHERE id = $1 OR id = (SELECT parent_task FROM task WHERE id = $1)
        ORDER BY id = $1 FOR UPDATE`,
      [taskId],
    ),
    lookAt(manager, taskId),
  ]);
  return task;
}
