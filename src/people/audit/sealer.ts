import { Injectable, Logger } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring } from '../../platform/recurring/index.js';
import { headOf, sealWaiting } from './chain.js';

/** How often the head goes to the program's log, out of the database's reach, ms. */
const HEAD_EVERY = 600_000;

/** Seals the lines of the audit log soon after they are written. Every process may: a lock lets one at a time. */
@Injectable()
export class AuditSealer {
  private readonly logger = new Logger(AuditSealer.name);
  private headToldAt = 0;

  constructor(private readonly dataSource: DataSource) {}

  /** A batch. @returns whether more may wait */
  @Recurring({ name: 'audit-seal', every: 1_000 })
  async seal(): Promise<boolean> {
    if ((await this.dataSource.transaction((manager) => sealWaiting(manager))) > 0) return true;
    await this.tellHead();
    return false;
  }

  private async tellHead(): Promise<void> {
    if (Date.now() - this.headToldAt < HEAD_EVERY) return;
    const { sequence, digest } = await headOf(this.dataSource.manager);
    this.logger.log(`audit chain head ${sequence}:${digest}`);
    this.headToldAt = Date.now();
  }
}
