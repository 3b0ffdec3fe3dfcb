/** Rules of clocks by item type, effective-dated: a version that has begun is never changed. */
import type { EntityManager } from 'typeorm';
import { ANY_TYPE, dateOf, dayOfDate, DAY } from '../../../workflows/clock/index.js';
import type { ClockRules } from '../../../workflows/contracts/case.js';
import { conflict, unprocessable } from '../../platform/errors.js';

export interface RuleVersion {
  /** Item type, or `*` for those without rules of their own. */
  type: string;
  /** `2026-12-01`: cases opened from this day on take these rules along. */
  validFrom: string;
  rules: ClockRules;
  /** Where the rules come from: law, article, number of the document. */
  source: string;
  /** Who published it; null = it came with the platform. */
  publishedBy: string | null;
  publishedAt: Date;
}

const COLUMNS = `type, valid_from::text AS "validFrom", rules, source, published_by AS "publishedBy",
  published_at AS "publishedAt"`;

/** Every version, by type, the newest first. */
export function listRules(manager: EntityManager): Promise<RuleVersion[]> {
  return manager.query(`SELECT ${COLUMNS} FROM clock_rule ORDER BY type, valid_from DESC`);
}

/**
 * The rules of a type on a day; those of `*` where it has none.
 * @param day day number of Asia/Shanghai
 */
export async function rulesOfType(
  manager: EntityManager,
  type: string,
  day: number,
): Promise<ClockRules> {
  const [row] = await manager.query<{ rules: ClockRules }[]>(
    `SELECT rules FROM clock_rule WHERE type IN ($1, $2) AND valid_from <= $3
      ORDER BY type = $2, valid_from DESC LIMIT 1`,
    [type, ANY_TYPE, new Date(day * DAY).toISOString().slice(0, 10)],
  );
  if (!row) throw new Error(`clock_rule has no rules for ${type} and none for ${ANY_TYPE}`);
  return row.rules;
}

/**
 * Publishes rules from a day on. Cases that are open keep theirs.
 * @throws DomainError `rules-in-the-past`, `rules-published`
 */
export async function publishRules(
  manager: EntityManager,
  version: Omit<RuleVersion, 'publishedAt'>,
): Promise<void> {
  const { type, validFrom, rules, source, publishedBy } = version;
  refuseThePast(validFrom);
  const written = await manager.query<unknown[]>(
    `INSERT INTO clock_rule (type, valid_from, rules, source, published_by)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT (type, valid_from) DO NOTHING RETURNING type`,
    [type, validFrom, JSON.stringify(rules), source, publishedBy],
  );
  if (written.length === 0)
    throw conflict(
      'rules-published',
      `事项类型 ${type} 自 ${validFrom} 起的规则已经发布，不能改；请另选一个生效日。`,
      { type, validFrom },
    );
}

/** What has begun already was frozen on cases: it would no longer be what they were opened under. */
function refuseThePast(validFrom: string): void {
  const today = dateOf(Date.now());
  if (dayOfDate(validFrom) >= dayOfDate(today)) return;
  throw unprocessable(
    'rules-in-the-past',
    `生效日 ${validFrom} 已经过去；请填今天（${today}）或以后的日期。`,
    { field: 'validFrom' },
  );
}
