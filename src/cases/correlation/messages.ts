/** Messages as rows: published once, offered to one subscription at a time, taken once or expired. */
import type { EntityManager } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import { conflict } from '../../platform/errors.js';
import { sealedJson } from '../../platform/sealing/index.js';
import { offer, offerEarlier, type Offer, lockPlaces } from '../subscriptions/index.js';

/** waiting: kept till somebody waits for it; offered: on its way to a case; taken; expired. */
export type MessageState = 'waiting' | 'offered' | 'taken' | 'expired';

export interface NewMessage {
  /** The Idempotency-Key: the same message published again is the first one. */
  id: string;
  name: string;
  key?: string | null;
  /** The case addressed; without it whoever waits for name and key. */
  caseNumber?: string | null;
  variables: Variables;
  /** `person:<id>`, `system:<sender>` or `case:<number>`. */
  publisher: string;
  /** How long it is kept while nobody waits for it, ms. */
  keptFor: number;
}

export interface MessageRow {
  id: string;
  name: string;
  key: string | null;
  case_number: string | null;
  variables: Variables;
  publisher: string;
  state: MessageState;
  /** The case it is offered to, or that took it. */
  receiver: string | null;
  subscription_id: string | null;
  offers: number;
  problem: string | null;
  published_at: Date;
  expires_at: Date;
}

const COLUMNS = `id, name, key, case_number, variables, publisher, state, receiver, subscription_id,
  offers, problem, published_at, expires_at`;

export async function findMessage(
  manager: EntityManager,
  id: string,
): Promise<MessageRow | undefined> {
  const [row] = await manager.query<MessageRow[]>(`SELECT ${COLUMNS} FROM message WHERE id = $1`, [
    id,
  ]);
  return row;
}

const waitingOf = ({ id, name, key, case_number: caseNumber }: MessageRow) => ({
  id,
  name,
  key,
  caseNumber,
});

/** What becomes of a message for which no subscription waits; null = nobody, so it is kept. */
export type Starts = (manager: EntityManager, message: MessageRow) => Promise<string | null>;

/**
 * Publishes a message, inside the caller's transaction: to the subscription that has waited longest,
 * else to a process it starts, else it is kept.
 * @throws DomainError `message-of-another` when the id is somebody else's
 */
export async function publishMessage(
  manager: EntityManager,
  message: NewMessage,
  starts: Starts,
): Promise<MessageRow> {
  const inserted = await insert(manager, message);
  const row = (await findMessage(manager, message.id))!;
  if (!inserted) {
    if (row.publisher === message.publisher) return row;
    throw conflict('message-of-another', '这个消息编号已由他人使用。请换一个编号后重试。');
  }
  const waiting = waitingOf(row);
  await lockPlaces(manager, [waiting]);
  if (!(await offer(manager, waiting))) {
    const started = await starts(manager, row);
    if (started) await settle(manager, message.id, 'taken', started);
  }
  return (await findMessage(manager, message.id))!;
}

async function insert(manager: EntityManager, message: NewMessage): Promise<boolean> {
  const { id, name, key, caseNumber, variables, publisher, keptFor } = message;
  const rows = await manager.query<unknown[]>(
    `INSERT INTO message (id, name, key, case_number, variables, publisher, state, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'waiting', now() + make_interval(secs => $7::float8 / 1000))
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[id, name, key ?? null, caseNumber ?? null],
      ...[JSON.stringify(sealedJson(manager, variables)), publisher, keptFor],
    ],
  );
  return rows.length > 0;
}

async function settle(
  manager: EntityManager,
  id: string,
  state: 'taken',
  receiver: string,
): Promise<void> {
  await manager.query(
    `UPDATE message SET state = $2, receiver = $3, settled_at = now() WHERE id = $1`,
    [id, state, receiver],
  );
}

/** Takes over offered messages not sent lately, one a case, the earliest; others pass them by. */
export async function leaseOffered(
  manager: EntityManager,
  leaseSeconds: number,
  most: number,
  only: string | null = null,
): Promise<MessageRow[]> {
  const [rows] = await manager.query<[MessageRow[], number]>(
    `UPDATE message SET sent_at = now()
      WHERE id IN (
        SELECT m.id FROM message m
         WHERE m.state = 'offered' AND ($3::uuid IS NULL OR m.id = $3)
           AND (m.sent_at IS NULL OR m.sent_at < now() - make_interval(secs => $1))
           AND NOT EXISTS (SELECT 1 FROM message earlier
                            WHERE earlier.state = 'offered' AND earlier.receiver = m.receiver
                              AND earlier.seq < m.seq)
         -- Who has waited longest since it was tried: what cannot be delivered holds up nobody.
         ORDER BY m.sent_at NULLS FIRST, m.seq LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING ${COLUMNS}`,
    [leaseSeconds, most, only],
  );
  return rows;
}

/** The case took it: what it waits for still may have the next one. */
export async function taken(manager: EntityManager, message: MessageRow): Promise<void> {
  await lockPlaces(manager, placesOfOffer(message));
  if (!(await stillOffered(manager, message))) return;
  await settle(manager, message.id, 'taken', message.receiver!);
  await giveBackSubscription(manager, message);
}

/** The case waits for it no more: it is matched again, or kept. */
export async function notTaken(manager: EntityManager, message: MessageRow): Promise<void> {
  await lockPlaces(manager, placesOfOffer(message));
  if (!(await stillOffered(manager, message))) return;
  const refusedBy: Offer = {
    receiver: message.receiver!,
    subscription: message.subscription_id!,
  };
  await manager.query(
    `UPDATE message SET state = 'waiting', receiver = NULL, subscription_id = NULL, sent_at = NULL
      WHERE id = $1`,
    [message.id],
  );
  await manager.query(`UPDATE subscription SET claimed_by = NULL WHERE claimed_by = $1`, [
    message.id,
  ]);
  await offer(manager, waitingOf(message), refusedBy);
}

const placesOfOffer = ({ name, key, case_number, receiver }: MessageRow) => [
  { name, key, caseNumber: case_number },
  { name, caseNumber: receiver },
];

async function stillOffered(manager: EntityManager, { id, offers }: MessageRow): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM message WHERE id = $1 AND state = 'offered' AND offers = $2 FOR UPDATE`,
    [id, offers],
  );
  return rows.length > 0;
}

async function giveBackSubscription(manager: EntityManager, { id }: MessageRow): Promise<void> {
  const [rows] = await manager.query<
    [{ case_number: string; id: string; name: string; key: string | null }[], number]
  >(
    `UPDATE subscription SET claimed_by = NULL WHERE claimed_by = $1
     RETURNING case_number, id, name, key`,
    [id],
  );
  for (const { case_number: caseNumber, ...subscription } of rows) {
    await offerEarlier(manager, caseNumber, [subscription]);
  }
}

/** Ends the wait of messages whose time is over. @returns how many */
export async function expireMessages(manager: EntityManager): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE message SET state = 'expired', settled_at = now()
      WHERE id IN (SELECT id FROM message WHERE state = 'waiting' AND expires_at <= now()
                    ORDER BY expires_at LIMIT 500 FOR UPDATE SKIP LOCKED)`,
  );
  return count;
}
