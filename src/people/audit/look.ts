/**
 * A look at personal data by somebody whose data they are not. A page that refreshes itself is one
 * look: the same person looking at the same thing again within five minutes adds no line.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { caller, traceId } from '../../platform/observability/trace.js';

/** Acts that only show somebody's data; who looked at whom is found by them. */
export const LOOK_ACTS: readonly string[] = [
  ...['archive.download', 'benefit.read', 'bringing-over.read', 'case.read', 'case.read-answers'],
  ...['case.show-personal', 'credit.read', 'document.read', 'file.read', 'list.read'],
  ...['register.read', 'session.list'],
];

export interface Look {
  person: string;
  post?: string | null;
  /** `case.read`, `task.read`, `benefit.read`, … */
  act: string;
  /** `case:2103…`, `task:…`, … */
  target: string;
}

/** Then they are looked up again: so many looks in five minutes no process has. */
const MOST = 50_000;
/** What stands in the log already, with the end of its five minutes by `performance.now()`. */
const written = new WeakMap<DataSource, Map<string, number>>();

function linesOf(dataSource: DataSource): Map<string, number> {
  const lines = written.get(dataSource) ?? new Map<string, number>();
  written.set(dataSource, lines);
  return lines;
}

export async function auditLook(manager: EntityManager, look: Look): Promise<void> {
  const key = JSON.stringify([look.person, look.post, look.act, look.target]);
  const lines = linesOf(manager.connection);
  if ((lines.get(key) ?? 0) > performance.now()) return;
  const [line] = await manager.query<{ left: number | null }[]>(
    `WITH known AS (
       SELECT max(at) AS at FROM audit WHERE target = $4 AND at > now() - interval '5 minutes'
          AND person_id = $1 AND post_id IS NOT DISTINCT FROM $2 AND act = $3 AND outcome = 'done'),
     added AS (
       INSERT INTO audit (person_id, post_id, act, target, outcome, address, trace)
       SELECT $1, $2, $3, $4, 'done', $5, $6 FROM known WHERE known.at IS NULL RETURNING at)
     SELECT extract(epoch FROM coalesce(added.at, known.at) + interval '5 minutes' - now())::float8 AS left
       FROM known LEFT JOIN added ON true`,
    [
      look.person,
      look.post ?? null,
      look.act,
      look.target,
      caller()?.address ?? null,
      traceId() ?? null,
    ],
  );
  // A transaction under way may yet take its line back.
  if (manager.queryRunner?.isTransactionActive) return;
  if (lines.size >= MOST) lines.clear();
  lines.set(key, performance.now() + (line?.left ?? 0) * 1000);
}
