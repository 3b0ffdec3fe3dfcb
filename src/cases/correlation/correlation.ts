/**
 * Publishing messages and throwing signals, and carrying both to the cases that wait (decision 9,
 * messages and signals are rows). A delivery is a row first; who dies on the way leaves it to the
 * next relay, and the case knows the id of what it has taken.
 */
import { Inject, Injectable } from '@nestjs/common';
import type { Client } from '@temporalio/client';
import { DataSource, type EntityManager } from 'typeorm';
import { CommandDispatcher, findCommand } from '../commands/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { reachFaultPoint } from '../../platform/fault/fault-points.js';
import type { Round } from '../../platform/recurring/index.js';
import { TEMPORAL } from '../../platform/temporal/index.js';
import { LEASE, type Reach } from './cases-reached.js';
import { deliverMessage } from './deliver-message.js';
import { deliverSignals } from './deliver-signals.js';
import {
  findMessage,
  leaseOffered,
  publishMessage,
  type MessageRow,
  type NewMessage,
} from './messages.js';
import { isInHistory, positionOf } from './position.js';
import { throwSignal, type NewSignal } from './signals.js';
import { startByMessage, startBySignal } from './starts.js';
import { leaseThrown, markReleased, type ThrownRow } from '../subscriptions/index.js';
import { publishThrown } from './thrown-messages.js';
import { noteFailure, takeTimer, waitingTimers } from './timer-starts.js';

/** How long a step that is not in history yet is left alone, s. */
const ASK_AGAIN = 1;
/** Sent at a time. */
const MESSAGES = 20;

export type Publication = Omit<NewMessage, 'keptFor'> & { keptFor?: number };
export type CorrelationSettings = Pick<Config, 'messageKept' | 'dayLength'>;
type InTransaction = (manager: EntityManager) => Promise<void>;

@Injectable()
export class Correlation implements Reach {
  constructor(
    readonly dataSource: DataSource,
    @Inject(TEMPORAL) readonly temporal: Client,
    @Inject(CONFIG) private readonly settings: CorrelationSettings,
    private readonly dispatcher: CommandDispatcher,
  ) {}

  /**
   * Publishes a message and, when somebody waits for it, tells them.
   * @throws DomainError `message-of-another`, and what hinders the case it would start
   */
  async publish(publication: Publication, also?: InTransaction): Promise<MessageRow> {
    const message = { keptFor: this.settings.messageKept, ...publication };
    const row = await this.dataSource.transaction(async (manager) => {
      await also?.(manager);
      return publishMessage(manager, message, (part, { id, name, case_number, variables }) =>
        case_number === null
          ? startByMessage(part, id, { kind: 'message', name, variables, thrower: null })
          : Promise.resolve(null),
      );
    });
    reachFaultPoint('after-message-row');
    await this.pursue(row);
    return (await findMessage(this.dataSource.manager, row.id))!;
  }

  /** Throws a signal to all who wait for it now. A repeat of its id changes nothing. */
  async throwSignal(signal: NewSignal, also?: InTransaction): Promise<void> {
    const commands = await this.dataSource.transaction(async (manager) => {
      await also?.(manager);
      return this.spread(manager, signal);
    });
    await this.sendStarts(commands);
  }

  private async spread(manager: EntityManager, signal: NewSignal): Promise<string[]> {
    if (!(await throwSignal(manager, signal))) return [];
    const { id, name, variables, thrower = null } = signal;
    const event = { kind: 'signal' as const, name, variables, thrower };
    const { commands, problems } = await startBySignal(manager, event);
    if (problems.length > 0) {
      await manager.query(`UPDATE signal SET problem = $2 WHERE id = $1`, [
        id,
        problems.join('；'),
      ]);
    }
    return commands;
  }

  /** What the row asks for next: a case to be told, or one to be started. */
  private async pursue(row: MessageRow): Promise<void> {
    if (row.state === 'taken') return this.sendStarts([row.id]);
    if (row.state !== 'offered') return;
    const [leased] = await leaseOffered(this.dataSource.manager, LEASE, 1, row.id);
    // Who publishes waits for no case: the relay sends again what is not answered now, and says why.
    if (leased) await deliverMessage(this, leased).catch(() => undefined);
  }

  private async sendStarts(ids: string[]): Promise<void> {
    for (const id of ids) {
      const command = await findCommand(this.dataSource.manager, id);
      if (command?.status === 'pending') await this.dispatcher.send(command);
    }
  }

  /** Lets out what cases threw in steps that are in history. @returns how many rows were looked at */
  async release(round: Round): Promise<number> {
    const rows = await leaseThrown(this.dataSource.manager, ASK_AGAIN, MESSAGES);
    await round.each(
      [...new Set(rows.map((row) => row.case_number))],
      (number) => `throws of case ${number}`,
      (number) =>
        this.releaseCase(
          number,
          rows.filter((row) => row.case_number === number),
        ),
    );
    return rows.length;
  }

  private async releaseCase(number: string, thrown: ThrownRow[]): Promise<void> {
    const position = await positionOf(this, number);
    for (const row of thrown) if (position && isInHistory(row, position)) await this.letOut(row);
  }

  private async letOut(thrown: ThrownRow): Promise<void> {
    const { id, name, variables, case_number: thrower } = thrown;
    if (thrown.kind === 'signal') {
      const lastSubscription = thrown.last_subscription;
      const publisher = `case:${thrower}`;
      const commands = await this.dataSource.transaction(async (manager) =>
        (await markReleased(manager, id))
          ? this.spread(manager, { id, name, variables, publisher, thrower, lastSubscription })
          : [],
      );
      return this.sendStarts(commands);
    }
    const row = await this.dataSource.transaction(async (manager) =>
      (await markReleased(manager, id))
        ? publishThrown(manager, thrown, this.settings.messageKept)
        : null,
    );
    if (row) await this.pursue(row);
  }

  /** Plans the timers that processes begin with, and opens what is due. @returns how many */
  async startByTimers(round: Round): Promise<number> {
    const { dataSource } = this;
    const { dayLength } = this.settings;
    let taken = 0;
    for (const work of ['plan', 'open'] as const) {
      for (const key of await waitingTimers(dataSource.manager, work)) {
        if (round.signal.aborted) return taken;
        await round.item(`timer ${key.element} of process ${key.process_id}`, async () => {
          const commands = await dataSource
            .transaction((manager) => takeTimer(manager, work, key, dayLength))
            .catch(async (error: unknown) => {
              await noteFailure(dataSource.manager, key, error);
              throw error;
            });
          if (!commands) return;
          taken += 1;
          await this.sendStarts(commands);
        });
      }
    }
    return taken;
  }

  /** Sends offered messages on. @returns how many */
  async deliverMessages(round: Round): Promise<number> {
    const rows = await leaseOffered(this.dataSource.manager, LEASE, MESSAGES);
    await round.each(
      rows,
      ({ id, receiver }) => `message ${id} to case ${receiver}`,
      (row) => deliverMessage(this, row),
    );
    return rows.length;
  }

  /** Sends signals on. @returns how many */
  deliverSignals(round: Round): Promise<number> {
    return deliverSignals(this, round);
  }
}
