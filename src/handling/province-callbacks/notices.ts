/** From what the province tells us to the case that waits for it. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import { DEPARTMENT_MESSAGE, PAYMENT_MESSAGE } from '../../../workflows/contracts/case.js';
import { CaseCommands, type CommandResult } from '../../cases/index.js';
import { type PaidCase, settleNotice } from '../../money/index.js';
import { DomainError, notFound } from '../../platform/errors.js';
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
  ) {}

  /** @throws DomainError `unknown-order`, `wrong-amount` */
  async payment(notice: PaymentNoticeDto): Promise<void> {
    await settleNotice(this.dataSource, notice, (paid) => this.tellPaid(paid));
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
