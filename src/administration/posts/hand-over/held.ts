/** What is in the hands of a post: claimed tasks, those asked of the person alone, delegations, sign-offs. */
import type { EntityManager } from 'typeorm';

/** Whose tasks; a post, or a body's own pool. */
export interface Held {
  task: string;
  caseNumber: string;
  name: string;
  role: string | null;
  dueAt: Date | null;
  /** Asked of the person alone, or completed and waiting for who signs after: nobody takes it from a pool. */
  personal: boolean;
  /** Delegated to the person by somebody, who gets it back. */
  delegator: string | null;
  delegatorPost: string | null;
  applicant: string;
  agent: string | null;
}

/** Open tasks in the person's hands under the post; locked, in one order, so that verbs wait. */
export function heldBy(
  manager: EntityManager,
  { id, person, organisation }: { id: string; person: string; organisation: string },
): Promise<Held[]> {
  return manager.query<Held[]>(
    `SELECT t.id AS task, t.case_number AS "caseNumber", t.name, t.role, t.due_at AS "dueAt",
            coalesce((t.data ->> 'personal')::boolean, t.data ? 'personal') OR t.held IS NOT NULL
              AS personal,
            t.delegator_person AS delegator, t.delegator_post AS "delegatorPost",
            c.applicant_id AS applicant, c.agent_id AS agent
       FROM task t JOIN cases c ON c.number = t.case_number
      WHERE t.assignee_person = $2 AND t.state = 'open' AND t.role IS DISTINCT FROM 'applicant'
        AND (t.assignee_post = $1 OR (t.assignee_post IS NULL AND t.department_id = $3))
      ORDER BY t.id FOR UPDATE OF t`,
    [id, person, organisation],
  );
}

/** Tasks that wait in the body for the role, in nobody's hands. */
export async function waitingFor(
  manager: EntityManager,
  { organisation, role }: { organisation: string; role: string },
): Promise<number> {
  const [row] = await manager.query<{ waiting: number }[]>(
    `SELECT count(*)::int AS waiting FROM task
      WHERE department_id = $1 AND role = $2 AND state = 'open' AND assignee_person IS NULL`,
    [organisation, role],
  );
  return row!.waiting;
}

/** Sign-offs in a round of which the person's turn comes later, and delegations that come back to them. */
export async function expectedBy(
  manager: EntityManager,
  post: string,
): Promise<{ signOffs: number; delegations: number }> {
  const [row] = await manager.query<{ signOffs: number; delegations: number }[]>(
    `SELECT (SELECT count(*)::int FROM sign_off_member m JOIN sign_off s ON s.id = m.sign_off_id
              WHERE m.post_id = $1 AND m.state = 'waiting' AND s.state IN ('planned', 'open'))
              AS "signOffs",
            (SELECT count(*)::int FROM task WHERE delegator_post = $1 AND state = 'open')
              AS delegations`,
    [post],
  );
  return row!;
}
