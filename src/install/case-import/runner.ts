import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { bringOver } from './bring-over.js';
import { finishRun, nextLines, settleLines, takeRun, type TakenRun } from './runs.js';

/** Lines of one transaction. */
const PAGE = 500;
/** Who took a run and was not heard of again is relieved after this. */
const LEASE_SECONDS = 60;

/** Brings over what was asked for, a page of lines at a time; a restart goes on with the next page. */
@Injectable()
export class BringingOverRunner {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** One run to its end; another one that is due follows at once. Every process may: a run is leased. */
  @Recurring({ name: 'case-import', every: 1_000 })
  async bringOver(round: Round): Promise<boolean> {
    const run = await takeRun(this.dataSource.manager, LEASE_SECONDS);
    if (!run) return false;
    await round.item(`run ${run.id}`, async () => {
      while (!round.signal.aborted && (await this.page(run)) > 0);
    });
    return true;
  }

  private page(run: TakenRun): Promise<number> {
    const { digestKey, dayLength } = this.config;
    const settings = { dayLength, digestKey };
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
