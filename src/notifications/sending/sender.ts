/**
 * Text messages on their way: handed to the gateway outside quiet hours, a bounded number of times; then
 * asked after until their receipt comes. What ends badly stays where operators see it.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { PROVINCE } from '../../platform/nest-tokens.js';
import { Recurring, type Round } from '../../platform/recurring/index.js';
import { type Province, ProvinceRefused } from '../../province/index.js';
import { settingOn } from '../../versions/index.js';
import { isQuiet } from './quiet-hours.js';

const BATCH = 20;
/** How long a leased row is left alone, s. */
const LEASE = 60;
/** After so many attempts a message is given up; rests double up to the longest, s. */
const MOST_ATTEMPTS = 8;
/** So often a receipt is asked for: about thirty hours; then nobody knows whether it came. */
const MOST_QUESTIONS = 24;
const FIRST_REST = 15;
const LONGEST_REST = 7_200;

interface Leased {
  id: string;
  /** How often it was tried in its present state, this time too. */
  attempts: number;
  key: string;
  subject: string;
  text: string;
}

@Injectable()
export class TextMessageSender {
  constructor(
    private readonly dataSource: DataSource,
    @Inject(PROVINCE) private readonly province: Pick<Province, 'textMessages'>,
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

  private async lease(state: 'waiting' | 'sent'): Promise<Leased[]> {
    const [rows] = await this.dataSource.query<[Leased[], number]>(
      `UPDATE text_message m SET attempts = attempts + 1,
              next_attempt_at = now() + make_interval(secs => $2)
         FROM notification n JOIN person p ON p.id = n.person_id
        WHERE n.id = m.notification_id AND m.notification_id IN (
              SELECT notification_id FROM text_message
               WHERE state = $1 AND next_attempt_at <= now()
               ORDER BY next_attempt_at LIMIT $3 FOR UPDATE SKIP LOCKED)
       RETURNING n.id, m.attempts, n.id || '-' || m.round AS key, p.subject, n.text`,
      [state, LEASE, BATCH],
    );
    return rows;
  }

  /** @throws what hindered it, when that is noted and its next time is planned */
  private async sendOne({ id, attempts, key, subject, text }: Leased): Promise<void> {
    try {
      await this.province.textMessages.send({ key, subject, text });
    } catch (error) {
      const refused = error instanceof ProvinceRefused;
      if (refused) await this.end(id, 'refused', error.message);
      else if (attempts >= MOST_ATTEMPTS) await this.end(id, 'failed', said(error));
      else await this.later(id, attempts, said(error));
      throw error;
    }
    await this.dataSource.query(
      `UPDATE text_message SET state = 'sent', attempts = 0, sent_at = now(), last_error = NULL,
              next_attempt_at = now() + make_interval(secs => $2) WHERE notification_id = $1`,
      [id, FIRST_REST],
    );
  }

  /** @throws what hindered it, and that a message did not come */
  private async askOne({ id, attempts, key }: Leased): Promise<void> {
    const { state, reason } = await this.province.textMessages.receipt(key).catch(async (error) => {
      if (attempts >= MOST_QUESTIONS) await this.end(id, 'unconfirmed', said(error));
      else await this.later(id, attempts, said(error));
      throw error;
    });
    if (state === 'delivered') return this.end(id, 'delivered', null);
    if (state === 'undelivered') {
      await this.end(id, 'undelivered', reason);
      throw new Error(reason ?? 'undelivered');
    }
    if (attempts < MOST_QUESTIONS) return this.later(id, attempts, null);
    await this.end(id, 'unconfirmed', '短信网关一直没有回执');
    throw new Error('no receipt');
  }

  private async end(id: string, state: string, error: string | null): Promise<void> {
    await this.dataSource.query(
      `UPDATE text_message SET state = $2, last_error = $3, settled_at = now()
        WHERE notification_id = $1`,
      [id, state, error],
    );
  }

  private async later(id: string, attempts: number, error: string | null): Promise<void> {
    const rest = Math.min(LONGEST_REST, FIRST_REST * 2 ** (attempts - 1));
    await this.dataSource.query(
      `UPDATE text_message SET last_error = $3,
              next_attempt_at = now() + make_interval(secs => $2) WHERE notification_id = $1`,
      [id, rest, error],
    );
  }
}

const said = (error: unknown): string => (error instanceof Error ? error.message : String(error));
