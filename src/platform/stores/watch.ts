/** Keeps an eye on whether the two stores belong together, and keeps their marks moving. */
import { Inject, Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { DataSource } from 'typeorm';
import { Recurring } from '../recurring/task.js';
import { TEMPORAL } from '../temporal/index.js';
import { StoreMarks, type Standing } from './marks.js';

/** How long a process goes by what it has seen, ms. */
const LOOK_EVERY = 5_000;
/** The longest that may be lost without being noticed, ms. */
const MARK_EVERY = 30_000;

/** What everybody is told while the two are of different times. */
export const STORES_APART =
  '数据库与流程引擎的数据不是同一时间的（很可能只恢复了其中之一），平台暂停受理和办理，只能查看。' +
  '请管理员运行 npm run verify -- --repair，修复后自动恢复。';

@Injectable()
export class StoresWatch implements OnModuleInit {
  private readonly log = new Logger('Stores');
  private readonly marks: StoreMarks;
  /** null = not compared yet: one of them has been away since this process began. */
  standing: Standing | null = null;

  constructor(dataSource: DataSource, @Inject(TEMPORAL) temporal: Client) {
    this.marks = new StoreMarks(dataSource, temporal);
  }

  /** What a person has to do, in Chinese; null = nothing. */
  get fault(): string | null {
    return this.standing === 'apart' ? STORES_APART : null;
  }

  /**
   * Before the first request. Whoever cannot be asked now is asked again in a moment. What was saved before
   * this start is of another time from here on, however soon it is put back.
   */
  async onModuleInit(): Promise<void> {
    try {
      await this.look();
      await this.mark();
    } catch (error) {
      this.log.warn(`not compared yet: ${String(error)}`);
    }
  }

  /** What is away changes nothing of what is known. */
  @Recurring({ name: 'stores-watch', every: LOOK_EVERY, evenApart: true })
  async look(): Promise<void> {
    const before = this.standing;
    this.standing = await this.marks.standing();
    if (this.standing === before) return;
    if (this.standing === 'apart')
      this.log.error('PostgreSQL and Temporal are not of one time: npm run verify -- --repair');
    else if (before === 'apart') this.log.log('PostgreSQL and Temporal belong together again');
  }

  @Recurring({ name: 'stores-mark', every: MARK_EVERY, oneProcess: true })
  mark(): Promise<void> {
    return this.marks.advance();
  }
}
