import type { EntityManager } from 'typeorm';
import { caller, traceId } from '../../platform/observability/trace.js';

export interface AuditLine {
  /** Who; null for somebody who is not signed in, and for the system. */
  person: string | null;
  post?: string | null;
  /** What was done: `case.read`, `task.complete`, `session.sign-in`, … */
  act: string;
  /** To what: `case:2103…`, `task:…`, `process:restaurant`. */
  target: string;
  outcome: 'done' | 'refused' | 'failed';
  /** Codes only; no names, no ID numbers. */
  detail?: Record<string, unknown>;
}

/**
 * Writes one line of the audit log. Inside a transaction it stands or falls with what it tells of;
 * a refusal is written outside one, so that it stays. The address that the request came from, and its
 * trace, stand in it by themselves; what no request set off has none.
 */
export async function audit(manager: EntityManager, line: AuditLine): Promise<void> {
  await manager.query(
    `insert into audit (person_id, post_id, act, target, outcome, detail, address, trace)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      line.person,
      line.post ?? null,
      line.act,
      line.target,
      line.outcome,
      line.detail ?? {},
      caller()?.address ?? null,
      traceId() ?? null,
    ],
  );
}
