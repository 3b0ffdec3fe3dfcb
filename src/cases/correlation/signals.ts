/**
 * Signals as rows: who waited when it was thrown gets it, page by page, each once. Those who begin to
 * wait later do not: a signal is not kept.
 */
import type { EntityManager } from 'typeorm';
import type { Variables } from '../../../bpmn/engine/index.js';
import { sealedJson } from '../../platform/sealing/index.js';

/** Subscriptions spread to in one transaction. */
const PAGE = 500;

export interface NewSignal {
  id: string;
  name: string;
  variables: Variables;
  publisher: string;
  /** The case that threw it and has received it already. */
  thrower?: string;
  /** The last subscription that waited when it was thrown; default: the last there is now. */
  lastSubscription?: string;
}

/** Writes the signal. @returns false when it is there already */
export async function throwSignal(manager: EntityManager, signal: NewSignal): Promise<boolean> {
  const { id, name, variables, publisher, thrower, lastSubscription } = signal;
  const rows = await manager.query<unknown[]>(
    `INSERT INTO signal (id, name, variables, publisher, thrower, last_subscription)
     SELECT $1, $2, $3, $4, $5, coalesce($6::bigint, sequence.last_value)
       FROM subscription_seq_seq AS sequence
     ON CONFLICT (id) DO NOTHING RETURNING id`,
    [
      ...[id, name, JSON.stringify(sealedJson(manager, variables)), publisher],
      ...[thrower ?? null, lastSubscription ?? null],
    ],
  );
  return rows.length > 0;
}

interface Spreading {
  id: string;
  name: string;
  thrower: string | null;
  last_subscription: string;
  reached_subscription: string;
}

/** Signals spread at a time: one that cannot be holds up none of the others. */
const SPREAD_AT_ONCE = 50;

export async function waitingSignals(manager: EntityManager): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM signal WHERE spread_at IS NULL ORDER BY seq LIMIT ${SPREAD_AT_ONCE}`,
  );
  return rows.map(({ id }) => id);
}

/**
 * Writes the deliveries of one page of one signal. Several processes may: each page is one's.
 * @returns false when another has it
 */
export async function spreadPage(manager: EntityManager, id: string): Promise<boolean> {
  const [signal] = await manager.query<Spreading[]>(
    `SELECT id, name, thrower, last_subscription, reached_subscription FROM signal
      WHERE id = $1 AND spread_at IS NULL FOR UPDATE SKIP LOCKED`,
    [id],
  );
  if (!signal) return false;
  const [page] = await manager.query<{ count: number; reached: string | null }[]>(
    `WITH page AS (
       SELECT case_number, id, seq FROM subscription
        WHERE kind = 'signal' AND name = $2 AND key IS NULL AND seq > $3 AND seq <= $4
        ORDER BY seq LIMIT ${PAGE}),
     written AS (
       INSERT INTO signal_delivery (signal_id, case_number, subscriptions)
       SELECT $1, case_number, jsonb_agg(id) FROM page
        WHERE case_number IS DISTINCT FROM $5 GROUP BY case_number
       -- A case that waits twice may stand on two pages.
       ON CONFLICT (signal_id, case_number) DO UPDATE
         SET subscriptions = signal_delivery.subscriptions || EXCLUDED.subscriptions)
     SELECT count(*)::int AS count, max(seq) AS reached FROM page`,
    [signal.id, signal.name, signal.reached_subscription, signal.last_subscription, signal.thrower],
  );
  await manager.query(
    `UPDATE signal SET reached_subscription = coalesce($2, reached_subscription),
            spread_at = CASE WHEN $3 THEN now() END WHERE id = $1`,
    [signal.id, page!.reached, page!.count < PAGE],
  );
  return true;
}

export interface SignalDelivery {
  signal_id: string;
  case_number: string;
  subscriptions: string[];
  name: string;
  variables: Variables;
  /** `person:<id>` or `case:<number>`. */
  publisher: string;
}

/** Takes over deliveries not sent lately; others pass them by. */
export async function leaseDeliveries(
  manager: EntityManager,
  leaseSeconds: number,
  most: number,
): Promise<SignalDelivery[]> {
  const [rows] = await manager.query<[SignalDelivery[], number]>(
    `UPDATE signal_delivery d SET sent_at = now() FROM signal
      WHERE signal.id = d.signal_id AND (d.signal_id, d.case_number) IN (
        SELECT signal_id, case_number FROM signal_delivery
         WHERE settled_at IS NULL
           AND (sent_at IS NULL OR sent_at < now() - make_interval(secs => $1))
         ORDER BY sent_at NULLS FIRST LIMIT $2 FOR UPDATE SKIP LOCKED)
     RETURNING d.signal_id, d.case_number, d.subscriptions, signal.name, signal.variables,
               signal.publisher`,
    [leaseSeconds, most],
  );
  return rows;
}

/** Notes deliveries as done. @param missed the case had ended when the signal came */
export async function settleDeliveries(
  manager: EntityManager,
  deliveries: SignalDelivery[],
  missed: boolean,
): Promise<void> {
  if (deliveries.length === 0) return;
  await manager.query(
    `UPDATE signal_delivery d SET settled_at = now(), missed = $2
       FROM jsonb_to_recordset($1::jsonb) AS done(signal_id uuid, case_number text)
      WHERE d.signal_id = done.signal_id AND d.case_number = done.case_number`,
    [JSON.stringify(deliveries), missed],
  );
}
