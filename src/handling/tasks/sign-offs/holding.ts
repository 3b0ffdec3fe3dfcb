/** How sign-offs hold a task: before it, it cannot be completed; after it, its completion waits. */
import type { EntityManager } from 'typeorm';
import { conflict } from '../../../platform/errors.js';
import type { HeldCommand } from '../../../cases/index.js';
import type { Completion, Held, TaskRow } from '../../task-access/index.js';
import { openTurns, waitingSignOff, type SignOff } from './rows.js';

/** @throws DomainError `sign-off-open`: who was asked before it has not answered */
export function requireSignedBefore(task: TaskRow): void {
  if (task.signed.includes('before')) {
    throw conflict(
      'sign-off-open',
      `“${task.name}”的前加签尚未完成；请等加签人办理，或减签后再办理。`,
    );
  }
}

/** Keeps the completion for later when somebody is to sign after it. @returns whether it did */
export async function holdForSignOffs(
  manager: EntityManager,
  task: TaskRow,
  { actor, completion }: { actor: HeldCommand['actor']; completion: Completion },
): Promise<boolean> {
  const after = task.signed.includes('after') && (await waitingSignOff(manager, task.id, 'after'));
  if (!after) return false;
  const held: Held = {
    completion,
    actor: { personId: actor.personId, postId: actor.postId ?? null },
  };
  await manager.query(`UPDATE task SET held = $2 WHERE id = $1`, [task.id, JSON.stringify(held)]);
  await openTurns(manager, after);
  return true;
}

/** All agreed: what was held goes to the case, as its handler gave it. */
export async function letGo(
  manager: EntityManager,
  signOff: SignOff,
): Promise<HeldCommand | undefined> {
  const [rows] = await manager.query<[{ key: string; held: Held }[], number]>(
    `UPDATE task SET state = 'completing', held = NULL
       FROM task AS before
      WHERE task.id = $1 AND before.id = task.id AND task.state = 'open' AND before.held IS NOT NULL
     RETURNING task.key, before.held`,
    [signOff.taskId],
  );
  const [row] = rows;
  if (!row) return undefined;
  const { outcome, opinion, form } = row.held.completion;
  return {
    ...{ kind: 'complete', taskId: signOff.taskId, actor: row.held.actor },
    payload: { taskKey: row.key, outcome, opinion, form },
  };
}

/** Somebody disagreed, or it was taken back: the task is its handler's again, with what they wrote. */
export async function dropHeld(manager: EntityManager, taskId: string): Promise<void> {
  await manager.query(
    `INSERT INTO task_draft (task_id, person_id, outcome, opinion, form)
     SELECT id, held #>> '{actor,personId}', held #>> '{completion,outcome}',
            held #>> '{completion,opinion}', coalesce(held #> '{completion,form}', '{}')
       FROM task WHERE id = $1 AND held IS NOT NULL
     ON CONFLICT (task_id, person_id) DO UPDATE SET outcome = EXCLUDED.outcome,
       opinion = EXCLUDED.opinion, form = EXCLUDED.form, files = EXCLUDED.files,
       saved_at = now()`,
    [taskId],
  );
  await manager.query(`UPDATE task SET held = NULL WHERE id = $1 AND state = 'open'`, [taskId]);
}
