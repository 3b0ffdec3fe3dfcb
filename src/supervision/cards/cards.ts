/**
 * A card from its proposal to its end: a supervisor issues it to a unit, the unit answers with its
 * evidence, the supervisor accepts or returns the answer, and may revoke the card with a reason.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import {
  audit,
  actorOf,
  type Session,
  scopeConditions,
  scopeOf,
  Values,
} from '../../people/index.js';
import { requireCase, requireNotOwn } from '../../cases/index.js';
import { badRequest, conflict, DomainError, forbidden, notFound } from '../../platform/errors.js';
import { readActs, writeAct } from '../acts.js';
import { type ListQuery, PAGE, pageConditions, pageOf, supervises, visible } from '../listing.js';
import type { Colour } from './conditions.js';
import { issuedBefore } from '../repeated.js';
import { tellCase } from './issuing.js';

export type CardState =
  | 'proposed'
  | 'issued'
  | 'answered'
  | 'accepted'
  | 'returned'
  | 'revoked'
  | 'dismissed';

export interface CardRow {
  id: string;
  colour: Colour;
  caseNumber: string;
  itemName: string;
  step: string | null;
  department: string;
  departmentName: string;
  state: CardState;
  reason: string;
  ruleName: string | null;
  ruleVersion: number | null;
  escalatedTo: string | null;
  createdAt: Date;
  issuedAt: Date | null;
  answerDue: Date | null;
  closedAt: Date | null;
}

export interface NewCard {
  colour: Colour;
  caseNumber: string;
  department: string;
  reason: string;
  answerDays: number;
}

/** What a supervisor or a unit does with a card: from which states, to which. */
const TRANSITIONS = {
  confirm: { by: 'supervisor', from: ['proposed'], to: 'issued', act: 'issued' },
  dismiss: { by: 'supervisor', from: ['proposed'], to: 'dismissed', act: 'dismissed' },
  answer: { by: 'unit', from: ['issued', 'returned'], to: 'answered', act: 'answered' },
  accept: { by: 'supervisor', from: ['answered'], to: 'accepted', act: 'accepted' },
  return: { by: 'supervisor', from: ['answered'], to: 'returned', act: 'returned' },
  revoke: {
    by: 'supervisor',
    from: ['issued', 'answered', 'returned', 'accepted'],
    to: 'revoked',
    act: 'revoked',
  },
} as const;
export type CardTransition = keyof typeof TRANSITIONS;

const COLUMNS = `
         k.id, k.colour, k.case_number AS "caseNumber", coalesce(c.item_name, k.item) AS "itemName",
         t.name AS step, k.department, coalesce(o.name, k.department) AS "departmentName", k.state,
         k.reason, r.name AS "ruleName", k.rule_version AS "ruleVersion",
         e.name AS "escalatedTo", k.created_at AS "createdAt", k.issued_at AS "issuedAt",
         k.answer_due AS "answerDue", k.closed_at AS "closedAt"`;
const FROM = `
  FROM card k JOIN unit u ON u.id = k.department
  LEFT JOIN cases c ON c.number = k.case_number
  LEFT JOIN task t ON t.id = k.task_id
  LEFT JOIN organisation o ON o.id = k.department
  LEFT JOIN organisation e ON e.id = k.escalated_to
  LEFT JOIN card_rule r ON r.id = k.rule_id AND r.version = k.rule_version`;

const TO_UNITS = `k.state NOT IN ('proposed', 'dismissed')`;

export interface CardQuery extends ListQuery {
  state?: CardState | 'standing';
  colour?: Colour;
}

@Injectable()
export class Cards {
  constructor(private readonly dataSource: DataSource) {}

  /** The newest first. @throws DomainError `bad-cursor` */
  async list(
    session: Session,
    query: CardQuery,
    size = PAGE,
  ): Promise<{ items: CardRow[]; next: string | null }> {
    const values = new Values();
    const words = (q: string) => [`strpos(k.reason, ${q}) > 0`, `strpos(o.name, ${q}) > 0`];
    const page = { shown: TO_UNITS, at: 'k.created_at', words };
    const conditions = [
      ...pageConditions(session, query, values, page),
      ...(query.item ? [`k.item = ${values.place(query.item)}`] : []),
      ...(query.colour ? [`k.colour = ${values.place(query.colour)}`] : []),
    ];
    if (query.state === 'standing')
      conditions.push(`k.state IN ('issued', 'answered', 'returned')`);
    else if (query.state) conditions.push(`k.state = ${values.place(query.state)}`);
    const rows = await this.dataSource.query<(CardRow & { exactAt: string })[]>(
      `SELECT ${COLUMNS}, k.created_at::text AS "exactAt" ${FROM}
       WHERE ${conditions.join(' AND ')}
       ORDER BY k.created_at DESC, k.id DESC LIMIT ${size + 1}`,
      values.list,
    );
    return pageOf(rows, size);
  }

  /** One card with its history. @throws DomainError 404 `card-not-found` (audited) */
  async read(session: Session, id: string) {
    const row = await this.find(this.dataSource.manager, session, id, 'card.read');
    return { ...row, acts: await readActs(this.dataSource.manager, { card: id }) };
  }

  private async find(manager: EntityManager, session: Session, id: string, act: string) {
    const values = new Values();
    const conditions = [`k.id = ${values.place(id)}`, visible(session, values, TO_UNITS)];
    const [row] = await manager.query<CardRow[]>(
      `SELECT ${COLUMNS} ${FROM} WHERE ${conditions.join(' AND ')} FOR UPDATE OF k`,
      values.list,
    );
    if (row) return row;
    await audit(this.dataSource.manager, {
      ...{ person: session.person.id, post: session.post?.id, act },
      ...{ target: `card:${id}`, outcome: 'refused' },
    });
    throw notFound('card-not-found', '没有这张牌，或者不归您的部门。请从列表中选择。');
  }

  /**
   * Issues a card by hand, to a unit inside the caller's scope; the key is its id.
   * @throws DomainError `case-not-found`, `case-of-another-department`, `unit-not-in-scope`,
   *   `key-of-another`
   */
  async issue(session: Session, id: string, card: NewCard): Promise<{ id: string }> {
    await requireCase(this.dataSource.manager, session, card.caseNumber, 'card.issue');
    return this.dataSource.transaction(async (manager) => {
      await requireUnit(manager, session, card.department);
      if (await issuedBefore(manager, 'card', id, session.person.id)) return { id };
      await manager.query(
        `INSERT INTO card (id, colour, case_number, department, item, state, reason, issued_at,
                           answer_due)
         SELECT $1, $2, c.number, $4, c.item_code, 'issued', $5, now(),
                now() + make_interval(days => $6)
           FROM cases c WHERE c.number = $3`,
        [id, card.colour, card.caseNumber, card.department, card.reason, card.answerDays],
      );
      const act = { act: 'issued', text: card.reason };
      await writeAct(manager, actorOf(session), { card: id }, act);
      await tellCase(manager, id, card.caseNumber, card.colour);
      return { id };
    });
  }

  /**
   * @param text the answer, the reason; needed for everything but accepting and confirming
   * @throws DomainError `card-not-found`, `card-moved-on`, `not-your-card`, `own-case`, `text-needed`
   */
  async move(
    session: Session,
    id: string,
    name: CardTransition,
    { text = '', files = [] }: { text?: string; files?: string[] },
  ): Promise<{ id: string; state: CardState }> {
    const move = TRANSITIONS[name];
    return this.dataSource.transaction(async (manager) => {
      const card = await this.find(manager, session, id, `card.${name}`);
      await this.requireRight(manager, session, card, move.by);
      await requireNotOwn(manager, session, card.caseNumber);
      if (!(move.from as readonly string[]).includes(card.state)) {
        throw conflict('card-moved-on', '这张牌的状态已经变了，请刷新后再操作。', {
          state: card.state,
        });
      }
      if (!text && name !== 'accept' && name !== 'confirm') {
        throw badRequest('text-needed', '请写明理由或答复内容。');
      }
      await manager.query(
        `UPDATE card SET state = $2,
           issued_at = CASE WHEN $2 = 'issued' THEN now() ELSE issued_at END,
           answer_due = CASE WHEN $2 IN ('issued', 'returned') THEN now() + make_interval(days =>
             coalesce((SELECT answer_days FROM card_rule r
                       WHERE r.id = rule_id AND r.version = rule_version), 3)) ELSE answer_due END,
           closed_at = CASE WHEN $2 IN ('accepted', 'revoked', 'dismissed') THEN now() END
         WHERE id = $1`,
        [id, move.to],
      );
      await writeAct(manager, actorOf(session), { card: id }, { act: move.act, text, files });
      if (name === 'confirm') await tellCase(manager, id, card.caseNumber, card.colour);
      return { id, state: move.to };
    });
  }

  /**
   * Each card by itself: what cannot be decided any more is told, and holds up no other.
   * @returns what became of each, in the order asked
   */
  async decide(
    session: Session,
    ids: readonly string[],
    name: 'confirm' | 'dismiss',
    text: string,
  ): Promise<{ id: string; state: 'done' | 'refused'; message: string | null }[]> {
    const outcomes: { id: string; state: 'done' | 'refused'; message: string | null }[] = [];
    for (const id of new Set(ids)) {
      try {
        await this.move(session, id, name, { text });
        outcomes.push({ id, state: 'done', message: null });
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
        outcomes.push({ id, state: 'refused', message: error.message });
      }
    }
    return outcomes;
  }

  private async requireRight(
    manager: EntityManager,
    session: Session,
    card: CardRow,
    by: 'supervisor' | 'unit',
  ): Promise<void> {
    if (by === 'unit') {
      if (session.post?.organisation.id === card.department) return;
      throw forbidden('not-your-card', '只有被亮牌的单位可以答复。');
    }
    await requireUnit(manager, session, card.department);
  }
}

/**
 * Lets those pass who supervise the unit.
 * @throws DomainError `unit-not-in-scope`
 */
export async function requireUnit(
  manager: EntityManager,
  session: Session,
  department: string,
): Promise<void> {
  const values = new Values();
  const conditions = [
    `u.id = ${values.place(department)}`,
    ...scopeConditions(scopeOf(session), values),
  ];
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM unit u WHERE ${conditions.join(' AND ')}`,
    values.list,
  );
  if (rows.length > 0 && supervises(session)) return;
  throw forbidden('unit-not-in-scope', '这个单位不在您的监督范围内。');
}
