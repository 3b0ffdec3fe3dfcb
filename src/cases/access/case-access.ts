/**
 * Who may see a case: its applicant and agent; departments that lead it, collected it at a window or
 * have a task in it, in its parent or its children (form and materials are shared by reference); who
 * was sent a copy (抄送); supervisors. Decided in SQL.
 * Another applicant's case does not exist (404); another department's is refused (403); both are audited.
 */
import type { EntityManager } from 'typeorm';
import {
  audit,
  auditLook,
  abilityOf,
  scopeConditions,
  scopeOf,
  type Session,
  Values,
} from '../../people/index.js';
import { forbidden, notFound } from '../../platform/errors.js';

export type CaseRelation = 'owner' | 'department' | 'supervisor';

export const caseNotFound = (number: string) =>
  notFound('case-not-found', `没有办件 ${number}。请核对办件编号，或在“我的办件”中选择。`);

const FAMILY = `
  SELECT c.number UNION SELECT c.parent_number WHERE c.parent_number IS NOT NULL
  UNION SELECT k.number FROM cases k WHERE k.parent_number = c.number`;

/** Acts that show the case's content; every other one writes a line of its own. */
const LOOKS = new Set(['case.read', 'document.read']);

/** What the caller is to the case; null = nothing, undefined = there is no such case. */
async function relationOf(
  manager: EntityManager,
  session: Session,
  number: string,
): Promise<CaseRelation | null | undefined> {
  const [row] = await manager.query<{ owner: boolean; department: boolean }[]>(
    `SELECT coalesce($2 IN (c.applicant_id, c.agent_id), false) AS owner,
            $3::text IS NOT NULL AND (c.lead_department = $3 OR EXISTS (
              SELECT 1 FROM task t WHERE t.department_id = $3 AND t.case_number IN (${FAMILY})
            ) OR EXISTS (
              SELECT 1 FROM task_copy k WHERE k.person_id = $2 AND k.case_number IN (${FAMILY})
            ) OR EXISTS (
              SELECT 1 FROM case_collection w
               WHERE w.organisation_id = $3 AND w.case_number IN (${FAMILY})
            )) AS department
     FROM cases c WHERE c.number = $1`,
    [number, session.person.id, session.post?.organisation.id ?? null],
  );
  if (!row) return undefined;
  if (row.owner) return 'owner';
  if (row.department) return 'department';
  return (await supervises(manager, session, number)) ? 'supervisor' : null;
}

/**
 * A supervisor sees what is charged to a body of the scope: by its lead department, or by a task; and
 * what lies in the scope's own territory.
 */
async function supervises(manager: EntityManager, session: Session, number: string) {
  if (!abilityOf(session).can('read', 'Case')) return false;
  const scope = scopeOf(session);
  const values = new Values();
  const place = values.place(number);
  const units = scopeConditions(scope, values);
  if (units.length === 0) return true;
  const home =
    scope.county && !scope.township ? `c.county = ${values.place(scope.county)}` : 'false';
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM cases c WHERE c.number = ${place} AND (${home} OR EXISTS (
       SELECT 1 FROM unit u WHERE ${units.join(' AND ')} AND (u.id = c.lead_department OR u.id IN (
         SELECT t.department_id FROM task t WHERE t.case_number = c.number))))`,
    values.list,
  );
  return rows.length > 0;
}

/**
 * Lets those pass who may see the case; a look by anybody but its owner is audited.
 * @throws DomainError 404 `case-not-found`, 403 `case-of-another-department`
 */
export async function requireCase(
  manager: EntityManager,
  session: Session,
  number: string,
  act = 'case.read',
): Promise<CaseRelation> {
  const relation = await relationOf(manager, session, number);
  const look = { person: session.person.id, post: session.post?.id, act, target: `case:${number}` };
  if (relation) {
    if (relation !== 'owner' && LOOKS.has(act)) await auditLook(manager, look);
    return relation;
  }
  if (relation === undefined) throw caseNotFound(number);
  await audit(manager, { ...look, outcome: 'refused' });
  if (!session.post) throw caseNotFound(number);
  throw forbidden(
    'case-of-another-department',
    '这个办件不由您的部门办理。如需协助，请联系承办部门。',
  );
}

/**
 * Lets the applicant (or agent) pass, and nobody else.
 * @throws DomainError 404 `case-not-found`, 403 `not-your-case` for those who may only look
 */
export async function requireOwnCase(
  manager: EntityManager,
  session: Session,
  number: string,
  act: string,
): Promise<void> {
  const relation = await requireCase(manager, session, number, act);
  if (relation === 'owner') return;
  await audit(manager, {
    person: session.person.id,
    post: session.post?.id,
    act,
    target: `case:${number}`,
    outcome: 'refused',
  });
  throw forbidden('not-your-case', '只有申请人本人可以撤回或补正。');
}
