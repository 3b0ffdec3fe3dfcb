/** Asks the province after orders whose notice did not come: a notice may be lost, a payment not. */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reconcilePayment, takeUnsettled } from '../../money/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { Province } from '../../province/index.js';
import { Notices } from './notices.js';

/** How long an order is left alone, ms: a younger one's notice may be on its way. */
const LEFT_ALONE = 30_000;

/** Daily reconciliation in small. Every process may: an order is asked after by one. */
@Injectable()
export class PaymentReconciler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
    @Inject(PROVINCE) private readonly province: Province,
  ) {}

  @Recurring({ name: 'payment-reconciliation', every: 10_000 })
  async reconcile(round: Round): Promise<void> {
    const { dataSource, province, notices } = this;
    for (const order of await takeUnsettled(dataSource, LEFT_ALONE)) {
      if (round.signal.aborted) return;
      await round.item(`order ${order}`, () =>
        reconcilePayment(dataSource, province.payments, (paid) => notices.tellPaid(paid), order),
      );
    }
  }
}
