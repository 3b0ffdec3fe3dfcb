/** Mending a task that found no department: the organisation was added meanwhile. */
import { resolveDepartment } from '../../catalogue/index.js';
import type { EntityManager } from 'typeorm';
import type { CaseAnswer } from '../../../workflows/contracts/case.js';
import type { Assignment } from '../../../bpmn/model/process.js';

export interface OpenIncident {
  id: string;
  case_number: string;
  key: string;
  code: string;
  task_id: string | null;
}

interface Homeless extends Assignment {
  item: string;
  region: string;
  leadDepartment: string;
}

/** Looks the department up again. @returns whether one was found and the task given to it */
export async function assignDepartment(
  manager: EntityManager,
  { id, task_id: taskId }: OpenIncident,
): Promise<boolean> {
  const [task] = await manager.query<Homeless[]>(
    `SELECT item_code AS item, region, lead_department AS "leadDepartment", line, level, role
       FROM task JOIN cases ON number = case_number WHERE id = $1 FOR UPDATE OF task`,
    [taskId],
  );
  const department = task && (await resolveDepartment(manager, task));
  if (!department) return false;
  await manager.query(`UPDATE task SET department_id = $2 WHERE id = $1`, [taskId, department.id]);
  await manager.query(`UPDATE incident SET state = 'resolved', resolved_at = now() WHERE id = $1`, [
    id,
  ]);
  return true;
}

/** Where a case stands by its rows. */
export async function caseAnswer(manager: EntityManager, caseNumber: string): Promise<CaseAnswer> {
  const [row] = await manager.query<CaseAnswer[]>(
    `SELECT number AS "caseNumber", step, state, ended,
            ARRAY(SELECT key FROM task WHERE case_number = number AND task.origin = 'diagram'
                   AND task.state IN ('open','completing')) AS "openTasks"
       FROM cases WHERE number = $1`,
    [caseNumber],
  );
  return row!;
}
