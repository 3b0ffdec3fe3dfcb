/**
 * Who may see a task: those whose desk it is, those who have it in hand; who was asked beside it, in person.
 * Whoever had it once and is of another body now does not.
 */
import type { EntityManager } from 'typeorm';
import { actorOf, audit, type Session } from '../../people/index.js';
import { forbidden, notFound } from '../../platform/errors.js';
import { columnsOf, identitiesOf } from './identities.js';

/** What a caller that passed may build on. */
export interface FoundTask {
  caseNumber: string;
  itemCode: string;
  element: string;
  name: string;
  form: string | null;
  formVersion: number | null;
  departmentName: string | null;
  /** Whether its item lets it be completed together with others. */
  bulk: boolean;
  mayHandle: boolean;
}

/**
 * Lets those pass whose post handles the task (or whose own it is).
 * @throws DomainError 404 `task-not-found`, 403 `task-of-another-department` (audited)
 */
export async function requireTask(
  manager: EntityManager,
  session: Session,
  id: string,
  act: string,
): Promise<FoundTask> {
  const identities = await identitiesOf(manager, actorOf(session));
  const [found] = await manager.query<FoundTask[]>(
    `SELECT t.case_number AS "caseNumber", c.item_code AS "itemCode", t.element, t.name, t.form, t.form_version AS "formVersion", o.name AS "departmentName",
            coalesce(i.data -> 'bulk' ? t.element, false) AND t.origin = 'diagram' AS bulk, EXISTS (
       SELECT 1 FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
                     AS me(person, post, organisation, role)
        WHERE NOT (t.origin = 'side' AND t.parent_task IS NOT NULL
                   AND t.assignee_person IS NOT NULL)
              AND t.department_id = me.organisation AND (t.role IS NULL OR t.role = me.role)
           OR me.person IN (t.assignee_person, t.delegator_person)
              AND (t.state IN ('open', 'completing') OR t.role = 'applicant'
                   OR t.department_id = me.organisation))
              AS "mayHandle"
     FROM task t JOIN cases c ON c.number = t.case_number
     LEFT JOIN item i ON i.code = c.item_code AND i.version = c.item_version
     LEFT JOIN organisation o ON o.id = t.department_id WHERE t.id = $5`,
    [...columnsOf(identities), id],
  );
  if (found?.mayHandle) return found;
  if (found) {
    await audit(manager, {
      person: session.person.id,
      post: session.post?.id,
      act,
      target: `task:${id}`,
      outcome: 'refused',
    });
  }
  // An applicant learns nothing of other people's tasks, not even that they exist.
  if (!found || !session.post) {
    throw notFound('task-not-found', `没有任务 ${id}，请从待办列表中选择。`);
  }
  throw forbidden(
    'task-of-another-department',
    `“${found.name}”由${found.departmentName || '其他部门'}办理，不属于您当前岗位。如您另有岗位，请先切换。`,
  );
}
