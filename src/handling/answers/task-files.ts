/** Files within the form of a task: they belong to its case as the applicant's do, from its completion on. */
import type { EntityManager } from 'typeorm';
import { formVersion } from '../../catalogue/index.js';
import { filesIn } from './files.js';

/**
 * Keeps the files that the task is done with; answered once more, the later ones count. A file is known by
 * the task's element and its field, which no material is called like.
 */
export async function keepTaskFiles(
  manager: EntityManager,
  taskId: string,
  data: unknown,
): Promise<void> {
  const [task] = await manager.query<
    { caseNumber: string; element: string; form: string | null; formVersion: number | null }[]
  >(
    `SELECT case_number AS "caseNumber", element, form, form_version AS "formVersion"
       FROM task WHERE id = $1`,
    [taskId],
  );
  if (!task?.form) return;
  const form = await formVersion(manager, task.form, task.formVersion);
  const files = filesIn(form, (data ?? {}) as Record<string, unknown>);
  await manager.query(`DELETE FROM case_material WHERE task_id = $1`, [taskId]);
  if (files.length === 0) return;
  await manager.query(
    `INSERT INTO case_material (case_number, task_id, material_code, file_id, source)
     SELECT $1, $2, $3 || '.' || code, "fileId", source
       FROM jsonb_to_recordset($4::jsonb) AS f (code text, "fileId" uuid, source text)`,
    [task.caseNumber, taskId, task.element, JSON.stringify(files)],
  );
}
