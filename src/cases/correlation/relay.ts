import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { Correlation } from './correlation.js';
import { expireMessages } from './messages.js';
import { spreadPage, waitingSignals } from './signals.js';

/** Rest when there was nothing to do, ms. */
const REST = 250;
/** Where nobody waits at a page for what comes of it, ms. */
const LONG_REST = 1_000;

/**
 * Carries on what is written: throws into the house, messages and signals to their cases. Each kind is
 * a task of its own, so that a case that does not answer holds up no other kind. Every process may
 * relay: every row is leased by one.
 */
@Injectable()
export class CorrelationRelay {
  constructor(
    private readonly dataSource: DataSource,
    private readonly correlation: Correlation,
  ) {}

  @Recurring({ name: 'throw-release', every: REST })
  async release(round: Round): Promise<boolean> {
    return (await this.correlation.release(round)) > 0;
  }

  @Recurring({ name: 'message-delivery', every: REST })
  async deliverMessages(round: Round): Promise<boolean> {
    return (await this.correlation.deliverMessages(round)) > 0;
  }

  @Recurring({ name: 'signal-delivery', every: REST })
  async deliverSignals(round: Round): Promise<boolean> {
    return (await this.correlation.deliverSignals(round)) > 0;
  }

  @Recurring({ name: 'signal-spread', every: REST })
  async spread(round: Round): Promise<boolean> {
    let more = false;
    for (const id of await waitingSignals(this.dataSource.manager)) {
      if (round.signal.aborted) return false;
      await round.item(`signal ${id}`, async () => {
        const spread = await this.dataSource.transaction((manager) => spreadPage(manager, id));
        more ||= spread;
      });
    }
    return more;
  }

  @Recurring({ name: 'timer-starts', every: LONG_REST })
  async startByTimers(round: Round): Promise<boolean> {
    return (await this.correlation.startByTimers(round)) > 0;
  }

  @Recurring({ name: 'message-expiry', every: LONG_REST })
  async expire(): Promise<boolean> {
    return (await expireMessages(this.dataSource.manager)) > 0;
  }
}
