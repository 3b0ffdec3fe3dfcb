/** The signed paper of an authorisation: for both of it, the window that took it in, and who handles its cases. */
import type { EntityManager } from 'typeorm';
import { casesFor, type Statement } from '../../cases/index.js';
import { type Session, Values } from '../../people/index.js';

/** @public for the check of statements */
export function paperStatement(session: Session, file: string): Statement {
  const values = new Values();
  const person = `${values.place(session.person.id)}::text`;
  const own = `${values.place(session.post?.organisation.id ?? null)}::text`;
  const cases = casesFor(session, 'file.read', values);
  const text = `SELECT 1 FROM authorisation z WHERE z.paper = ${values.place(file)}
    AND (${person} IN (z.principal_id, z.agent_id) OR z.organisation_id = ${own}
         OR EXISTS (SELECT 1 FROM cases c WHERE c.authorisation_id = z.id AND ${cases}))`;
  return { text, values: values.list };
}

export async function mayReadPaper(
  manager: EntityManager,
  session: Session,
  file: string,
): Promise<boolean> {
  const { text, values } = paperStatement(session, file);
  return (await manager.query<unknown[]>(text, values)).length > 0;
}
