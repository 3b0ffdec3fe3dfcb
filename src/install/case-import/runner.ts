import {
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { digestKeyOf } from '../../platform/digest-key.js';
import { bringOver } from './bring-over.js';
import { finishRun, nextLines, settleLines, takeRun, type TakenRun } from './runs.js';

/** How long it rests when there is nothing to bring over; ms. */
const REST = 1_000;
/** Lines of one transaction. */
const PAGE = 500;
/** Who took a run and was not heard of again is relieved after this. */
const LEASE_SECONDS = 60;

/** Brings over what was asked for, a page of lines at a time; a restart goes on with the next page. */
@Injectable()
export class BringingOverRunner implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(BringingOverRunner.name);
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private stopping = false;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  onApplicationBootstrap(): void {
    this.schedule();
  }

  async onApplicationShutdown(): Promise<void> {
    this.stopping = true;
    clearTimeout(this.timer);
    this.timer = undefined;
    await this.running;
  }

  private schedule(): void {
    this.timer = setTimeout(() => {
      this.running = this.runDue()
        .catch((error: unknown) => this.logger.warn(`bringing over failed: ${String(error)}`))
        .finally(() => this.timer && this.schedule());
    }, REST);
    this.timer.unref();
  }

  /** Until no run is under way. */
  async runDue(): Promise<void> {
    for (;;) {
      const run = await takeRun(this.dataSource.manager, LEASE_SECONDS);
      if (!run) return;
      while (!this.stopping && (await this.page(run)) > 0);
      if (this.stopping) return;
    }
  }

  private page(run: TakenRun): Promise<number> {
    const { payloadKeys, dayLength } = this.config;
    const settings = { dayLength, digestKey: digestKeyOf(payloadKeys) };
    return this.dataSource.transaction(async (manager) => {
      const lines = await nextLines(manager, run.id, PAGE);
      if (lines.length === 0) await finishRun(manager, run.id);
      else {
        const outcomes = await bringOver(manager, run.sourceSystem, lines, run, settings);
        await settleLines(manager, run.id, outcomes);
      }
      return lines.length;
    });
  }
}
