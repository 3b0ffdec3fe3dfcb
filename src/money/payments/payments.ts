/** Fees of cases: ordered at the province's payment system, paid there, noticed here. */
import type { DataSource, EntityManager } from 'typeorm';
import { notFound, unprocessable } from '../../platform/errors.js';
import { tell, toldCase, yuan } from '../../notifications/index.js';
import type { PaymentSystem } from '../../province/index.js';

export interface FeeDemand {
  /** Idempotency key (case + element + occurrence); also the payment's id. */
  key: string;
  caseNumber: string;
  element: string;
  /** What is paid for. */
  item: string;
  /** Name of the body that collects. */
  payee: string;
  amountCents: number;
}

/** A notice of the province, or its answer to a query. */
export interface PaymentNotice {
  orderNo: string;
  amountCents: number;
  /** ISO 8601. */
  paidAt: string;
}

/** What the case must be told; the command's id is the same for every notice of one order. */
export interface PaidCase {
  paymentId: string;
  caseNumber: string;
  orderNo: string;
  /** ISO 8601. */
  paidAt: string;
  commandId: string;
  /** False when the case was told before: then there is nothing left to do. */
  untold: boolean;
}

/**
 * Orders the payment and keeps it. The province makes one order per key, the table one row per key.
 * @returns the order's number
 */
export async function orderPayment(
  dataSource: DataSource,
  system: PaymentSystem,
  demand: FeeDemand,
): Promise<{ orderNo: string }> {
  const { key, caseNumber, item, payee, amountCents } = demand;
  const order = await system.order({ key, caseNumber, item, payee, amountCents });
  await dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO payment (id, case_number, element, item, amount_cents, order_no, pay_url, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, 'ordered')
       ON CONFLICT (id) DO NOTHING`,
      [key, caseNumber, demand.element, item, amountCents, order.orderNo, order.payUrl],
    );
    await tellFeeDue(manager, demand);
  });
  return { orderNo: order.orderNo };
}

async function tellFeeDue(
  manager: EntityManager,
  { key, caseNumber, item: fee, amountCents }: FeeDemand,
): Promise<void> {
  const { item, people: persons } = await toldCase(manager, caseNumber);
  const facts = { item, case: caseNumber, fee, amount: yuan(amountCents) };
  const about = { kind: 'fee', id: caseNumber } as const;
  await tell(manager, [{ occasion: 'fee-due', key, persons, caseNumber, about, facts }]);
}

interface PaymentRow {
  id: string;
  case_number: string;
  amount_cents: number;
  command_id: string;
  told_at: Date | null;
}

/**
 * Enters a notice. Notices come once, twice or late: the payment is paid once, each notice counted.
 * @throws DomainError 404 `unknown-order`: the order is not stored yet or not ours, the province
 *   repeats the notice; 422 `wrong-amount`
 */
export async function applyPaymentNotice(
  manager: EntityManager,
  notice: PaymentNotice,
): Promise<PaidCase> {
  const { orderNo } = notice;
  const [row] = await manager.query<PaymentRow[]>(
    `SELECT id, case_number, amount_cents, command_id, told_at FROM payment WHERE order_no = $1`,
    [orderNo],
  );
  if (!row) throw notFound('unknown-order', `没有缴款单 ${orderNo}。`, { orderNo });
  if (row.amount_cents !== notice.amountCents) {
    throw unprocessable('wrong-amount', `缴款单 ${orderNo} 的到账金额与应缴金额不符。`, {
      orderNo,
    });
  }
  await manager.query(
    `UPDATE payment
        SET notices = notices + 1,
            paid_at = coalesce(paid_at, $2),
            state = CASE state WHEN 'ordered' THEN 'paid' ELSE state END
      WHERE id = $1`,
    [row.id, notice.paidAt],
  );
  return {
    paymentId: row.id,
    caseNumber: row.case_number,
    orderNo,
    paidAt: notice.paidAt,
    commandId: row.command_id,
    untold: row.told_at === null,
  };
}

/** @throws DomainError 404 `unknown-order`: the order is not stored yet, or not ours */
export async function requireOrder(
  manager: EntityManager,
  orderNo: string,
): Promise<{ caseNumber: string; applicant: string }> {
  const [row] = await manager.query<{ caseNumber: string; applicant: string }[]>(
    `SELECT c.number AS "caseNumber", c.applicant_id AS applicant
       FROM payment p JOIN cases c ON c.number = p.case_number WHERE p.order_no = $1`,
    [orderNo],
  );
  if (row) return row;
  throw notFound('unknown-order', `没有缴款单 ${orderNo}。`, { orderNo });
}

/** Notes that the case knows of its payment. */
export async function markTold(manager: EntityManager, paymentId: string): Promise<void> {
  await manager.query(`UPDATE payment SET told_at = now() WHERE id = $1 AND told_at IS NULL`, [
    paymentId,
  ]);
}

/** A payment as the case's page shows it. */
export interface PaymentView {
  id: string;
  caseNumber: string;
  item: string;
  amountCents: number;
  state: 'ordered' | 'paid' | 'refused' | 'refunded';
  payUrl: string;
  paidAt: Date | null;
}

/** Payments of the given cases, in the order they were asked for. */
export function paymentsOfCases(
  manager: EntityManager,
  caseNumbers: string[],
): Promise<PaymentView[]> {
  return manager.query<PaymentView[]>(
    `SELECT id, case_number AS "caseNumber", item, amount_cents AS "amountCents", state,
            pay_url AS "payUrl", paid_at AS "paidAt"
       FROM payment WHERE case_number = ANY($1) ORDER BY ordered_at, id`,
    [caseNumbers],
  );
}
