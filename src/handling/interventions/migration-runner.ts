import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseCommands } from '../../cases/index.js';
import { DomainError } from '../../platform/errors.js';
import { settle, takeDue, tryAgain, type DueCase } from './migration-rows.js';

/** How long the runner rests when there was nothing to do; ms. */
const REST = 1_000;
const AT_ONCE = 10;
/** Who took a case and was not heard of again is relieved after this. */
const LEASE_SECONDS = 30;
/** A case that moves on meanwhile is tried again from where it then stands. */
const ATTEMPTS = 3;

/** Migrates what was asked for, case by case, each as a command of its own. Several processes may run it. */
@Injectable()
export class MigrationRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(MigrationRunner.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();

  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.runDue()
        .catch((error: unknown) => this.logger.warn(`migrating failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, REST);
    this.timer.unref();
  }

  /** Until nothing is due. */
  async runDue(): Promise<void> {
    for (;;) {
      const due = await takeDue(this.dataSource.manager, AT_ONCE, LEASE_SECONDS);
      if (due.length === 0) return;
      await Promise.all(due.map((one) => this.migrate(one)));
    }
  }

  private async migrate(due: DueCase): Promise<void> {
    const { manager } = this.dataSource;
    const { caseNumber, commandId, from, to, plan, reason, personId, postId } = due;
    try {
      const actor = { personId, postId };
      const asked = { from, to, plan, reason };
      const result = await this.commands.migrate(caseNumber, actor, asked, commandId);
      // A pending command is asked after when the lease is over: its id stays the same.
      if (result.status === 'done') await settle(manager, due, 'done', null);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      if (error.code === 'case-moved-on' && (await tryAgain(manager, due, ATTEMPTS))) return;
      await settle(manager, due, 'refused', error.message);
    }
  }
}
