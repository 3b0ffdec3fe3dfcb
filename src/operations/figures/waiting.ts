/**
 * How much waits, and for how long: read of the tables when the figures are asked for. Every count stops
 * at a bound, so that a queue that has grown long costs no more to look at.
 */
import type { EntityManager } from 'typeorm';

/** A count that says so many says "or more". */
const MOST = 10_000;

/** A queue, and its rows' age by the column that says since when they wait. */
const QUEUES: { queue: string; since: string; from: string }[] = [
  { queue: 'commands', since: 'created_at', from: `command WHERE status = 'pending'` },
  { queue: 'thrown', since: 'NULL', from: `thrown WHERE released_at IS NULL` },
  { queue: 'messages', since: 'published_at', from: `message WHERE state = 'waiting'` },
  { queue: 'messages-offered', since: 'published_at', from: `message WHERE state = 'offered'` },
  { queue: 'signals', since: 'NULL', from: `signal_delivery WHERE settled_at IS NULL` },
  { queue: 'documents', since: 'drafted_at', from: `official_document WHERE state = 'sealing'` },
  {
    queue: 'archives',
    since: 'requested_at',
    from: `archive_package WHERE state IN ('due', 'packed', 'checked', 'handed-over')`,
  },
  { queue: 'audit-unsealed', since: 'NULL', from: `audit_unsealed` },
  { queue: 'incidents', since: 'opened_at', from: `incident WHERE state = 'open'` },
];

export interface Waiting {
  queue: string;
  waiting: number;
  /** Age of the oldest of those counted, s; null = nothing waits, or nobody notes since when. */
  oldest: number | null;
}

const STATEMENT = QUEUES.map(
  ({ queue, since, from }) =>
    `SELECT '${queue}' AS queue, count(*)::int AS waiting,
            extract(epoch FROM now() - min(since))::float8 AS oldest
       FROM (SELECT ${since}::timestamptz AS since FROM ${from} LIMIT ${MOST}) AS q`,
).join(' UNION ALL ');

export const readWaiting = (manager: EntityManager): Promise<Waiting[]> =>
  manager.query<Waiting[]>(STATEMENT);

export interface PendingCommands {
  kind: string;
  waiting: number;
  /** s */
  oldest: number;
}

/** Values that hold what no key of ours opens, as the last look at their columns found them. */
export async function readUnopened(manager: EntityManager): Promise<number> {
  const [{ values }] = await manager.query<[{ values: number }]>(
    `SELECT coalesce(sum(not_opened), 0)::int AS values FROM sealed_column`,
  );
  return values;
}

/** Commands without an answer, by their kind, since they were given. */
export const readPendingCommands = (manager: EntityManager): Promise<PendingCommands[]> =>
  manager.query<PendingCommands[]>(
    `SELECT kind, count(*)::int AS waiting,
            extract(epoch FROM now() - min(created_at))::float8 AS oldest
       FROM (SELECT kind, created_at FROM command WHERE status = 'pending' LIMIT ${MOST}) AS q
      GROUP BY kind`,
  );
