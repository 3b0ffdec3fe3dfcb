/** From what the province tells us to the case that waits for it. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import { DEPARTMENT_MESSAGE, PAYMENT_MESSAGE } from '../../../workflows/contracts/case.js';
import { CaseCommands, type CommandResult } from '../../cases/index.js';
import { type PaidCase, reconcilePayment, requireOrder } from '../../money/index.js';
import { conflict, DomainError, notFound, unavailable } from '../../platform/errors.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { type ProvinceDoor, ProvinceRefused, ProvinceUnavailable } from '../../province/index.js';
import type { DepartmentNoticeDto, PaymentNoticeDto } from './notice.dto.js';

interface Message {
  id: string;
  caseNumber: string;
  name: string;
  variables: Variables;
}

@Injectable()
export class Notices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
    @Inject(PROVINCE) private readonly province: ProvinceDoor,
  ) {}

  /**
   * A notice is only a reason to ask: what became of the order, the payment system itself says.
   * @throws DomainError 404 `unknown-order`, 409 `order-not-paid`, 422 `wrong-amount`; 503 while it is away
   */
  async payment({ orderNo }: PaymentNoticeDto): Promise<void> {
    const paid = await this.asked(orderNo);
    if (!paid) {
      throw conflict('order-not-paid', `缴款单 ${orderNo} 在缴款系统中还没有缴款。`, { orderNo });
    }
  }

  private async asked(orderNo: string): Promise<boolean> {
    try {
      return await this.askAfter(orderNo, 'payment-notice');
    } catch (error) {
      if (!(error instanceof ProvinceUnavailable || error instanceof ProvinceRefused)) throw error;
      throw unavailable('payment-system-away', '暂时不能向缴款系统核对，请稍后再通知。');
    }
  }

  /**
   * Asks the payment system what became of an order, and tells its case.
   * @param system who asks, as the province's log names it
   * @returns whether it was paid
   * @throws DomainError 404 `unknown-order`; ProvinceRefused | ProvinceUnavailable
   */
  async askAfter(orderNo: string, system: string): Promise<boolean> {
    const { dataSource } = this;
    const { caseNumber, applicant } = await requireOrder(dataSource.manager, orderNo);
    const { payments } = this.province.on({
      ...{ by: { system }, matter: `case:${caseNumber}`, applicant, purpose: '核对缴款结果' },
    });
    return reconcilePayment(dataSource, payments, (paid) => this.tellPaid(paid), orderNo);
  }

  /** Tells the case that its fee is paid; a second time changes nothing. */
  async tellPaid({ commandId: id, caseNumber, orderNo, paidAt }: PaidCase): Promise<void> {
    const variables = { payment: { orderNo, paidAt } };
    await this.tell({ id, caseNumber, name: PAYMENT_MESSAGE, variables });
  }

  /** @throws DomainError `case-not-found` */
  async departmentSystem(notice: DepartmentNoticeDto): Promise<void> {
    const { noticeId, caseNumber, system, externalNumber, step, at } = notice;
    const rows = await this.dataSource.query<unknown[]>(`SELECT 1 FROM cases WHERE number = $1`, [
      caseNumber,
    ]);
    if (rows.length === 0) throw notFound('case-not-found', `没有办件 ${caseNumber}。`);
    const outcome = notice.outcome ?? null;
    await this.tell({
      id: noticeId,
      caseNumber,
      name: DEPARTMENT_MESSAGE,
      variables: { departmentSystem: { system, externalNumber, step, outcome, at } },
    });
  }

  /** A pending command is the sweeper's from here on; an ended case has nothing left to learn. */
  private async tell(message: Message): Promise<CommandResult | null> {
    try {
      return await this.commands.message(message);
    } catch (error) {
      if (error instanceof DomainError && error.status === 409) return null;
      throw error;
    }
  }
}
