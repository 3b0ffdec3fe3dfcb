/** How each task goes in each process, for operators: rows that every process writes anew now and then. */
import type { EntityManager } from 'typeorm';
import type { Loop, LoopState } from './loop.js';

/** A process that was not heard of for so long is forgotten. */
const FORGOTTEN = '1 hour';

/** A task in one process. */
export interface TaskReport extends LoopState {
  name: string;
  process: string;
  /** ms */
  every: number;
  oneProcess: boolean;
  /** When the process told this last. */
  seenAt: Date;
}

export async function writeReports(
  manager: EntityManager,
  process: string,
  loops: readonly Loop[],
): Promise<void> {
  const rows = loops.map(({ task: { name, every, oneProcess = false }, state }) => ({
    ...{ name, every, oneProcess },
    ...state,
  }));
  await manager.query(
    `INSERT INTO recurring_report (name, process, every, one_process, started_at, ended_at, next_at,
            runs, failures, failed_in_a_row, item_failures, last_error, last_failed_at, seen_at)
     SELECT name, $1, every, "oneProcess", "startedAt", "endedAt", "nextAt", runs, failures,
            "failedInARow", "itemFailures", "lastError", "lastFailedAt", now()
       FROM jsonb_to_recordset($2::jsonb) AS r (name text, every int, "oneProcess" boolean,
            "startedAt" timestamptz, "endedAt" timestamptz, "nextAt" timestamptz, runs bigint,
            failures bigint, "failedInARow" int, "itemFailures" bigint, "lastError" text,
            "lastFailedAt" timestamptz)
     ON CONFLICT (name, process) DO UPDATE SET every = excluded.every,
            one_process = excluded.one_process, started_at = excluded.started_at,
            ended_at = excluded.ended_at, next_at = excluded.next_at, runs = excluded.runs,
            failures = excluded.failures, failed_in_a_row = excluded.failed_in_a_row,
            item_failures = excluded.item_failures, last_error = excluded.last_error,
            last_failed_at = excluded.last_failed_at, seen_at = excluded.seen_at`,
    [process, JSON.stringify(rows)],
  );
  await manager.query(
    `DELETE FROM recurring_report WHERE seen_at < now() - interval '${FORGOTTEN}'`,
  );
}

/** A process that ends as it should leaves nothing behind. */
export async function dropReports(manager: EntityManager, process: string): Promise<void> {
  await manager.query(`DELETE FROM recurring_report WHERE process = $1`, [process]);
}

/** Every task in every process of the platform; the same task's processes beside one another. */
export const readReports = (manager: EntityManager): Promise<TaskReport[]> =>
  manager.query<TaskReport[]>(
    `SELECT name, process, every, one_process AS "oneProcess", started_at AS "startedAt",
            ended_at AS "endedAt", next_at AS "nextAt", runs::float8 AS runs,
            failures::float8 AS failures, failed_in_a_row AS "failedInARow",
            item_failures::float8 AS "itemFailures", last_error AS "lastError",
            last_failed_at AS "lastFailedAt", seen_at AS "seenAt"
       FROM recurring_report ORDER BY name, process`,
  );
