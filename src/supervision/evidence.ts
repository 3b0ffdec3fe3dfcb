/** Papers added to an answer or a reply: its unit, its supervisors and the body above may open them. */
import type { EntityManager } from 'typeorm';
import { abilityOf, scopeConditions, scopeOf, type Session, Values } from '../people/index.js';

/** Whether the file was added to a card or an order the caller sees. */
export async function mayReadEvidence(
  manager: EntityManager,
  session: Session,
  file: string,
): Promise<boolean> {
  if (!session.post) return false;
  const values = new Values();
  const id = values.place(file);
  const own = values.place(session.post.organisation.id);
  const supervised = abilityOf(session).can('read', 'Supervision')
    ? scopeConditions(scopeOf(session), values).join(' AND ') || 'true'
    : 'false';
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM supervision_act a
     LEFT JOIN card k ON k.id = a.card_id LEFT JOIN supervision_order o ON o.id = a.order_id
     JOIN unit u ON u.id = coalesce(k.department, o.department)
     WHERE ${id}::uuid = ANY (a.files)
       AND (u.id = ${own} OR coalesce(k.escalated_to, o.escalated_to) = ${own} OR (${supervised}))
     LIMIT 1`,
    values.list,
  );
  return rows.length > 0;
}
