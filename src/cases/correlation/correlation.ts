/**
 * Publishing messages and throwing signals, and carrying both to the cases that wait (decision 9,
 * messages and signals are rows). A delivery is a row first; who dies on the way leaves it to the
 * next relay, and the case knows the id of what it has taken.
 */
import { Inject, Injectable } from '@nestjs/common';
import {
  ApplicationFailure,
  WorkflowNotFoundError,
  WorkflowUpdateFailedError,
  type Client,
} from '@temporalio/client';
import { DataSource, type EntityManager } from 'typeorm';
import {
  COMMAND_UPDATE,
  DELIVER_SIGNAL,
  POSITION_QUERY,
  type CaseAnswer,
  type CaseCommand,
  type CasePosition,
  type DeliveredSignal,
} from '../../../workflows/contracts/case.js';
import { audit } from '../../people/index.js';
import { CommandDispatcher, findCommand } from '../commands/index.js';
import { CONFIG, type Config } from '../../platform/config.js';
import { reachFaultPoint } from '../../platform/fault/fault-points.js';
import type { Round } from '../../platform/recurring/index.js';
import { TEMPORAL } from '../../platform/temporal/index.js';
import {
  findMessage,
  leaseOffered,
  notTaken,
  publishMessage,
  taken,
  type MessageRow,
  type NewMessage,
} from './messages.js';
import {
  leaseDeliveries,
  settleDeliveries,
  throwSignal,
  type NewSignal,
  type SignalDelivery,
} from './signals.js';
import { startByMessage, startBySignal } from './starts.js';
import { leaseThrown, markReleased, type ThrownRow } from '../subscriptions/index.js';
import { publishThrown } from './thrown-messages.js';
import { noteFailure, takeTimer, waitingTimers } from './timer-starts.js';

/** How long a case is waited for; what is not answered then is sent again. ms */
const PATIENCE = 10_000;
/** How long what was sent is left alone, s. */
const LEASE = 15;
/** How long a step that is not in history yet is left alone, s. */
const ASK_AGAIN = 1;
/** Sent at a time. */
const MESSAGES = 20;
const SIGNALS = 200;
const SIGNALS_AT_ONCE = 20;

export type Publication = Omit<NewMessage, 'keptFor'> & { keptFor?: number };
export type CorrelationSettings = Pick<Config, 'messageKept' | 'dayLength'>;
type InTransaction = (manager: EntityManager) => Promise<void>;

@Injectable()
export class Correlation {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(TEMPORAL) private readonly temporal: Client,
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
    if (leased) await this.deliver(leased).catch(() => undefined);
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
    const position = await this.positionOf(number);
    for (const row of thrown) if (position && isInHistory(row, position)) await this.letOut(row);
  }

  /** Where the workflow stands by its history; null = before its start. @throws when it cannot say now */
  private async positionOf(number: string): Promise<Pick<CasePosition, 'step' | 'cause'> | null> {
    try {
      const handle = this.temporal.workflow.getHandle(number);
      return await this.temporal.withDeadline(Date.now() + PATIENCE, () =>
        handle.query<CasePosition>(POSITION_QUERY),
      );
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return this.lastPosition(number);
      throw error;
    }
  }

  /** A workflow that ended so long ago that Temporal forgot it: its rows are what is left. */
  private async lastPosition(number: string) {
    const [row] = await this.dataSource.query<{ step: number; cause: string }[]>(
      `SELECT step, cause FROM cases WHERE number = $1 AND ended`,
      [number],
    );
    return row ?? null;
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
      (row) => this.deliver(row),
    );
    return rows.length;
  }

  /** @throws what kept the case from answering; the message stays offered */
  private async deliver(message: MessageRow): Promise<void> {
    const outcome = await this.tell(message);
    if (outcome === null) return;
    reachFaultPoint('after-delivery');
    await this.dataSource.transaction(async (manager) => {
      if (outcome === 'not-taken') return notTaken(manager, message);
      await taken(manager, message);
      await audit(manager, {
        person: null,
        act: 'message.deliver',
        target: `case:${message.receiver}`,
        outcome: 'done',
        detail: { message: message.id, name: message.name },
      });
    });
  }

  /** One attempt; null = the case has not begun, so it is sent again. @throws when there is no answer */
  private async tell(message: MessageRow): Promise<'taken' | 'not-taken' | null> {
    const { id, name, key, variables, receiver, offers, publisher } = message;
    const subscription = message.subscription_id;
    const command: CaseCommand = {
      id,
      kind: 'deliver',
      actor: { person: 'system' },
      subscription: subscription!,
      name,
      ...(key !== null && { key }),
      variables,
      ...confinedBy(publisher),
    };
    try {
      await this.temporal.withDeadline(Date.now() + PATIENCE, () =>
        this.temporal.workflow
          .getHandle(receiver!)
          // Each offer asks anew: an update that was refused stays refused.
          .executeUpdate<CaseAnswer, [CaseCommand]>(COMMAND_UPDATE, {
            args: [command],
            updateId: `${id}.${offers}`,
          }),
      );
      return 'taken';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return this.takenBefore(message);
      if (isRefused(error)) return 'not-taken';
      throw error;
    }
  }

  /** A closed workflow answers no more: its recorded steps do. */
  private async takenBefore(message: MessageRow): Promise<'taken' | 'not-taken' | null> {
    const [row] = await this.dataSource.query<{ ended: boolean; taken: boolean }[]>(
      `SELECT ended, EXISTS (SELECT 1 FROM case_step
                              WHERE case_number = number AND cause = $2 AND NOT superseded) AS taken
         FROM cases WHERE number = $1`,
      [message.receiver, `message:${message.id}`],
    );
    if (row?.ended && row.taken) return 'taken';
    return !row || row.ended ? 'not-taken' : null;
  }

  /** Sends signals on. @returns how many */
  async deliverSignals(round: Round): Promise<number> {
    const leased = await leaseDeliveries(this.dataSource.manager, LEASE, SIGNALS);
    const queue = [...leased];
    const done: SignalDelivery[] = [];
    const missed: SignalDelivery[] = [];
    const send = async () => {
      for (let next = queue.pop(); next; next = queue.pop()) {
        const { signal_id: id, case_number: number } = next;
        const delivery = next;
        await round.item(`signal ${id} to case ${number}`, async () => {
          ((await this.signal(delivery)) ? done : missed).push(delivery);
        });
      }
    };
    await Promise.all(Array.from({ length: SIGNALS_AT_ONCE }, send));
    reachFaultPoint('after-signals-sent');
    await settleDeliveries(this.dataSource.manager, done, false);
    await settleDeliveries(this.dataSource.manager, missed, true);
    return leased.length;
  }

  /** @returns whether the case got it before it ended @throws when it could not be reached now */
  private async signal(delivery: SignalDelivery): Promise<boolean> {
    const { signal_id: id, name, variables, subscriptions, case_number: number } = delivery;
    const confined = confinedBy(delivery.publisher);
    const sent: DeliveredSignal = { id, name, variables, subscriptions, ...confined };
    try {
      await this.temporal.workflow.getHandle(number).signal(DELIVER_SIGNAL, sent);
      return true;
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }
}

const isInHistory = (row: ThrownRow, { step, cause }: { step: number; cause: string }): boolean =>
  step > row.step || (step === row.step && cause === row.cause);

/** What the case says of a message it will not take; `busy` and the like are no answers. */
function isRefused(error: unknown): boolean {
  if (!(error instanceof WorkflowUpdateFailedError)) return false;
  const { cause } = error;
  return (
    cause instanceof ApplicationFailure &&
    (cause.type === 'message-not-awaited' || cause.type === 'already-ended')
  );
}

/** What cases say to each other their diagrams agreed upon; what comes from outside is not merged. */
const confinedBy = (publisher: string): { confined?: true } =>
  publisher.startsWith('case:') ? {} : { confined: true };
