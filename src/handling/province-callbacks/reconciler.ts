/** Asks the province after orders whose notice did not come: a notice may be lost, a payment not. */
import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { reconcilePayments } from '../../money/index.js';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { Province } from '../../province/index.js';
import { Notices } from './notices.js';

/** Pause between rounds, and how long an order is left alone; ms. */
const INTERVAL = 10_000;
const LEFT_ALONE = 30_000;

@Injectable()
export class PaymentReconciler implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(PaymentReconciler.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly notices: Notices,
    @Inject(PROVINCE) private readonly province: Province,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.round;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.round = this.reconcile(LEFT_ALONE)
        .then(() => undefined)
        .catch((error: unknown) => this.logger.warn(`reconciliation failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, INTERVAL);
    this.timer.unref();
  }

  /** One round. @param olderThan ms @returns how many payments were found */
  reconcile(olderThan: number): Promise<number> {
    return reconcilePayments(
      this.dataSource,
      this.province.payments,
      (paid) => this.notices.tellPaid(paid),
      olderThan,
    );
  }
}
