/**
 * Each fee that was ordered is counted again by the item's rule on what the case says now; who supervises
 * compares (行政许可法 59: 按照公布的法定项目和标准收费).
 */
import type { EntityManager } from 'typeorm';
import { type Fee, feeDue, hasFeeRule } from '../../catalogue/index.js';

/** Orders in one round; those that were never counted come first. */
const MOST = 500;

interface Ordered {
  id: string;
  step: number;
  /** Name of what is charged. */
  fee: string;
  fees: Fee[] | null;
  form: Record<string, unknown>;
}

/** null = it cannot be told: the item says no rule. */
function byRule({ fee, fees, form }: Ordered): number | null {
  const found = (fees ?? []).find(({ name }) => name === fee);
  if (!found) return 0;
  return hasFeeRule(found) ? (feeDue(found, form).amountCents ?? 0) : null;
}

/**
 * Counts those whose case went on since, of cases that are open.
 * @returns how many were counted
 */
export async function countFeesAgain(manager: EntityManager): Promise<number> {
  const ordered = await manager.query<Ordered[]>(
    `SELECT p.id, c.step, p.item AS fee, i.data -> 'fees' AS fees, c.form
       FROM open_case o JOIN payment p ON p.case_number = o.number
       JOIN cases c ON c.number = o.number
       JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE p.state <> 'refused' AND p.rule_step IS DISTINCT FROM c.step
      ORDER BY p.rule_step IS NOT NULL, p.id LIMIT ${MOST}`,
  );
  await manager.query(
    `UPDATE payment p SET rule_cents = n.cents, rule_step = n.step
       FROM unnest($1::text[], $2::int[], $3::int[]) AS n (id, cents, step) WHERE p.id = n.id`,
    [ordered.map(({ id }) => id), ordered.map(byRule), ordered.map(({ step }) => step)],
  );
  return ordered.length;
}
