/** 委派: a colleague of the department looks into it and gives it back with an opinion; who delegated decides. */
import type { DataSource } from 'typeorm';
import type { Actor } from '../../cases/index.js';
import { conflict, forbidden, unprocessable } from '../../platform/errors.js';
import { deskOf } from './desks.js';
import { asAssignee, performVerb } from './perform-verb.js';
import { isOwnCase } from './own-case.js';
import { requireNotDelegated, requireNotHeld } from './refusals.js';

/** @throws DomainError `post-not-found`, `delegate-elsewhere`, `delegate-to-self`, `own-case` … */
export function delegate(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  { post, reason }: { post: string; reason: string },
  key: string,
): Promise<void> {
  const operation = { verb: 'delegate', key };
  return asAssignee(dataSource, taskId, actor, operation, async (manager, task, me) => {
    requireNotHeld(task);
    requireNotDelegated(task);
    if (task.role === 'applicant' || task.data['personal'])
      throw unprocessable('not-delegable', `“${task.name}”须由本人办理，不能委派。`);
    const desk = await deskOf(manager, post);
    if (desk.departmentId !== task.department_id) {
      throw unprocessable('delegate-elsewhere', '只能委派给本部门的人员；其他部门请用加签。', {
        field: 'post',
      });
    }
    if (desk.personId === me.personId || desk.personId === actor.personId)
      throw unprocessable('delegate-to-self', '不能委派给自己。', { field: 'post' });
    if (isOwnCase(task, [desk.personId])) {
      throw unprocessable('own-case', `${desk.personName}是该办件的申请人或代办人，不能办理。`, {
        field: 'post',
      });
    }
    await manager.query(
      `UPDATE task SET delegator_person = assignee_person, delegator_post = assignee_post,
              assignee_person = $2, assignee_post = $3, claimed_at = now() WHERE id = $1`,
      [taskId, desk.personId, desk.postId],
    );
    return { opinion: reason, data: { toPerson: desk.personId } };
  });
}

/** 交回: the delegate's opinion, and the task is in the delegator's hands again. */
export function giveBack(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  { opinion }: { opinion: string },
  key: string,
): Promise<void> {
  const operation = { verb: 'give-back', key };
  return asAssignee(dataSource, taskId, actor, operation, async (manager, task) => {
    if (!task.delegator_person)
      throw conflict('task-not-delegated', `“${task.name}”不是受委派的任务，直接办理即可。`);
    await manager.query(RETURN_TO_DELEGATOR, [taskId]);
    return { opinion, data: { toPerson: task.delegator_person } };
  });
}

/** 收回委派: the delegator does it without waiting. */
export function endDelegation(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  key: string,
): Promise<void> {
  const operation = { verb: 'end-delegation', key };
  return performVerb(dataSource, taskId, actor, operation, async (manager, task, identities) => {
    const me = identities.find(({ personId }) => personId === task.delegator_person);
    if (!task.delegator_person)
      throw conflict('task-not-delegated', `“${task.name}”已交回，或没有委派；请刷新后查看。`);
    if (!me) throw forbidden('not-the-delegator', '只有委派人可以收回委派。');
    if (task.state !== 'open')
      throw conflict('task-not-open', `“${task.name}”已办理或已关闭；请刷新后查看。`);
    await manager.query(RETURN_TO_DELEGATOR, [taskId]);
    return { me, told: { data: { fromPerson: task.assignee_person } } };
  });
}

const RETURN_TO_DELEGATOR = `UPDATE task SET assignee_person = delegator_person,
    assignee_post = delegator_post, delegator_person = NULL, delegator_post = NULL WHERE id = $1`;
