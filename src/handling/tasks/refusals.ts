/** Why a verb is refused, in words that say what to do. */
import type { EntityManager } from 'typeorm';
import { conflict, DomainError, forbidden } from '../../platform/errors.js';
import { isAssignee, mayHandle, type Identity, type TaskRow } from '../task-access/index.js';
import { isOwnCase } from './own-case.js';

export const ownCase = (task: TaskRow): DomainError =>
  forbidden('own-case', `这是您本人申请或代办的办件，“${task.name}”须由其他工作人员办理。`);

const notOpen = (task: TaskRow): DomainError =>
  conflict('task-not-open', `“${task.name}”已办理或已关闭；请刷新后查看。`);

/** What stands between these identities (the actor's own first) and the task they want to act on. */
export function reasonAgainst(task: TaskRow, identities: Identity[]): DomainError {
  const here = identities.some((me) => mayHandle(task, me) || isAssignee(task, me));
  if (!here) {
    return forbidden('task-of-another-department', `“${task.name}”不属于您当前岗位所在部门。`);
  }
  if (task.state !== 'open') return notOpen(task);
  if (isOwnCase(task, [identities[0]!.personId])) return ownCase(task);
  if (task.assignee_person === null) {
    return conflict('task-not-claimed', `请先签收“${task.name}”，再办理。`);
  }
  const by = task.assignee_name ?? task.assignee_person;
  return conflict('task-claimed', `“${task.name}”已由${by}签收。`, { by });
}

/**
 * The identity in whose hands the task is. Somebody who had it a moment ago is told who has it now.
 * @throws DomainError as `reasonAgainst`, `own-case`
 */
export function assigneeAmong(task: TaskRow, identities: Identity[]): Identity {
  const me = identities.find((one) => isAssignee(task, one));
  if (!me) throw reasonAgainst(task, identities);
  if (task.state !== 'open') throw notOpen(task);
  if (isOwnCase(task, [identities[0]!.personId, me.personId])) throw ownCase(task);
  return me;
}

/**
 * As `assigneeAmong`; who has just handed it to another department is told so, not turned away.
 * @throws DomainError also `task-moved`
 */
export async function requireAssignee(
  manager: EntityManager,
  task: TaskRow,
  identities: Identity[],
): Promise<Identity> {
  try {
    return assigneeAmong(task, identities);
  } catch (error) {
    const strange = error instanceof DomainError && error.code === 'task-of-another-department';
    if (!strange || !(await handedOn(manager, task.id, identities))) throw error;
    throw conflict('task-moved', `“${task.name}”已经转出，不在您手上；请刷新后查看。`);
  }
}

async function handedOn(
  manager: EntityManager,
  taskId: string,
  identities: Identity[],
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM timeline WHERE task_id = $1 AND kind = 'task-transfer' AND person_id = ANY($2)`,
    [taskId, identities.map(({ personId }) => personId)],
  );
  return rows.length > 0;
}
