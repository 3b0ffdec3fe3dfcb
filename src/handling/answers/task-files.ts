/** Files within the form of a task: they belong to its case as the applicant's do, from its completion on. */
import type { EntityManager } from 'typeorm';
import { formVersion } from '../../catalogue/index.js';
import { filesIn, hasFileFields } from './files.js';

/** The columns of its row. */
interface AnsweredTask {
  id: string;
  case_number: string;
  element: string;
  form: string | null;
  form_version: number | null;
}

/**
 * Keeps the files that the task is done with; answered once more, the later ones count. A file is known by
 * the task's element and its field, which no material is called like.
 */
export async function keepTaskFiles(
  manager: EntityManager,
  task: AnsweredTask,
  data: unknown,
): Promise<void> {
  if (!task.form) return;
  const form = await formVersion(manager, task.form, task.form_version);
  if (!hasFileFields(form)) return;
  const files = filesIn(form, (data ?? {}) as Record<string, unknown>);
  await manager.query(`DELETE FROM case_material WHERE task_id = $1`, [task.id]);
  if (files.length === 0) return;
  await manager.query(
    `INSERT INTO case_material (case_number, task_id, material_code, file_id, source)
     SELECT $1, $2, $3 || '.' || code, "fileId", source
       FROM jsonb_to_recordset($4::jsonb) AS f (code text, "fileId" uuid, source text)`,
    [task.case_number, task.id, task.element, JSON.stringify(files)],
  );
}
