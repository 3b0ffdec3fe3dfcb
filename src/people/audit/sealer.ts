import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { headOf, sealWaiting } from './chain.js';

/** How long between two looks for unsealed lines, ms. */
const INTERVAL = 1_000;
/** How often the head goes to the program's log, out of the database's reach, ms. */
const HEAD_EVERY = 600_000;

/** Seals the lines of the audit log soon after they are written. Several processes may run it. */
@Injectable()
export class AuditSealer implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(AuditSealer.name);
  private timer: NodeJS.Timeout | undefined;
  private sealing: Promise<void> = Promise.resolve();
  private headToldAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.sealing;
  }

  /** Seals all that waits. */
  async seal(): Promise<void> {
    while ((await this.dataSource.transaction((manager) => sealWaiting(manager))) > 0);
    if (Date.now() - this.headToldAt < HEAD_EVERY) return;
    const { sequence, digest } = await headOf(this.dataSource.manager);
    this.logger.log(`audit chain head ${sequence}:${digest}`);
    this.headToldAt = Date.now();
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.sealing = this.seal()
        .catch((error: unknown) => this.logger.warn(`sealing failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, INTERVAL);
    this.timer.unref();
  }
}
