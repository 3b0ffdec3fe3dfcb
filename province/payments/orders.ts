import { randomBytes } from 'node:crypto';
import type { Journal } from '../journal.js';
import type { Notices } from '../notices.js';
import { Problem } from '../problems.js';

/** A demand for payment (缴款通知). */
export interface Order {
  /** The platform's idempotency key. */
  key: string;
  orderNo: string;
  /** Payment code (缴款码); who has it can pay, so it cannot be guessed. */
  code: string;
  caseNumber: string;
  /** What is paid for, and to whom. */
  item: string;
  payee: string;
  amountCents: number;
  state: 'ordered' | 'paid';
  orderedAt: string;
  paidAt: string | null;
}

export type OrderRequest = Pick<Order, 'key' | 'caseNumber' | 'item' | 'payee' | 'amountCents'>;

/** 统一公共支付: order → code → pay page → asynchronous notice; the order can be asked after. */
export class Orders {
  private readonly byNumber = new Map<string, Order>();
  private readonly byCode = new Map<string, Order>();

  constructor(
    private readonly journal: Journal<Order>,
    private readonly notices: Notices,
  ) {
    for (const order of journal.values()) this.index(order);
  }

  private index(order: Order): Order {
    this.byNumber.set(order.orderNo, order);
    this.byCode.set(order.code, order);
    return order;
  }

  /** One order per key; the same key again gets the same order, with another amount a refusal. */
  order(request: OrderRequest): Order {
    if (request.amountCents <= 0) {
      throw new Problem(422, 'wrong-amount', '缴款金额应大于零；不收费的事项不开缴款单。');
    }
    const made = this.journal.get(request.key);
    if (!made) return this.index(this.journal.put(this.newOrder(request)));
    if (made.amountCents === request.amountCents) return made;
    throw new Problem(409, 'key-used', '同一业务流水号已开过金额不同的缴款单。');
  }

  private newOrder(request: OrderRequest): Order {
    const now = new Date();
    const day = now.toISOString().slice(0, 10).replaceAll('-', '');
    return {
      ...request,
      orderNo: `21${day}${String(this.journal.size + 1).padStart(8, '0')}`,
      code: randomBytes(10).toString('hex'),
      state: 'ordered',
      orderedAt: now.toISOString(),
      paidAt: null,
    };
  }

  /** @throws Problem 404 */
  byOrderNo(orderNo: string): Order {
    const order = this.byNumber.get(orderNo);
    if (order) return order;
    throw new Problem(404, 'unknown-order', `没有缴款单 ${orderNo}。`);
  }

  /** @throws Problem 404 */
  byPaymentCode(code: string): Order {
    const order = this.byCode.get(code);
    if (order) return order;
    throw new Problem(404, 'unknown-code', '缴款码不存在，请核对。');
  }

  /** Takes the money once and tells the platform; paying again changes nothing. */
  pay(code: string): Order {
    const order = this.byPaymentCode(code);
    if (order.state === 'paid') return order;
    const paid = this.index(
      this.journal.put({ ...order, state: 'paid', paidAt: new Date().toISOString() }),
    );
    const { key, orderNo, amountCents, paidAt, caseNumber } = paid;
    this.notices.send('/payments', orderNo, '/api/notices/payment', {
      key,
      orderNo,
      caseNumber,
      amountCents,
      state: 'paid',
      paidAt,
    });
    return paid;
  }
}
