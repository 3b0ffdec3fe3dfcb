import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CommandDispatcher } from './dispatcher.js';
import { leaseUnanswered } from './command-row.js';

/** How often pending rows are looked for, and how long a sent one is left alone; ms. */
const INTERVAL = 2_000;
const LEASE_SECONDS = 15;
const BATCH = 20;

/**
 * Sends unanswered commands again with the same id until they are done or refused. Several processes
 * may sweep: a row is leased by its `sent_at`.
 */
@Injectable()
export class CommandSweeper implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CommandSweeper.name);
  private timer: NodeJS.Timeout | undefined;
  private sweeping: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.sweeping;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.sweeping = this.sweep()
        .then(() => undefined)
        .catch((error: unknown) => this.logger.warn(`sweep failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, INTERVAL);
    this.timer.unref();
  }

  /** One round; returns how many were sent. */
  async sweep(): Promise<number> {
    const rows = await leaseUnanswered(this.dataSource.manager, LEASE_SECONDS, BATCH);
    await Promise.all(rows.map((row) => this.dispatcher.send(row)));
    return rows.length;
  }
}
