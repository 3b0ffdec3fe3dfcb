/**
 * Claim, release and complete. Claims are PostgreSQL's own truth and touch no workflow; a completion
 * is a row first, then an Update (decision 1, commands as rows).
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  CommandDispatcher,
  insertCommand,
  insertDone,
  repeated,
  requireAnchoredPoints,
  requirePointsAnswered,
  caseAnswer,
  type Actor,
  type CommandResult,
  type CommandRow,
} from '../../cases/index.js';
import { audit } from '../../people/index.js';
import { requireTwoInspectors } from '../inspections/index.js';
import { conflict, unprocessable } from '../../platform/errors.js';
import { requireFittingAcceptance } from '../handling-options/index.js';
import { completeSideTask } from './complete-side-task.js';
import {
  type Completion,
  columnsOf,
  identitiesOf,
  ownIdentity,
  principalsOf,
  type Identity,
  lockTask,
  lookAt,
  type TaskRow,
} from '../task-access/index.js';
import { note } from './perform-verb.js';
import { ownCaseIn } from './own-case.js';
import { requireAssignee, reasonAgainst, requireNotDelegated, requireNotHeld } from './refusals.js';
import { holdForSignOffs, requireSignedBefore } from './sign-offs/holding.js';
import { requireAskedOnce, requireInTime, requireOtherHands } from '../law/index.js';

@Injectable()
export class TaskCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /**
   * Two handlers claiming one task: one conditional UPDATE wins, the other is told who has it. A deputy
   * claims in the name of whose desk it lies on, unless it lies on their own too.
   */
  async claim(taskId: string, actor: Actor): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const own = ownIdentity(actor);
      let me = await take(manager, taskId, [own], actor);
      if (!me) {
        const principals = await principalsOf(manager, actor);
        if (principals.length > 0) me = await take(manager, taskId, principals, actor);
        if (!me) throw reasonAgainst(await lookAt(manager, taskId), [own, ...principals]);
      }
      await note(manager, { task: taskId, actor, me, verb: 'claim', told: {} });
    });
  }

  /** Gives a claimed task back to the pool. */
  async release(taskId: string, actor: Actor): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const task = await lockTask(manager, taskId);
      const identities = await identitiesOf(manager, actor);
      // Somebody who changed posts since may still give it back.
      const mine = task.assignee_person === actor.personId && task.state === 'open';
      const me = mine ? ownIdentity(actor) : await requireAssignee(manager, task, identities);
      if (task.role === 'applicant')
        throw conflict('task-not-released', `“${task.name}”是您本人的事项，不能退签。`);
      requireNotHeld(task);
      requireNotDelegated(task);
      requireNotPersonal(task);
      await manager.query(
        `UPDATE task SET assignee_person = NULL, assignee_post = NULL, claimed_at = NULL
          WHERE id = $1`,
        [taskId],
      );
      await note(manager, { task: taskId, actor, me, verb: 'release', told: {} });
    });
  }

  /**
   * Completes a task the actor has claimed (or that is the applicant's own). With sign-offs planned
   * after it, it is held until they agree.
   * @throws DomainError task-not-claimed, task-not-open, unknown-outcome, outcome-missing,
   *   sign-off-open, task-delegated, own-case …
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
      await requireInTime(manager, task);
      const me = await requireAssignee(manager, task, await identitiesOf(manager, actor));
      requireNotHeld(task);
      requireNotDelegated(task);
      const { outcome } = completion;
      await requireAskedOnce(manager, task, outcome);
      checkOutcome(task, completion);
      await requireAnchoredPoints(manager, task, completion);
      if (task.act === 'correct' || task.act === 'resubmit')
        await requirePointsAnswered(manager, taskId, { opinion: completion.opinion });
      await requireTwoInspectors(manager, taskId);
      await requireFittingAcceptance(manager, { ...task, caseNumber: task.case_number, outcome });
      if (task.origin === 'diagram') await requireOtherHands(manager, task, actor.personId);
      await requireSignedBefore(manager, task);
      await auditCompletion(manager, task, { actor, me, completion, key });
      await manager.query(`DELETE FROM task_draft WHERE task_id = $1`, [taskId]);
      if (await holdForSignOffs(manager, task, { actor, completion })) {
        await note(manager, { task: taskId, actor, me, verb: 'hold', told: {} });
        return insertDone(
          manager,
          { ...{ id: key, caseNumber: task.case_number, taskId, actor }, payload: { held: true } },
          await caseAnswer(manager, task.case_number),
        );
      }
      if (task.origin === 'side') {
        const done = await completeSideTask(manager, task, { actor, completion, key });
        released = done.released;
        return done.row;
      }
      const { opinion, form } = completion;
      await manager.query(`UPDATE task SET state = 'completing' WHERE id = $1`, [taskId]);
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

/** One conditional UPDATE. @returns in whose name, or undefined when there was nothing to take */
async function take(
  manager: EntityManager,
  taskId: string,
  identities: Identity[],
  actor: Actor,
): Promise<Identity | undefined> {
  const [rows] = await manager.query<[{ post: string | null }[], number]>(
    `UPDATE task SET assignee_person = me.person, assignee_post = me.post, claimed_at = now()
       FROM unnest($2::text[], $3::text[], $4::text[], $5::text[])
            AS me(person, post, organisation, role)
      WHERE task.id = $1 AND task.state = 'open' AND task.department_id = me.organisation
        AND (task.role IS NULL OR task.role = me.role) AND task.held IS NULL
        AND (assignee_person IS NULL OR assignee_person = me.person)
        AND NOT ${ownCaseIn('ARRAY[me.person, $6]')}
     RETURNING me.post`,
    [taskId, ...columnsOf(identities), actor.personId],
  );
  return identities.find(({ postId }) => rows.length > 0 && postId === rows[0]!.post);
}

/** A sign-off asked of one person is nobody else's to take. */
function requireNotPersonal(task: TaskRow): void {
  if (task.data['personal'])
    throw conflict('task-personal', `“${task.name}”是点名请您办理的，不能退到公共待办。`);
}

function checkOutcome(task: TaskRow, { outcome }: Completion): void {
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

interface Completing {
  actor: Actor;
  me: Identity;
  completion: Completion;
  key: string;
}

async function auditCompletion(
  manager: EntityManager,
  task: TaskRow,
  { actor, me, completion, key }: Completing,
): Promise<void> {
  const { personId: person, postId: post } = actor;
  await audit(manager, {
    ...{ person, post, act: 'task.complete', target: `task:${task.id}`, outcome: 'done' },
    detail: {
      command: key,
      outcome: completion.outcome,
      ...(task.purpose && { purpose: task.purpose }),
      ...(me.personId !== person && { inNameOf: me.personId }),
    },
  });
}
