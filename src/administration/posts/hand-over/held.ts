/** What is in the hands of a post: claimed tasks, those asked of the person alone, delegations, sign-offs. */
import type { EntityManager } from 'typeorm';
import { ownCaseIn } from '../../../handling/index.js';

/** Whose tasks; a post, or a body's own pool. */
export interface Held {
  task: string;
  caseNumber: string;
  name: string;
  dueAt: Date | null;
  /** Asked of the person alone, or completed and waiting for who signs after: nobody takes it from a pool. */
  personal: boolean;
  /** Delegated to the person by somebody, who gets it back. */
  delegator: string | null;
  /** What says whether somebody is too near to the case (`isOwnCase`). */
  role: string | null;
  act: string | null;
  origin: 'diagram' | 'side';
  applicant: string;
  agent: string | null;
}

/** Whose hands. */
type Holder = Readonly<{ id: string; person: string; organisation: string }>;

const HELD = `SELECT t.id AS task, t.case_number AS "caseNumber", t.name, t.due_at AS "dueAt",
            coalesce((t.data ->> 'personal')::boolean, t.data ? 'personal') OR t.held IS NOT NULL
              AS personal,
            t.delegator_person AS delegator, t.role, t.act, t.origin,
            c.applicant_id AS applicant, c.agent_id AS agent
       FROM task t JOIN cases c ON c.number = t.case_number
      WHERE t.assignee_person = $2 AND t.state = 'open' AND t.role IS DISTINCT FROM 'applicant'
        AND (t.assignee_post = $1 OR (t.assignee_post IS NULL AND t.department_id = $3))
      ORDER BY t.id`;

/** Open tasks in the person's hands under the post. */
export const heldBy = (
  manager: EntityManager,
  { id, person, organisation }: Holder,
): Promise<Held[]> => manager.query<Held[]>(HELD, [id, person, organisation]);

/** As {@link heldBy}; locked, in one order, so that verbs wait. */
export const lockHeld = (
  manager: EntityManager,
  { id, person, organisation }: Holder,
): Promise<Held[]> => manager.query<Held[]>(`${HELD} FOR UPDATE OF t`, [id, person, organisation]);

/**
 * Tasks that wait in the body for the role, and these, in nobody's hands; and those of them that none of
 * these people may take, each being too near to the case.
 */
export async function waitingFor(
  manager: EntityManager,
  { organisation, role }: { organisation: string; role: string },
  { tasks = [], people = [] }: { tasks?: readonly string[]; people?: readonly string[] } = {},
): Promise<{ waiting: number; stuck: number }> {
  const [row] = await manager.query<{ waiting: number; stuck: number }[]>(
    `SELECT count(*)::int AS waiting, count(*) FILTER (WHERE NOT EXISTS (
              SELECT 1 FROM unnest($4::text[]) w (who) WHERE NOT ${ownCaseIn('ARRAY[w.who]')}))::int
              AS stuck
       FROM task
      WHERE state = 'open' AND assignee_person IS NULL
        AND (id = ANY($3) OR (department_id = $1 AND role = $2))`,
    [organisation, role, tasks, people],
  );
  return row!;
}

/** Sign-offs in a round of which the person's turn comes later, and delegations that come back to them. */
export interface Expected {
  signOffs: number;
  delegations: number;
}

export async function expectedBy(manager: EntityManager, post: string): Promise<Expected> {
  const [row] = await manager.query<Expected[]>(
    `SELECT (SELECT count(*)::int FROM sign_off_member m JOIN sign_off s ON s.id = m.sign_off_id
              WHERE m.post_id = $1 AND m.state = 'waiting' AND s.state IN ('planned', 'open'))
              AS "signOffs",
            (SELECT count(*)::int FROM task WHERE delegator_post = $1 AND state = 'open')
              AS delegations`,
    [post],
  );
  return row!;
}

/** Whether among what the post expects something is of a case to which the person is too near. */
export async function expectsOwnCaseOf(
  manager: EntityManager,
  post: string,
  person: string,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM task WHERE state = 'open' AND ${ownCaseIn('ARRAY[$2::text]')}
        AND (delegator_post = $1 OR id IN (
          SELECT s.task_id FROM sign_off_member m JOIN sign_off s ON s.id = m.sign_off_id
           WHERE m.post_id = $1 AND m.state = 'waiting' AND s.state IN ('planned', 'open'))) LIMIT 1`,
    [post, person],
  );
  return rows.length > 0;
}

/** Whether nothing is in the hands of the post, nor comes back to it. */
export async function handsAreEmpty(manager: EntityManager, post: Holder): Promise<boolean> {
  const held = await heldBy(manager, post);
  const { signOffs, delegations } = await expectedBy(manager, post.id);
  return held.length + signOffs + delegations === 0;
}
