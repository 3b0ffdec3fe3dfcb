/**
 * A look at personal data by somebody whose data they are not. A page that refreshes itself is one
 * look: the same person looking at the same thing again within five minutes adds no line.
 */
import type { EntityManager } from 'typeorm';
import { caller, traceId } from '../../platform/observability/trace.js';

export interface Look {
  person: string;
  post?: string | null;
  /** `case.read`, `task.read`, `benefit.read`, … */
  act: string;
  /** `case:2103…`, `task:…`, … */
  target: string;
}

export async function auditLook(manager: EntityManager, look: Look): Promise<void> {
  await manager.query(
    `INSERT INTO audit (person_id, post_id, act, target, outcome, address, trace)
     SELECT $1, $2, $3, $4, 'done', $5, $6 WHERE NOT EXISTS (
       SELECT 1 FROM audit WHERE target = $4 AND at > now() - interval '5 minutes'
         AND person_id = $1 AND post_id IS NOT DISTINCT FROM $2 AND act = $3 AND outcome = 'done')`,
    [
      look.person,
      look.post ?? null,
      look.act,
      look.target,
      caller()?.address ?? null,
      traceId() ?? null,
    ],
  );
}
