import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import type { CommandRow } from './command-row.js';
import { CommandDispatcher, isAway } from './dispatcher.js';
import { forgetAttempt, leaseUnanswered, setAsideUnanswered } from './unanswered.js';

const BATCH = 20;

/** Sends unanswered commands again with the same id until they are done, refused, or an incident. */
@Injectable()
export class CommandSweeper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** A batch of those not sent lately; a row is leased by its `sent_at`. */
  @Recurring({ name: 'command-sweep', every: 2_000 })
  async sweep(round: Round): Promise<void> {
    const { manager } = this.dataSource;
    await setAsideUnanswered(manager);
    const rows = await leaseUnanswered(manager, BATCH);
    await round.each(
      rows,
      ({ id }) => `command ${id}`,
      (row) => this.sendAgain(row),
    );
  }

  private async sendAgain(row: CommandRow): Promise<void> {
    try {
      await this.dispatcher.sendAgain(row);
    } catch (error) {
      if (isAway(error)) await forgetAttempt(this.dataSource.manager, row.id);
      throw error;
    }
  }
}
