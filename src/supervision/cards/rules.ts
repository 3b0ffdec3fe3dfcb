/** Card rules: versioned, from a day on; what held earlier stays readable, and says why a card came. */
import { randomUUID } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../../people/index.js';
import { badRequest, notFound } from '../../platform/errors.js';
import { CONDITIONS, type Colour, type ConditionName } from './conditions.js';

/** What becomes of a card that is still not answered so many days after its answer was due. */
export interface Rung {
  afterDays: number;
  colour: Colour;
}

export interface RuleContent {
  name: string;
  condition: ConditionName;
  threshold: number;
  colour: Colour;
  territory?: string | null;
  line?: string | null;
  department?: string | null;
  item?: string | null;
  issue: 'proposal' | 'automatic';
  answerDays: number;
  ladder: Rung[];
  /** First day it holds, `YYYY-MM-DD`. */
  validFrom: string;
}

export interface Rule extends RuleContent {
  id: string;
  version: number;
  scope: 'case' | 'step' | 'regulation';
  /** First day it does not hold any more. */
  validTo: string | null;
  createdAt: Date;
  createdBy: string;
  /** Whether it holds today. */
  current: boolean;
}

const RULE = `
  SELECT id, version, name, scope, condition, threshold, colour, territory, line, department, item,
         issue, answer_days AS "answerDays", ladder, valid_from::text AS "validFrom",
         valid_to::text AS "validTo", created_at AS "createdAt", created_by AS "createdBy",
         valid_from <= today.day AND (valid_to IS NULL OR valid_to > today.day) AS current
  FROM card_rule, (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day) today`;

/** All versions, the newest of each rule first. */
export function listRules(manager: EntityManager): Promise<Rule[]> {
  return manager.query<Rule[]>(`${RULE} ORDER BY id, version DESC`);
}

/** Those that hold today, one version each. */
export function rulesOfToday(manager: EntityManager): Promise<Rule[]> {
  return manager.query<Rule[]>(
    `SELECT DISTINCT ON (id) * FROM (${RULE}) r WHERE current ORDER BY id, version DESC`,
  );
}

async function requireToBeAhead(manager: EntityManager, day: string): Promise<void> {
  const [row] = await manager.query<{ late: boolean }[]>(
    `SELECT $1::date < (now() AT TIME ZONE 'Asia/Shanghai')::date AS late`,
    [day],
  );
  if (row!.late) {
    throw badRequest('rule-in-the-past', '规则的生效日期不能早于今天：已发的牌仍按当时的规则。');
  }
}

/** Names of bodies, regions and items that do not exist would make a rule that never speaks. */
async function requireKnown(manager: EntityManager, rule: RuleContent): Promise<void> {
  const [row] = await manager.query<Record<string, boolean>[]>(
    `SELECT $1::text IS NULL OR EXISTS (SELECT 1 FROM unit WHERE county = $1 OR township = $1
              OR seat_county = $1) AS territory,
            $2::text IS NULL OR EXISTS (SELECT 1 FROM unit WHERE line = $2) AS line,
            $3::text IS NULL OR EXISTS (SELECT 1 FROM unit WHERE id = $3) AS department,
            $4::text IS NULL OR EXISTS (SELECT 1 FROM item WHERE code = $4) AS item`,
    [rule.territory ?? null, rule.line ?? null, rule.department ?? null, rule.item ?? null],
  );
  const unknown = Object.entries(row!).filter(([, known]) => !known);
  if (unknown.length === 0) return;
  throw badRequest(
    'rule-scope-unknown',
    '规则的适用范围里有不存在的区域、条线、部门或事项，请重新选择。',
    {
      fields: unknown.map(([field]) => field),
    },
  );
}

async function insert(
  manager: EntityManager,
  actor: Actor,
  id: string,
  rule: RuleContent,
): Promise<{ id: string; version: number }> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('card-rule:' || $1))`, [id]);
  await requireToBeAhead(manager, rule.validFrom);
  await requireKnown(manager, rule);
  await manager.query(
    `UPDATE card_rule SET valid_to = greatest($2::date, valid_from)
     WHERE id = $1 AND (valid_to IS NULL OR valid_to > $2)`,
    [id, rule.validFrom],
  );
  const [row] = await manager.query<{ version: number }[]>(
    `INSERT INTO card_rule (id, version, name, scope, condition, threshold, colour, territory, line,
       department, item, issue, answer_days, ladder, valid_from, created_by)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13,
            $14, $15 FROM card_rule WHERE id = $1 RETURNING version`,
    [
      id,
      rule.name,
      CONDITIONS[rule.condition].scope,
      rule.condition,
      rule.threshold,
      rule.colour,
      rule.territory ?? null,
      rule.line ?? null,
      rule.department ?? null,
      rule.item ?? null,
      rule.issue,
      rule.answerDays,
      JSON.stringify(rule.ladder),
      rule.validFrom,
      actor.personId,
    ],
  );
  const { version } = row!;
  await audited(manager, actor, 'card-rule.set', id, { version, ...rule });
  return { id, version };
}

const audited = (
  manager: EntityManager,
  actor: Actor,
  act: string,
  id: string,
  detail: Record<string, unknown>,
) =>
  audit(manager, {
    person: actor.personId,
    post: actor.postId,
    act,
    target: `card-rule:${id}`,
    outcome: 'done',
    detail,
  });

/** @throws DomainError `rule-in-the-past`, `rule-scope-unknown` */
export function addRule(dataSource: DataSource, actor: Actor, rule: RuleContent) {
  return dataSource.transaction((manager) => insert(manager, actor, randomUUID(), rule));
}

async function requireRule(manager: EntityManager, id: string): Promise<void> {
  const rows = await manager.query<unknown[]>(`SELECT 1 FROM card_rule WHERE id = $1`, [id]);
  if (rows.length === 0) throw notFound('rule-not-found', '没有这条亮牌规则，请从列表中选择。');
}

/** A further version from its first day on. @throws DomainError as `addRule`, and `rule-not-found` */
export function changeRule(dataSource: DataSource, actor: Actor, id: string, rule: RuleContent) {
  return dataSource.transaction(async (manager) => {
    await requireRule(manager, id);
    return insert(manager, actor, id, rule);
  });
}

/** From today on it issues nothing; cards that stand stay. @throws DomainError `rule-not-found` */
export function endRule(dataSource: DataSource, actor: Actor, id: string): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await requireRule(manager, id);
    await manager.query(
      `UPDATE card_rule SET valid_to = greatest((now() AT TIME ZONE 'Asia/Shanghai')::date, valid_from)
       WHERE id = $1 AND (valid_to IS NULL OR valid_to > (now() AT TIME ZONE 'Asia/Shanghai')::date)`,
      [id],
    );
    await audited(manager, actor, 'card-rule.end', id, {});
  });
}
