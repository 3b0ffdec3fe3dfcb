/**
 * One message, one receiver: who has waited longest. A subscription with a key takes the messages of
 * its name and key; one without takes what is addressed to its case. Callers hold the places' locks.
 */
import type { EntityManager } from 'typeorm';

export interface WaitingMessage {
  id: string;
  name: string;
  key: string | null;
  /** The case it is addressed to; null = whoever waits for its key. */
  caseNumber: string | null;
}

/** A subscription that found its message, or the other way round. */
export interface Offer {
  receiver: string;
  subscription: string;
}

/** What a message's row becomes when it is offered to the one subscription `claimed`. */
const OFFERED = `
  state = 'offered', receiver = claimed.case_number, subscription_id = claimed.id,
  offers = offers + 1, offered_at = now()`;

/**
 * Offers a waiting message to the subscription that has waited longest.
 * @param refusedBy the subscription that did not take it; it comes last, and is left alone a while
 */
export async function offer(
  manager: EntityManager,
  message: WaitingMessage,
  refusedBy: Offer | null = null,
): Promise<Offer | null> {
  const { id, name, key, caseNumber } = message;
  const where =
    caseNumber === null
      ? `kind = 'message' AND name = $2 AND key = $3 AND $4::text IS NULL`
      : `kind = 'message' AND name = $2 AND (key IS NULL OR key = $3) AND case_number = $4`;
  const [rows] = await manager.query<[Offer[], number]>(
    `WITH found AS (
       SELECT case_number, id FROM subscription WHERE ${where} AND claimed_by IS NULL
        ORDER BY ($5::text IS NOT NULL AND case_number = $5 AND id = $6), seq
        LIMIT 1 FOR UPDATE SKIP LOCKED),
     claimed AS (
       UPDATE subscription SET claimed_by = $1 FROM found
        WHERE subscription.case_number = found.case_number AND subscription.id = found.id
       RETURNING subscription.case_number, subscription.id)
     UPDATE message SET ${OFFERED},
            sent_at = CASE WHEN claimed.case_number = $5 AND claimed.id = $6 THEN now() END
       FROM claimed WHERE message.id = $1
     RETURNING receiver, subscription_id AS subscription`,
    [id, name, key, caseNumber, refusedBy?.receiver ?? null, refusedBy?.subscription ?? null],
  );
  return rows[0] ?? null;
}

export interface WaitingSubscription {
  id: string;
  name: string;
  key?: string | null;
}

/** Gives subscriptions of a case that begin to wait, or wait again, what came before them. */
export async function offerEarlier(
  manager: EntityManager,
  caseNumber: string,
  subscriptions: WaitingSubscription[],
): Promise<void> {
  for (const { id, name, key } of await withMessages(manager, caseNumber, subscriptions)) {
    await manager.query(
      `WITH found AS (
         SELECT id FROM message
          WHERE state = 'waiting' AND expires_at > now() AND name = $3
            AND ((case_number = $1 AND ($4::text IS NULL OR key = $4))
              OR (case_number IS NULL AND key = $4))
          ORDER BY seq LIMIT 1 FOR UPDATE),
       claimed AS (
         UPDATE subscription SET claimed_by = found.id FROM found
          WHERE case_number = $1 AND subscription.id = $2 AND claimed_by IS NULL
         RETURNING case_number, subscription.id, claimed_by)
       UPDATE message SET ${OFFERED}, sent_at = NULL
         FROM claimed WHERE message.id = claimed.claimed_by`,
      [caseNumber, id, name, key ?? null],
    );
  }
}

/** Those of the subscriptions for which something is kept; mostly none. */
function withMessages(
  manager: EntityManager,
  caseNumber: string,
  subscriptions: WaitingSubscription[],
): Promise<WaitingSubscription[]> {
  return manager.query<WaitingSubscription[]>(
    `SELECT id, name, key FROM jsonb_to_recordset($2::jsonb) AS s(id text, name text, key text)
      WHERE EXISTS (SELECT 1 FROM message m
                     WHERE m.state = 'waiting' AND m.case_number IS NULL
                       AND m.name = s.name AND m.key = s.key)
         OR EXISTS (SELECT 1 FROM message m
                     WHERE m.state = 'waiting' AND m.case_number = $1 AND m.name = s.name)`,
    [caseNumber, JSON.stringify(subscriptions)],
  );
}
