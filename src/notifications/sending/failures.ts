/** Text messages as operators see them: how many stand where, and those that did not come. */
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, audit } from '../../people/index.js';
import { conflict } from '../../platform/errors.js';

export const TEXT_STATES = [
  'waiting',
  'sent',
  'delivered',
  'undelivered',
  'unconfirmed',
  'refused',
  'failed',
] as const;
export type TextState = (typeof TEXT_STATES)[number];

const MOST_SHOWN = 200;
const DAYS = 30;
/** Sent again in one go: more are asked for once more. */
const MOST_AGAIN = 1_000;
const FAILED = `('undelivered', 'unconfirmed', 'refused', 'failed')`;

/** Once more from the beginning; what the gateway took and lost as another one. */
const ANEW = `state = 'waiting', attempts = 0, next_attempt_at = now(), tried_since = NULL,
              settled_at = NULL,
              round = round + CASE WHEN state IN ('undelivered', 'unconfirmed') THEN 1 ELSE 0 END`;
/** What operators see as not come. */
const TO_SEND = `f.state IN ${FAILED} AND f.settled_at > now() - interval '${DAYS} days'
                 AND NOT n.superseded`;

/** Neither whom it was for nor what it says: that is the addressee's. */
export interface FailedText {
  id: string;
  occasion: string;
  caseNumber: string | null;
  state: TextState;
  error: string | null;
  at: Date;
}

export interface TextOverview {
  counts: { state: TextState; count: number }[];
  failed: FailedText[];
}

/** Of the last thirty days: the newest failures first, and how many there are of each state. */
export async function textOverview(manager: EntityManager): Promise<TextOverview> {
  const counts = await manager.query<TextOverview['counts']>(
    `SELECT state, count(*)::int AS count FROM text_message
      WHERE at > now() - interval '${DAYS} days' GROUP BY state ORDER BY state`,
  );
  const failed = await manager.query<FailedText[]>(
    `SELECT m.notification_id AS id, n.occasion, n.case_number AS "caseNumber", m.state,
            m.last_error AS error, coalesce(m.settled_at, m.at) AS at
       FROM text_message m JOIN notification n ON n.id = m.notification_id
      WHERE m.state IN ${FAILED} AND m.settled_at > now() - interval '${DAYS} days'
        AND NOT n.superseded
      ORDER BY m.settled_at DESC LIMIT ${MOST_SHOWN}`,
  );
  return { counts, failed };
}

/**
 * Tries one again that did not come. What the gateway never took keeps its key, so that it cannot come
 * twice; what it took and lost goes out as another one. What tells of a step that never happened stays.
 * @throws DomainError 409 `text-not-failed`
 */
export function sendAgain(dataSource: DataSource, actor: Actor, id: string): Promise<void> {
  return dataSource.transaction(async (manager) => {
    const [rows] = await manager.query<[{ round: number }[], number]>(
      `UPDATE text_message m SET ${ANEW}
         FROM notification n
        WHERE m.notification_id = $1 AND m.state IN ${FAILED} AND n.id = m.notification_id
          AND NOT n.superseded RETURNING m.round`,
      [id],
    );
    const [row] = rows;
    if (!row)
      throw conflict('text-not-failed', '没有这条未送达的短信，或者已经在重新发送，请刷新后再看。');
    await audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: 'text-message.send-again' },
      ...{ target: `text-message:${id}`, outcome: 'done', detail: { round: row.round } },
    });
  });
}

export interface SentAgain {
  /** How many are on their way anew. */
  again: number;
  /** How many are left that did not come, for the next time. */
  left: number;
}

/** All of the last thirty days that did not come, the oldest first; for each the same as {@link sendAgain}. */
export function sendAllAgain(dataSource: DataSource, actor: Actor): Promise<SentAgain> {
  return dataSource.transaction(async (manager) => {
    const [rows] = await manager.query<[unknown[], number]>(
      `UPDATE text_message m SET ${ANEW}
        WHERE m.notification_id IN (
              SELECT f.notification_id FROM text_message f
                JOIN notification n ON n.id = f.notification_id
               WHERE ${TO_SEND} ORDER BY f.settled_at LIMIT $1 FOR UPDATE OF f SKIP LOCKED)
       RETURNING m.round`,
      [MOST_AGAIN],
    );
    const [{ left }] = await manager.query<[{ left: number }]>(
      `SELECT count(*)::int AS left FROM text_message f
         JOIN notification n ON n.id = f.notification_id WHERE ${TO_SEND}`,
    );
    const counted = { again: rows.length, left };
    await audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: 'text-message.send-all-again' },
      ...{ target: 'text-messages', outcome: 'done', detail: { ...counted } },
    });
    return counted;
  });
}
