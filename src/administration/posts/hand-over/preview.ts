/** Before somebody leaves: what is in their hands, what would wait for nobody, and who could take it. */
import type { EntityManager } from 'typeorm';
import type { PostRow } from '../posts.js';
import { expectedBy, type Held, heldBy, waitingFor } from './held.js';

/** Of one body and role; the person who leaves is not among them. */
export interface Colleague {
  post: string;
  person: string;
  personName: string;
  title: string;
}

export interface HandOverPreview {
  tasks: Pick<Held, 'task' | 'caseNumber' | 'name' | 'dueAt' | 'personal'>[];
  /** Of these, asked of the person alone: they need somebody named. */
  personal: number;
  /** Of the role, in nobody's hands. */
  waiting: number;
  signOffs: number;
  delegations: number;
  colleagues: Colleague[];
}

/** Who holds a post of the same role in the same body on the day and after. */
export function colleaguesOf(
  manager: EntityManager,
  { id, person, organisation, role }: Pick<PostRow, 'id' | 'person' | 'organisation' | 'role'>,
  day: string,
): Promise<Colleague[]> {
  return manager.query<Colleague[]>(
    `SELECT p.id AS post, p.person_id AS person, n.name AS "personName", p.title
       FROM post p JOIN person n ON n.id = p.person_id
      WHERE p.organisation_id = $1 AND p.role = $2 AND p.id <> $3 AND p.person_id <> $4
        AND p.valid_from <= $5::date AND (p.valid_to IS NULL OR p.valid_to > $5::date)
        AND n.locked_at IS NULL
      ORDER BY n.name, p.id LIMIT 200`,
    [organisation, role, id, person, day],
  );
}

export async function previewHandOver(
  manager: EntityManager,
  post: PostRow,
  day: string,
): Promise<HandOverPreview> {
  const held = await heldBy(manager, post);
  return {
    tasks: held.map(({ task, caseNumber, name, dueAt, personal }) => ({
      ...{ task, caseNumber, name, dueAt, personal },
    })),
    personal: held.filter(({ personal }) => personal).length,
    waiting: (await waitingFor(manager, post)).waiting,
    ...(await expectedBy(manager, post.id)),
    colleagues: await colleaguesOf(manager, post, day),
  };
}
