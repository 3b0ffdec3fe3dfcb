/** A side task is completed in PostgreSQL; what follows for the case is a command like any other. */
import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import {
  insertCommand,
  insertDone,
  caseAnswer,
  type Actor,
  type CommandRow,
  writeSideLine,
  type HeldCommand,
} from '../../cases/index.js';
import { purposes } from './purposes/index.js';
import { type Completion, type Identity, lockTask } from '../task-access/index.js';
import { holdForSignOffs, requireSignedBefore } from './sign-offs/holding.js';

interface SideTask {
  id: string;
  case_number: string;
  role: string | null;
  purpose: string | null;
  parent_task: string | null;
  data: Record<string, unknown>;
}

interface Doing {
  actor: Actor;
  /** In whose name the actor acts. */
  me: Identity;
  completion: Completion;
  key: string;
}

/**
 * Inside the completion's transaction; the task is locked and the completion checked.
 * @returns the completion's own row, and the row of a command it lets go
 */
export async function completeSideTask(
  manager: EntityManager,
  task: SideTask,
  { actor, me, completion, key }: Doing,
): Promise<{ row: CommandRow; released?: CommandRow }> {
  const { id: taskId, case_number: caseNumber } = task;
  const purpose = task.purpose ?? '';
  await noteAnswer(manager, taskId, completion);
  await writeSideLine(manager, {
    ...{ taskId, kind: 'task-completed', cause: `command:${key}` },
    ...{ personId: actor.personId, postId: actor.postId },
    ...{ outcome: completion.outcome, opinion: completion.opinion },
    internal: task.role !== 'applicant',
  });
  const then = await purposes.get(purpose)?.completed?.(manager, {
    ...{ id: taskId, caseNumber, purpose, parentTask: task.parent_task, data: task.data },
    ...completion,
    ...{ actor, hands: [actor.personId, me.personId], command: key },
  });
  if (then?.followUp) {
    const row = await insertCommand(manager, {
      ...{ id: key, caseNumber, taskId, actor },
      ...then.followUp,
    });
    return { row };
  }
  await manager.query(`UPDATE task SET state = 'completed', completed_at = now() WHERE id = $1`, [
    taskId,
  ]);
  const payload = { purpose, ...completion };
  const answer = await caseAnswer(manager, caseNumber);
  const row = await insertDone(manager, { id: key, caseNumber, taskId, actor, payload }, answer);
  const released = then?.release && (await letThrough(manager, caseNumber, then.release));
  return { row, ...(released && { released }) };
}

/**
 * What a side task lets go waits for those asked to sign, as if its handler had completed it just now:
 * refused while somebody before it has not answered, held while somebody signs after it.
 * @throws DomainError `sign-off-open`
 */
async function letThrough(
  manager: EntityManager,
  caseNumber: string,
  release: HeldCommand,
): Promise<CommandRow | undefined> {
  const task = await lockTask(manager, release.taskId);
  requireSignedBefore(task);
  const completion = release.payload as Completion;
  if (await holdForSignOffs(manager, task, { actor: release.actor, completion })) {
    await manager.query(`UPDATE task SET state = 'open' WHERE id = $1`, [task.id]);
    return undefined;
  }
  return insertCommand(manager, { id: randomUUID(), caseNumber, ...release });
}

async function noteAnswer(
  manager: EntityManager,
  taskId: string,
  { outcome, opinion, form }: Completion,
): Promise<void> {
  await manager.query(
    `UPDATE task SET state = 'completing', outcome = $2, opinion = $3, answer = $4 WHERE id = $1`,
    [taskId, outcome ?? null, opinion ?? null, JSON.stringify({ outcome, opinion, form })],
  );
}
