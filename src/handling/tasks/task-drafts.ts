/** What a handler has written so far; saved as it is, checked only when it is handed on. */
import type { DataSource, EntityManager } from 'typeorm';
import type { Actor } from '../../cases/index.js';
import { namedFiles } from '../answers/index.js';
import { identitiesOf, lockTask } from '../task-access/index.js';
import { requireAssignee } from './refusals.js';

export interface TaskDraft {
  outcome: string | null;
  opinion: string | null;
  form: Record<string, unknown>;
  savedAt: Date;
}

export async function draftOf(
  manager: EntityManager,
  taskId: string,
  personId: string,
): Promise<TaskDraft | null> {
  const [row] = await manager.query<TaskDraft[]>(
    `SELECT outcome, opinion, form, saved_at AS "savedAt" FROM task_draft
      WHERE task_id = $1 AND person_id = $2`,
    [taskId, personId],
  );
  return row ?? null;
}

/** Only of a task in one's own hands. Locked, so that a recall finds either a begun task or an untouched one. */
export function saveDraft(
  dataSource: DataSource,
  taskId: string,
  actor: Actor,
  { outcome, opinion, form }: { outcome?: string; opinion?: string; form?: object },
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    const task = await lockTask(manager, taskId);
    await requireAssignee(manager, task, await identitiesOf(manager, actor));
    await manager.query(
      `INSERT INTO task_draft (task_id, person_id, outcome, opinion, form, files)
       VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (task_id, person_id) DO UPDATE SET outcome = EXCLUDED.outcome,
         opinion = EXCLUDED.opinion, form = EXCLUDED.form, files = EXCLUDED.files, saved_at = now()`,
      [
        ...[taskId, actor.personId, outcome ?? null, opinion ?? null, JSON.stringify(form ?? {})],
        namedFiles(form),
      ],
    );
  });
}
