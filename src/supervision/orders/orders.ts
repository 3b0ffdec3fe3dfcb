/**
 * 督办: an order to a department with a deadline. The department replies, the supervisor accepts or
 * returns it for more; a late one goes to the body above. On a case's order its timeline says so.
 */
import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { actorOf, type Session } from '../../people/index.js';
import { requireCase, requireNotOwn } from '../../cases/index.js';
import { badRequest, conflict, forbidden } from '../../platform/errors.js';
import { readActs, writeAct, writeOnTimeline } from '../acts.js';
import { requireUnit } from '../cards/cards.js';
import { issuedBefore } from '../repeated.js';
import {
  findOrder,
  listOrders,
  numberOf,
  unitsOf,
  type OrderQuery,
  type OrderRow,
  type OrderState,
} from './order-rows.js';

export interface NewOrder {
  title: string;
  text: string;
  department: string;
  /** Further units that are ordered the same; each replies by itself. */
  alsoTo?: string[];
  /** Papers uploaded before, for every unit. */
  files?: string[];
  /** ISO 8601, in the future. */
  deadline: string;
  caseNumber?: string;
  cardId?: string;
}

const TRANSITIONS = {
  reply: { by: 'unit', from: ['issued', 'returned'], to: 'replied', act: 'replied' },
  accept: { by: 'supervisor', from: ['replied'], to: 'accepted', act: 'accepted' },
  return: { by: 'supervisor', from: ['replied'], to: 'returned', act: 'returned' },
  withdraw: {
    by: 'supervisor',
    from: ['issued', 'replied', 'returned'],
    to: 'withdrawn',
    act: 'withdrawn',
  },
} as const;
export type OrderTransition = keyof typeof TRANSITIONS;

const TIMELINE: Record<string, string> = {
  issued: '督办',
  replied: '督办答复',
  returned: '督办退回补充',
  accepted: '督办办结',
  withdrawn: '督办撤回',
  escalated: '督办逾期报上级',
};

@Injectable()
export class Orders {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. @throws DomainError `bad-cursor` */
  list(session: Session, query: OrderQuery, size?: number) {
    return listOrders(this.dataSource, session, query, size);
  }

  /** One order with its history. @throws DomainError 404 `order-not-found` (audited) */
  async read(session: Session, id: string) {
    const row = await this.find(this.dataSource.manager, session, id, 'order.read');
    const { manager } = this.dataSource;
    const [acts, alongside] = await Promise.all([
      readActs(manager, { order: id }),
      unitsOf(manager, id),
    ]);
    return { ...row, acts, alongside };
  }

  private find(manager: EntityManager, session: Session, id: string, act: string) {
    return findOrder(manager, session, { id, act, outside: this.dataSource.manager });
  }

  /**
   * Issues an order, and the same to each further unit; the key is the first one's id.
   * @throws DomainError `unit-not-in-scope`, `deadline-passed`, `file-not-yours`, `key-of-another`, and
   *   as `requireCase`
   */
  async issue(
    session: Session,
    id: string,
    order: NewOrder,
  ): Promise<{ id: string; number: string }> {
    if (Date.parse(order.deadline) <= Date.now()) {
      throw badRequest('deadline-passed', '办理期限已经过了，请选一个以后的时间。');
    }
    if (order.caseNumber)
      await requireCase(this.dataSource.manager, session, order.caseNumber, 'order.issue');
    const further = new Set(order.alsoTo);
    further.delete(order.department);
    return this.dataSource.transaction(async (manager) => {
      for (const unit of [order.department, ...further]) await requireUnit(manager, session, unit);
      if (await issuedBefore(manager, 'order', id, session.person.id)) {
        return { id, number: await numberOf(manager, id) };
      }
      const number = await this.issueOne(manager, session, order, { id });
      for (const department of further) {
        const one = { id: randomUUID(), issuedWith: id };
        await this.issueOne(manager, session, { ...order, department }, one);
      }
      return { id, number };
    });
  }

  /** @returns its number */
  private async issueOne(
    manager: EntityManager,
    session: Session,
    order: NewOrder,
    { id, issuedWith }: { id: string; issuedWith?: string },
  ): Promise<string> {
    const [row] = await manager.query<{ number: string }[]>(
      `INSERT INTO supervision_order (id, number, title, text, case_number, card_id, department,
         deadline, state, issued_by, issued_with)
       VALUES ($1, '督办〔' || to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY') || '〕'
         || nextval('supervision_order_serial') || '号', $2, $3, $4, $5, $6, $7, 'issued', $8, $9)
       RETURNING number`,
      [
        ...[id, order.title, order.text, order.caseNumber ?? null, order.cardId ?? null],
        ...[order.department, order.deadline, session.person.id, issuedWith ?? null],
      ],
    );
    const act = { act: 'issued', text: order.text, ...(order.files && { files: order.files }) };
    await writeAct(manager, actorOf(session), { order: id }, act);
    await this.tellCase(manager, session, id, order.caseNumber ?? null, 'issued');
    return row!.number;
  }

  /**
   * @param text the reply, what is missing, the reason; needed for everything but accepting
   * @throws DomainError `order-not-found`, `order-moved-on`, `not-your-order`, `own-case`, `text-needed`
   */
  async move(
    session: Session,
    id: string,
    name: OrderTransition,
    body: { text?: string; files?: string[]; deadline?: string },
  ): Promise<{ id: string; state: OrderState }> {
    const move = TRANSITIONS[name];
    const { text = '', files = [], deadline } = body;
    return this.dataSource.transaction(async (manager) => {
      const order = await this.find(manager, session, id, `order.${name}`);
      await this.requireRight(manager, session, order, move.by);
      if (order.caseNumber) await requireNotOwn(manager, session, order.caseNumber);
      if (!(move.from as readonly string[]).includes(order.state)) {
        throw conflict('order-moved-on', '这件督办的状态已经变了，请刷新后再操作。', {
          state: order.state,
        });
      }
      if (!text && name !== 'accept') throw badRequest('text-needed', '请写明答复或理由。');
      if (deadline && Date.parse(deadline) <= Date.now()) {
        throw badRequest('deadline-passed', '新的期限已经过了，请选一个以后的时间。');
      }
      await manager.query(
        `UPDATE supervision_order SET state = $2,
           deadline = CASE WHEN $2 = 'returned' THEN coalesce($3::timestamptz, deadline)
                           ELSE deadline END,
           escalated_at = CASE WHEN $2 = 'returned' AND $3::timestamptz IS NOT NULL THEN NULL
                               ELSE escalated_at END,
           closed_at = CASE WHEN $2 IN ('accepted', 'withdrawn') THEN now() END
         WHERE id = $1`,
        [id, move.to, deadline ?? null],
      );
      await writeAct(manager, actorOf(session), { order: id }, { act: move.act, text, files });
      await this.tellCase(manager, session, id, order.caseNumber, move.act);
      return { id, state: move.to };
    });
  }

  private async requireRight(
    manager: EntityManager,
    session: Session,
    order: OrderRow,
    by: 'supervisor' | 'unit',
  ): Promise<void> {
    if (by === 'supervisor') return requireUnit(manager, session, order.department);
    if (session.post?.organisation.id === order.department) return;
    throw forbidden('not-your-order', '只有被督办的单位可以答复。');
  }

  private async tellCase(
    manager: EntityManager,
    session: Session | null,
    id: string,
    caseNumber: string | null,
    act: string,
  ): Promise<void> {
    if (!caseNumber) return;
    await writeOnTimeline(manager, {
      ...{ caseNumber, cause: `order:${id}`, kind: 'supervision-order', name: TIMELINE[act]! },
      actor: session && actorOf(session),
    });
  }

  /** Orders past their deadline without a reply go to the body above, once. @returns how many */
  async escalateLate(): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const rows = await manager.query<
        { id: string; case_number: string | null; above: string | null }[]
      >(
        `SELECT k.id, k.case_number, o.parent_id AS above FROM supervision_order k
         JOIN organisation o ON o.id = k.department
         WHERE k.state IN ('issued', 'returned') AND k.deadline < now() AND k.escalated_at IS NULL
         FOR UPDATE OF k SKIP LOCKED`,
      );
      for (const { id, case_number, above } of rows) {
        await manager.query(
          `UPDATE supervision_order SET escalated_to = $2, escalated_at = now() WHERE id = $1`,
          [id, above],
        );
        const text = '到期未答复，报上级机关';
        await writeAct(manager, null, { order: id }, { act: 'escalated', text });
        await this.tellCase(manager, null, id, case_number, 'escalated');
      }
      return rows.length;
    });
  }
}
