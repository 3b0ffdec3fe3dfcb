/** 拿回: of what one handed on or said in a round, or of what waits for those who sign after it. */
import type { DataSource } from 'typeorm';
import {
  insertDone,
  repeated,
  caseAnswer,
  type Actor,
  type CommandDispatcher,
  type CommandResult,
  type CommandRow,
  cancelSideTasks,
} from '../../cases/index.js';
import type { EntityManager } from 'typeorm';
import { conflict, forbidden, unprocessable } from '../../platform/errors.js';
import { identitiesOf, lockTask, type TaskRow } from '../task-access/index.js';
import { note } from './perform-verb.js';
import { recall } from './recall-step.js';
import { dropHeld } from './sign-offs/holding.js';
import { membersOf, waitingSignOff } from './sign-offs/rows.js';

export interface RecallRequest {
  reason: string;
  key: string;
}

/** @throws DomainError as `recall`, and `sign-off-begun` */
export async function takeBack(
  dataSource: DataSource,
  dispatcher: CommandDispatcher,
  taskId: string,
  actor: Actor,
  request: RecallRequest,
): Promise<CommandResult> {
  const row = await dataSource.transaction(async (manager) => {
    const earlier = await repeated(manager, request.key, actor);
    if (earlier) return earlier;
    const task = await lockTask(manager, taskId);
    if (task.origin === 'side')
      throw unprocessable('not-recallable', `“${task.name}”不是流程环节，不能拿回。`);
    return task.held
      ? takeHeldBack(manager, task, actor, request)
      : recall(manager, task, actor, request);
  });
  return dispatcher.dispatch(row);
}

/** Who was asked to sign after it has not answered yet: they are asked again at the next completion. */
async function takeHeldBack(
  manager: EntityManager,
  task: TaskRow,
  actor: Actor,
  { reason, key }: RecallRequest,
): Promise<CommandRow> {
  const identities = await identitiesOf(manager, actor);
  const me = identities.find(({ personId }) => personId === task.assignee_person);
  if (!me) throw forbidden('not-yours-to-recall', `只有办理“${task.name}”的人可以拿回。`);
  const signOff = await waitingSignOff(manager, task.id, 'after');
  const members = signOff ? await membersOf(manager, signOff.id) : [];
  if (members.some(({ state }) => state === 'agreed' || state === 'disagreed'))
    throw conflict('sign-off-begun', `“${task.name}”的后加签已有人办理，不能拿回。`);
  await cancelSideTasks(
    manager,
    members.flatMap(({ sideTask }) => sideTask ?? []),
  );
  if (signOff) {
    await manager.query(
      `UPDATE sign_off_member SET state = 'waiting', side_task = NULL
        WHERE sign_off_id = $1 AND state = 'open'`,
      [signOff.id],
    );
    await manager.query(`UPDATE sign_off SET state = 'planned' WHERE id = $1`, [signOff.id]);
  }
  await dropHeld(manager, task.id);
  await note(manager, {
    ...{ task: task.id, actor, me, verb: 'recall', told: { opinion: reason } },
  });
  const command = { id: key, caseNumber: task.case_number, taskId: task.id, actor };
  const answer = await caseAnswer(manager, task.case_number);
  return insertDone(manager, { ...command, payload: { verb: 'recall' } }, answer);
}
