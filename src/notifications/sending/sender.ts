/**
 * Text messages on their way: handed to the gateway outside quiet hours, again and again for a day; then
 * asked after until their receipt comes. What ends badly stays where operators see it.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { type ProvinceDoor, refusesMessage, type TextMessageSystem } from '../../province/index.js';
import { settingOn } from '../../versions/index.js';
import type { TextState } from './failures.js';
import { isQuiet } from './quiet-hours.js';

const BATCH = 20;
/** How long a leased row is left alone, s: its batch may take the gateway's time limit for each. */
const LEASE = 240;
/** So long after its first attempt a message is given up, s. */
const SENT_WITHIN = 24 * 3_600;
/** So long after it was taken a receipt is asked for, s; then nobody knows whether it came. */
const CONFIRMED_WITHIN = 48 * 3_600;
/** Rests double up to the longest, s. */
const FIRST_REST = 15;
const LONGEST_REST = 7_200;

type Pending = 'waiting' | 'sent';

interface Leased {
  id: string;
  /** How often it was tried in its present state, this time too, and for how long, s. */
  attempts: number;
  age: number;
  key: string;
  subject: string;
  text: string;
  /** Id of whom it is for, and the case that it tells of. */
  person: string;
  caseNumber: string | null;
}

@Injectable()
export class TextMessageSender {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: Pick<ProvinceDoor, 'on'>,
  ) {}

  /** Every process may: a row is leased by one. @returns whether more may wait */
  @Recurring({ name: 'text-messages', every: 2_000 })
  async send(round: Round): Promise<boolean> {
    const quiet = await settingOn(this.dataSource.manager, 'quiet-hours');
    if (isQuiet(new Date(), quiet)) return false;
    const rows = await this.lease('waiting');
    for (const row of rows) await round.item(`text message ${row.id}`, () => this.sendOne(row));
    return rows.length === BATCH;
  }

  /** @returns whether more may wait */
  @Recurring({ name: 'text-receipts', every: 5_000 })
  async ask(round: Round): Promise<boolean> {
    const rows = await this.lease('sent');
    for (const row of rows) await round.item(`text receipt ${row.id}`, () => this.askOne(row));
    return rows.length === BATCH;
  }

  private gatewayFor({ id, person, caseNumber }: Leased): TextMessageSystem {
    return this.province.on({
      by: { system: 'text-messages' },
      matter: caseNumber === null ? `notification:${id}` : `case:${caseNumber}`,
      ...{ applicant: person, purpose: '短信告知' },
    }).textMessages;
  }

  private async lease(state: Pending): Promise<Leased[]> {
    const [rows] = await this.dataSource.query<[Leased[], number]>(
      `UPDATE text_message m SET attempts = attempts + 1,
              tried_since = coalesce(tried_since, now()),
              next_attempt_at = now() + make_interval(secs => $2)
         FROM notification n JOIN person p ON p.id = n.person_id
        WHERE n.id = m.notification_id AND m.notification_id IN (
              SELECT notification_id FROM text_message
               WHERE state = $1 AND next_attempt_at <= now()
               ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING n.id, m.attempts, extract(epoch FROM now() - m.tried_since)::float8 AS age,
                 n.id || '-' || m.round AS key, p.subject, n.text,
                 p.id AS person, n.case_number AS "caseNumber"`,
      [state, LEASE, BATCH],
    );
    return rows;
  }

  /** @throws what hindered it, when that is noted and its next time is planned */
  private async sendOne(row: Leased): Promise<void> {
    const { key, subject, text } = row;
    try {
      await this.gatewayFor(row).send({ key, subject, text });
    } catch (error) {
      if (refusesMessage(error)) await this.end(row, 'waiting', 'refused', said(error));
      else if (row.age >= SENT_WITHIN) await this.end(row, 'waiting', 'failed', said(error));
      else await this.later(row, 'waiting', said(error));
      throw error;
    }
    await this.dataSource.query(
      `UPDATE text_message SET state = 'sent', attempts = 0, tried_since = now(), last_error = NULL,
              next_attempt_at = now() + make_interval(secs => $2)
        WHERE notification_id = $1 AND state = 'waiting'`,
      [row.id, FIRST_REST],
    );
  }

  /** @throws what hindered it, and that a message did not come */
  private async askOne(row: Leased): Promise<void> {
    const late = row.age >= CONFIRMED_WITHIN;
    const receipt = this.gatewayFor(row).receipt(row.key);
    const { state, reason } = await receipt.catch(async (error) => {
      if (late) await this.end(row, 'sent', 'unconfirmed', said(error));
      else await this.later(row, 'sent', said(error));
      throw error;
    });
    if (state === 'delivered') return this.end(row, 'sent', 'delivered', null);
    if (state === 'undelivered') {
      await this.end(row, 'sent', 'undelivered', reason);
      throw new Error(reason ?? 'undelivered');
    }
    if (!late) return this.later(row, 'sent', null);
    await this.end(row, 'sent', 'unconfirmed', '短信网关一直没有回执');
    throw new Error('no receipt');
  }

  /** Where another process was faster, its word stands. */
  private async end(
    { id }: Leased,
    from: Pending,
    state: TextState,
    error: string | null,
  ): Promise<void> {
    await this.dataSource.query(
      `UPDATE text_message SET state = $3, last_error = $4, settled_at = now()
        WHERE notification_id = $1 AND state = $2`,
      [id, from, state, error],
    );
  }

  private async later(
    { id, attempts }: Leased,
    state: Pending,
    error: string | null,
  ): Promise<void> {
    const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** (attempts - 1));
    await this.dataSource.query(
      `UPDATE text_message SET last_error = $4, next_attempt_at = now() + make_interval(secs => $3)
        WHERE notification_id = $1 AND state = $2`,
      [id, state, rest, error],
    );
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
