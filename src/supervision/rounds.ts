/**
 * What supervision does by itself, again and again: folds what was finished into the roll-up, looks
 * whether rules earn a card, lets cards and orders that nobody answered climb. Any API process may do
 * it; a lock lets one at a time.
 */
import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { applyRules, climbLadder, dropMootProposals } from './cards/issuing.js';
import { Orders } from './orders/orders.js';

/** Pause between rounds, ms. */
const INTERVAL = 30_000;
/** Any number: held by the process whose round it is. */
const LOCK = 8_891;

@Injectable()
export class SupervisionRounds implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(SupervisionRounds.name);
  private timer: NodeJS.Timeout | undefined;
  private round: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly orders: Orders,
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
      this.round = this.once()
        .catch((error: unknown) => this.logger.warn(`supervision round failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, INTERVAL);
    this.timer.unref();
  }

  /** One round, unless another process is at it. */
  async once(): Promise<void> {
    const runner = this.dataSource.createQueryRunner();
    try {
      const rows = (await runner.query(`SELECT pg_try_advisory_lock($1) AS mine`, [LOCK])) as {
        mine: boolean;
      }[];
      if (!rows[0]?.mine) return;
      try {
        await runner.query(`SELECT supervision_fold()`);
        await applyRules(this.dataSource);
        await dropMootProposals(this.dataSource);
        await climbLadder(this.dataSource);
        await this.orders.escalateLate();
      } finally {
        await runner.query(`SELECT pg_advisory_unlock($1)`, [LOCK]);
      }
    } finally {
      await runner.release();
    }
  }
}
