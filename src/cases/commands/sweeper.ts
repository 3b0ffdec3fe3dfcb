import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { leaseUnanswered } from './command-row.js';
import { CommandDispatcher } from './dispatcher.js';

/** How long a sent command is left alone, s. */
const LEASE_SECONDS = 15;
const BATCH = 20;

/** Sends unanswered commands again with the same id until they are done or refused. */
@Injectable()
export class CommandSweeper {
  constructor(
    private readonly dataSource: DataSource,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /** A batch of those not sent lately; a row is leased by its `sent_at`. */
  @Recurring({ name: 'command-sweep', every: 2_000 })
  async sweep(round: Round): Promise<void> {
    const rows = await leaseUnanswered(this.dataSource.manager, LEASE_SECONDS, BATCH);
    await round.each(
      rows,
      ({ id }) => `command ${id}`,
      (row) => this.dispatcher.sendAgain(row),
    );
  }
}
