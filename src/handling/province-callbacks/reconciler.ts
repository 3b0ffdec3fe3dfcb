/** Asks the province after orders whose notice did not come: a notice may be lost, a payment not. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { takeUnsettled } from '../../money/index.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { Notices } from './notices.js';

/** How long an order is left alone, ms: a younger one's notice may be on its way. */
const LEFT_ALONE = 30_000;

/** Daily reconciliation in small. Every process may: an order is asked after by one. */
@Injectable()
export class PaymentReconciler {
  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
  ) {}

  @Recurring({ name: 'payment-reconciliation', every: 10_000 })
  async reconcile(round: Round): Promise<void> {
    for (const order of await takeUnsettled(this.dataSource, LEFT_ALONE)) {
      if (round.signal.aborted) return;
      await round.item(`order ${order}`, () =>
        this.notices.askAfter(order, 'payment-reconciliation'),
      );
    }
  }
}
