/** Orders as they are listed and read: those a session may see. */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Session, Values } from '../../people/index.js';
import { notFound } from '../../platform/errors.js';
import { type ListQuery, PAGE, pageConditions, pageOf, visible } from '../listing.js';

export type OrderState = 'issued' | 'replied' | 'returned' | 'accepted' | 'withdrawn';

export interface OrderRow {
  id: string;
  number: string;
  title: string;
  text: string;
  caseNumber: string | null;
  cardId: string | null;
  department: string;
  departmentName: string;
  deadline: Date;
  late: boolean;
  state: OrderState;
  escalatedTo: string | null;
  issuedBy: string | null;
  issuedAt: Date;
  closedAt: Date | null;
}

export interface OrderQuery extends ListQuery {
  state?: OrderState | 'open';
}

const COLUMNS = `
         k.id, k.number, k.title, k.text, k.case_number AS "caseNumber", k.card_id AS "cardId",
         k.department, coalesce(o.name, k.department) AS "departmentName", k.deadline,
         k.deadline < coalesce(k.closed_at, now()) AND k.state IN ('issued', 'returned') AS late,
         k.state, e.name AS "escalatedTo", p.name AS "issuedBy", k.issued_at AS "issuedAt",
         k.closed_at AS "closedAt"`;
const FROM = `
  FROM supervision_order k JOIN unit u ON u.id = k.department
  LEFT JOIN cases c ON c.number = k.case_number
  LEFT JOIN organisation o ON o.id = k.department
  LEFT JOIN organisation e ON e.id = k.escalated_to
  LEFT JOIN person p ON p.id = k.issued_by`;

/** The newest first. @throws DomainError `bad-cursor` */
export async function listOrders(
  dataSource: DataSource,
  session: Session,
  query: OrderQuery,
  size = PAGE,
) {
  const values = new Values();
  const words = (q: string) => [
    `starts_with(k.number, ${q})`,
    `strpos(k.title, ${q}) > 0`,
    `strpos(o.name, ${q}) > 0`,
  ];
  const page = { shown: 'true', at: 'k.issued_at', words };
  const conditions = pageConditions(session, query, values, page);
  if (query.state === 'open') conditions.push(`k.state IN ('issued', 'replied', 'returned')`);
  else if (query.state) conditions.push(`k.state = ${values.place(query.state)}`);
  const rows = await dataSource.query<(OrderRow & { exactAt: string })[]>(
    `SELECT ${COLUMNS}, k.issued_at::text AS "exactAt" ${FROM}
     WHERE ${conditions.join(' AND ')}
     ORDER BY k.issued_at DESC, k.id DESC LIMIT ${size + 1}`,
    values.list,
  );
  return pageOf(rows, size);
}

/**
 * One order, locked while the transaction lasts.
 * @param outside where a refusal is noted, so that it stays
 * @throws DomainError 404 `order-not-found` (audited)
 */
export async function findOrder(
  manager: EntityManager,
  session: Session,
  { id, act, outside }: { id: string; act: string; outside: EntityManager },
) {
  const values = new Values();
  const conditions = [`k.id = ${values.place(id)}`, visible(session, values, 'true')];
  const [row] = await manager.query<OrderRow[]>(
    `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')} FOR UPDATE OF k`,
    values.list,
  );
  if (row) return row;
  await audit(outside, {
    ...{ person: session.person.id, post: session.post?.id, act },
    ...{ target: `order:${id}`, outcome: 'refused' },
  });
  throw notFound('order-not-found', '没有这件督办，或者不归您的部门。请从列表中选择。');
}

export async function numberOf(manager: EntityManager, id: string): Promise<string> {
  const [row] = await manager.query<{ number: string }[]>(
    `SELECT number FROM supervision_order WHERE id = $1`,
    [id],
  );
  return row!.number;
}

/** The units that were ordered the same at once, by name; none where it was this one alone. */
export async function unitsOf(manager: EntityManager, id: string): Promise<string[]> {
  const rows = await manager.query<{ name: string }[]>(
    `SELECT coalesce(o.name, k.department) AS name
       FROM supervision_order one
       JOIN supervision_order k ON coalesce(k.issued_with, k.id) = coalesce(one.issued_with, one.id)
       LEFT JOIN organisation o ON o.id = k.department
      WHERE one.id = $1 AND k.id <> one.id ORDER BY k.number`,
    [id],
  );
  return rows.map(({ name }) => name);
}
