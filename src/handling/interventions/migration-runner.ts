import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { CaseCommands, PASSES_OVER } from '../../cases/index.js';
import { DomainError } from '../../platform/errors.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { settle, takeDue, tryAgain, type DueCase } from './migration-rows.js';
import { askSecondPerson } from './second-person.js';

const AT_ONCE = 10;
/** Who took a case and was not heard of again is relieved after this. */
const LEASE_SECONDS = 30;
/** A case that moves on meanwhile is tried again from where it then stands. */
const ATTEMPTS = 3;

/** Migrates what was asked for, case by case, each as a command of its own. */
@Injectable()
export class MigrationRunner {
  constructor(
    private readonly dataSource: DataSource,
    private readonly commands: CaseCommands,
  ) {}

  /** Some of those that are due. Every process may: a case is leased. @returns whether there were any */
  @Recurring({ name: 'case-migration', every: 1_000 })
  async migrateDue(round: Round): Promise<boolean> {
    const due = await takeDue(this.dataSource.manager, AT_ONCE, LEASE_SECONDS);
    await round.each(
      due,
      ({ caseNumber }) => `case ${caseNumber}`,
      (one) => this.migrate(one),
    );
    return due.length > 0;
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
      if (error.code === PASSES_OVER && due.secondPerson) return this.ask(due);
      await settle(manager, due, 'refused', error.message);
    }
  }

  /** What one person may not do is asked of a second one, case by case. */
  private ask(due: DueCase): Promise<void> {
    const { caseNumber, commandId: key, from, to, plan, reason, personId, postId } = due;
    const wish = { kind: 'migrate' as const, from, to, plan, reason };
    return this.dataSource.transaction(async (manager) => {
      await askSecondPerson(manager, caseNumber, { wish, actor: { personId, postId }, key });
      await settle(manager, due, 'asked', '会越过决定、缴费或者公示，等待第二人确认。');
    });
  }
}
