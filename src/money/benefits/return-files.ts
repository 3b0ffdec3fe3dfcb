/** Keeps asking the agent bank (代发银行) for return files. */
import { Inject, Injectable, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROVINCE } from '../../platform/nest-tokens.js';
import type { Province } from '../../province/index.js';
import { moveBatches } from './payout.js';

const EVERY = 5_000;

/** Moves batches on that the bank had no answer for when they were made; several APIs may do so at once. */
@Injectable()
export class ReturnFiles implements OnModuleInit, OnModuleDestroy {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: Province,
  ) {}

  onModuleInit(): void {
    this.plan();
  }

  onModuleDestroy(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }

  private plan(): void {
    this.timer = setTimeout(() => void this.round(), EVERY);
    this.timer.unref();
  }

  /** One round; while the database is away there is nothing to do but to come again. */
  private async round(): Promise<void> {
    await moveBatches(this.dataSource, this.province.bank).catch(() => 0);
    if (this.timer) this.plan();
  }
}
