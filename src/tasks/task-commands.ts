/**
 * Claim, release and complete. Claims are PostgreSQL's own truth and touch no workflow; a completion
 * is a row first, then an Update (decision 3).
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { Outcome } from '../../bpmn/model/process.js';
import { audit } from '../audit/index.js';
import {
  CommandDispatcher,
  insertCommand,
  repeated,
  type Actor,
  type CommandResult,
  type CommandRow,
} from '../cases/index.js';
import { conflict, forbidden, notFound, unprocessable } from '../platform/errors.js';
import { completeSideTask } from './complete-side-task.js';
import type { Completion } from './completion.js';

interface TaskRow {
  id: string;
  case_number: string;
  key: string;
  name: string;
  state: string;
  role: string | null;
  department_id: string | null;
  outcomes: Outcome[];
  assignee_person: string | null;
  assignee_name: string | null;
  origin: 'diagram' | 'side';
  purpose: string | null;
  parent_task: string | null;
  data: Record<string, unknown>;
}

@Injectable()
export class TaskCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** Two handlers claiming one task: one conditional UPDATE wins, the other is told who has it. */
  async claim(taskId: string, actor: Actor): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>(
        `UPDATE task SET assignee_person = $2, assignee_post = $3, claimed_at = now()
          WHERE id = $1 AND state = 'open' AND department_id = $4
            AND (role IS NULL OR role = $5)
            AND (assignee_person IS NULL OR assignee_person = $2)
         RETURNING id`,
        [taskId, actor.personId, actor.postId, actor.organisationId, actor.role],
      );
      if (rows.length === 0) throw reasonAgainst(await lookAt(manager, taskId), actor);
      await audited(manager, actor, 'task.claim', taskId);
    });
  }

  /** Gives a claimed task back to the pool. */
  async release(taskId: string, actor: Actor): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<[unknown[], number]>(
        `UPDATE task SET assignee_person = NULL, assignee_post = NULL, claimed_at = NULL
          WHERE id = $1 AND state = 'open' AND assignee_person = $2 AND role IS DISTINCT FROM 'applicant'
         RETURNING id`,
        [taskId, actor.personId],
      );
      if (rows.length === 0) {
        const task = await lookAt(manager, taskId);
        if (task.assignee_person !== actor.personId) throw reasonAgainst(task, actor);
        throw conflict('task-not-open', `“${task.name}”已提交办理，不能退回。`);
      }
      await audited(manager, actor, 'task.release', taskId);
    });
  }

  /**
   * Completes a task the actor has claimed (or that is the applicant's own).
   * @throws DomainError task-not-claimed, task-not-open, unknown-outcome, outcome-missing …
   */
  async complete(
    taskId: string,
    actor: Actor,
    completion: Completion,
    key: string,
  ): Promise<CommandResult> {
    let released: CommandRow | undefined;
    const row = await this.dataSource.transaction(async (manager) => {
      const earlier = await repeated(manager, key, actor);
      if (earlier) return earlier;
      const task = await lockTask(manager, taskId);
      checkCompletion(task, actor, completion);
      if (task.origin === 'side') {
        await audited(manager, actor, 'task.complete', taskId, {
          ...{ command: key, purpose: task.purpose, outcome: completion.outcome },
        });
        const done = await completeSideTask(manager, task, { actor, completion, key });
        released = done.released;
        return done.row;
      }
      const { outcome, opinion, form } = completion;
      await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [taskId]);
      await audited(manager, actor, 'task.complete', taskId, { command: key, outcome });
      return insertCommand(manager, {
        id: key,
        caseNumber: task.case_number,
        taskId,
        kind: 'complete',
        actor,
        payload: { taskKey: task.key, outcome, opinion, form },
      });
    });
    if (released) await this.dispatcher.send(released);
    return this.dispatcher.dispatch(row);
  }
}

const COLUMNS = `id, case_number, key, name, state, role, department_id, outcomes, assignee_person,
  origin, purpose, parent_task, data,
  (SELECT name FROM person WHERE person.id = assignee_person) AS assignee_name`;

async function lookAt(manager: EntityManager, taskId: string): Promise<TaskRow> {
  const [task] = await manager.query<TaskRow[]>(`SELECT ${COLUMNS} FROM task WHERE id = $1`, [
    taskId,
  ]);
  if (!task) throw notFound('task-not-found', `没有任务 ${taskId}。`);
  return task;
}

async function lockTask(manager: EntityManager, taskId: string): Promise<TaskRow> {
  await manager.query(`SELECT 1 FROM task WHERE id = $1 FOR UPDATE`, [taskId]);
  return lookAt(manager, taskId);
}

function checkCompletion(task: TaskRow, actor: Actor, { outcome }: Completion): void {
  const mine = task.assignee_person === actor.personId;
  const here = task.role === 'applicant' || task.department_id === actor.organisationId;
  if (!mine || !here) throw reasonAgainst(task, actor);
  if (task.state !== 'open') {
    throw conflict('task-not-open', `“${task.name}”已提交办理或已关闭；请刷新后查看。`);
  }
  if (task.outcomes.length === 0) return;
  const choices = task.outcomes.map(({ id, name }) => `${name}（${id}）`).join('、');
  if (!outcome) {
    throw unprocessable('outcome-missing', `请选择办理结果：${choices}。`, { field: 'outcome' });
  }
  if (!task.outcomes.some(({ id }) => id === outcome)) {
    throw unprocessable(
      'unknown-outcome',
      `办理结果“${outcome}”不在流程图规定的选项内；可选：${choices}。`,
      { field: 'outcome', allowed: task.outcomes.map(({ id }) => id) },
    );
  }
}

function reasonAgainst(task: TaskRow, actor: Actor): Error {
  const mayHandle =
    task.department_id !== null &&
    task.department_id === actor.organisationId &&
    (task.role === null || task.role === actor.role);
  if (!mayHandle && task.assignee_person !== actor.personId) {
    return forbidden('task-of-another-department', `“${task.name}”不属于您当前岗位所在部门。`);
  }
  if (task.state !== 'open') {
    return conflict('task-not-open', `“${task.name}”已办理或已关闭；请刷新后查看。`);
  }
  if (task.assignee_person === null) {
    return conflict('task-not-claimed', `请先签收“${task.name}”，再办理。`);
  }
  const by = task.assignee_name ?? task.assignee_person;
  return conflict('task-claimed', `“${task.name}”已由${by}签收。`, { by });
}

function audited(
  manager: EntityManager,
  actor: Actor,
  act: string,
  taskId: string,
  detail?: Record<string, unknown>,
): Promise<void> {
  const { personId: person, postId: post } = actor;
  return audit(manager, { person, post, act, target: `task:${taskId}`, outcome: 'done', detail });
}
