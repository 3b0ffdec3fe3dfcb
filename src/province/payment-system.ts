import { ProvinceAnswer } from './answers.js';
import type { ProvinceGateway } from './gateway.js';

export interface PaymentOrder {
  /** The same key gets the same order. */
  key: string;
  caseNumber: string;
  /** What is paid for. */
  item: string;
  /** The body that collects (执收单位). */
  payee: string;
  amountCents: number;
}

export interface ProvincePayment {
  orderNo: string;
  /** 缴款码 */
  code: string;
  payUrl: string;
  amountCents: number;
  state: 'ordered' | 'paid';
  /** ISO 8601. */
  paidAt: string | null;
}

/** 统一公共支付. Every method throws ProvinceRefused or ProvinceUnavailable. */
export interface PaymentSystem {
  order(order: PaymentOrder): Promise<ProvincePayment>;
  /** What became of an order: a notice may be lost, the order is not. */
  query(orderNo: string): Promise<ProvincePayment>;
}

function readPayment(value: unknown): ProvincePayment {
  const answer = new ProvinceAnswer(value);
  return {
    orderNo: answer.text('orderNo'),
    code: answer.text('code'),
    payUrl: answer.text('payUrl'),
    amountCents: answer.integer('amountCents'),
    state: answer.oneOf('state', ['ordered', 'paid']),
    paidAt: answer.optionalText('paidAt'),
  };
}

export class HttpPaymentSystem implements PaymentSystem {
  constructor(private readonly gateway: ProvinceGateway) {}

  async order(order: PaymentOrder) {
    return readPayment(await this.gateway.post('/payments/orders', order));
  }

  async query(orderNo: string) {
    return readPayment(await this.gateway.get(`/payments/orders/${encodeURIComponent(orderNo)}`));
  }
}
