/** From a payment at the province to the case that waits for it, also when the notice was lost. */
import type { DataSource } from 'typeorm';
import type { PaymentSystem } from '../../province/index.js';
import { applyPaymentNotice, markTold, type PaidCase, type PaymentNotice } from './payments.js';

/** Orders asked after in one round. */
const BATCH = 50;

/** Tells the case; rejects when it cannot be reached now. May be called twice for one payment. */
export type TellCase = (paid: PaidCase) => Promise<void>;

/**
 * A notice, from its entry to the case's knowledge of it. Only then may the province be answered
 * with success: it repeats the notice until then.
 */
export async function settleNotice(
  dataSource: DataSource,
  notice: PaymentNotice,
  tell: TellCase,
): Promise<void> {
  const paid = await dataSource.transaction((manager) => applyPaymentNotice(manager, notice));
  if (!paid.untold) return;
  await tell(paid);
  await markTold(dataSource.manager, paid.paymentId);
}

/**
 * Takes orders whose payment no case knows of, not asked after for longest; several processes may do so
 * at once.
 * @param olderThan ms since the order was made or last asked after
 * @returns order numbers
 */
export async function takeUnsettled(dataSource: DataSource, olderThan: number): Promise<string[]> {
  const [rows] = await dataSource.query<[{ order_no: string }[], number]>(
    `UPDATE payment SET asked_at = now()
      WHERE id IN (
        SELECT id FROM payment
         WHERE told_at IS NULL
           AND coalesce(asked_at, ordered_at) <= now() - make_interval(secs => $1::float / 1000)
         ORDER BY coalesce(asked_at, ordered_at) LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
     RETURNING order_no`,
    [olderThan],
  );
  return rows.map(({ order_no }) => order_no);
}

/** Asks the province after one order and tells its case. @returns whether it was paid */
export async function reconcilePayment(
  dataSource: DataSource,
  system: PaymentSystem,
  tell: TellCase,
  orderNo: string,
): Promise<boolean> {
  const { state, amountCents, paidAt } = await system.query(orderNo);
  if (state !== 'paid' || paidAt === null) return false;
  await settleNotice(dataSource, { orderNo, amountCents, paidAt }, tell);
  return true;
}
