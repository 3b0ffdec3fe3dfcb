/** What must hold of the rows of messages and signals whenever nothing is under way. */
import type { EntityManager } from 'typeorm';

/** One row that is not as it must be. */
export interface Astray {
  /** The case concerned, or `message:<id>`, `signal:<id>`. */
  subject: string;
  what: 'message' | 'subscription' | 'thrown' | 'signal';
  expected: string;
  found: string;
}

/** What has been on its way for this long does not get there by itself; s. */
const SETTLED_WITHIN = 60;
const OVERDUE = `< now() - interval '${SETTLED_WITHIN} s'`;

const QUERIES = [
  // Neither delivered nor kept nor expired.
  `SELECT 'message:' || id AS subject, 'message' AS what, 'taken or waiting' AS expected,
          concat('offered to ', receiver, ' since ', offered_at) AS found
     FROM message WHERE state = 'offered' AND offered_at ${OVERDUE}`,
  `SELECT 'message:' || id AS subject, 'message' AS what, 'expired' AS expected,
          concat('waiting after ', expires_at) AS found
     FROM message WHERE state = 'waiting' AND expires_at ${OVERDUE}`,
  // Kept although somebody waits for it.
  `SELECT 'message:' || m.id AS subject, 'message' AS what,
          'offered to ' || s.case_number AS expected, 'waiting' AS found
     FROM message m JOIN subscription s
       ON s.kind = 'message' AND s.name = m.name AND s.claimed_by IS NULL
      AND ((m.case_number IS NULL AND s.key = m.key)
        OR (m.case_number = s.case_number AND (s.key IS NULL OR s.key = m.key)))
    WHERE m.state = 'waiting' AND m.expires_at > now() AND m.published_at ${OVERDUE}`,
  `SELECT case_number AS subject, 'subscription' AS what, 'none: the case has ended' AS expected,
          subscription.id AS found
     FROM subscription JOIN cases ON number = case_number WHERE ended`,
  `SELECT s.case_number AS subject, 'subscription' AS what, 'free' AS expected,
          s.id || ' kept for message ' || s.claimed_by AS found
     FROM subscription s LEFT JOIN message m
       ON m.id = s.claimed_by AND m.state = 'offered' AND m.receiver = s.case_number
      AND m.subscription_id = s.id
    WHERE s.claimed_by IS NOT NULL AND m.id IS NULL`,
  // Thrown by a step the case has left behind, and still in the house.
  `SELECT t.case_number AS subject, 'thrown' AS what, 'released' AS expected,
          t.kind || ' ' || t.name || ' of step ' || t.step AS found
     FROM thrown t JOIN case_step s USING (case_number, step, cause)
    WHERE t.released_at IS NULL AND s.recorded_at ${OVERDUE}`,
  `SELECT 'signal:' || id AS subject, 'signal' AS what, 'spread' AS expected,
          'thrown at ' || thrown_at AS found
     FROM signal WHERE spread_at IS NULL AND thrown_at ${OVERDUE}`,
  `SELECT 'signal:' || signal_id AS subject, 'signal' AS what,
          'delivered to ' || case_number AS expected, 'sent at ' || sent_at AS found
     FROM signal_delivery WHERE settled_at IS NULL AND sent_at ${OVERDUE}`,
];

/** Rows that are not as they must be; empty when all is well. */
export async function checkCorrelation(manager: EntityManager): Promise<Astray[]> {
  const found = await Promise.all(QUERIES.map((query) => manager.query<Astray[]>(query)));
  return found.flat();
}
