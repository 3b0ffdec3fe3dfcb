/** The signed paper of an authorisation: for both of it, the window that took it in, and who handles its cases. */
import type { EntityManager } from 'typeorm';
import { casesFor } from '../../cases/index.js';
import { type Session, Values } from '../../people/index.js';

export async function mayReadPaper(
  manager: EntityManager,
  session: Session,
  file: string,
): Promise<boolean> {
  const values = new Values();
  const person = `${values.place(session.person.id)}::text`;
  const own = `${values.place(session.post?.organisation.id ?? null)}::text`;
  const cases = casesFor(session, 'file.read', values);
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM authorisation z WHERE z.paper = ${values.place(file)}
        AND (${person} IN (z.principal_id, z.agent_id) OR z.organisation_id = ${own}
             OR EXISTS (SELECT 1 FROM cases c WHERE c.authorisation_id = z.id AND ${cases}))`,
    values.list,
  );
  return rows.length > 0;
}
