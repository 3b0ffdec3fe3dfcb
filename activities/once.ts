/** Remembers what an adapter did under its key, so that a repeat is answered and not done again. */
import { createHash } from 'node:crypto';
import type { DataSource } from 'typeorm';
import type { Json } from '../bpmn/engine/index.js';
import type { AdapterCall } from '../workflows/contracts/case.js';

/**
 * Runs `work` unless it was finished before. When the process dies between the two, `work` runs
 * again: it must be idempotent by the same key itself.
 */
export async function once(
  dataSource: DataSource,
  call: AdapterCall,
  work: () => Promise<Json>,
): Promise<Json> {
  const [done] = await dataSource.query<{ result: Json }[]>(
    `SELECT result FROM outbound_call WHERE key = $1`,
    [call.key],
  );
  if (done) return done.result;
  const result = await work();
  const digest = createHash('sha256')
    .update(JSON.stringify(call.input ?? null))
    .digest('hex');
  await dataSource.query(
    `INSERT INTO outbound_call (key, case_number, adapter, request_digest, result)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (key) DO NOTHING`,
    [call.key, call.caseNumber, call.adapter, digest, JSON.stringify(result)],
  );
  return result;
}
