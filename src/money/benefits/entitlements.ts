/** Who is entitled to a monthly benefit, and from which month. */
import type { EntityManager } from 'typeorm';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import { sealedText } from '../../platform/sealing/index.js';
import { grantedByAnotherCase } from './once.js';

export interface Grant {
  /** Idempotency key of the adapter's call: the same key enters one entitlement. */
  key: string;
  caseNumber: string;
  /** Code of the tier in the item's `benefit.tiers`. */
  tier: string;
}

export interface Entitlement {
  caseNumber: string;
  tier: string;
  amountCents: number;
  /** `yyyy-MM`; a benefit is paid from the month after the decision. */
  fromMonth: string;
}

interface Tier {
  code: string;
  amountCents: number;
}

interface GrantedCase {
  item: string;
  region: string;
  account: string | null;
  tiers: Tier[] | null;
}

const SELECT = `SELECT case_number AS "caseNumber", tier, amount_cents AS "amountCents",
                       from_month AS "fromMonth"
                  FROM benefit_entitlement`;

async function grantedCase(manager: EntityManager, caseNumber: string): Promise<GrantedCase> {
  const [row] = await manager.query<GrantedCase[]>(
    `SELECT cases.item_code AS item, cases.region, cases.form ->> 'bankAccount' AS account,
            item.data -> 'benefit' -> 'tiers' AS tiers
       FROM cases JOIN item ON item.code = item_code AND item.version = item_version
      WHERE cases.number = $1`,
    [caseNumber],
  );
  if (!row) throw notFound('case-not-found', `没有办件 ${caseNumber}。`);
  return row;
}

/**
 * Puts a granted case on the roll of the months after this one.
 * The amount is the item's as frozen on the case; the account is the one applied with.
 * @throws DomainError `benefit-tier-unknown`, `benefit-account-missing`, `benefit-granted-before`
 */
export async function grantBenefit(manager: EntityManager, grant: Grant): Promise<Entitlement> {
  const { item, region, account, tiers } = await grantedCase(manager, grant.caseNumber);
  const tier = tiers?.find(({ code }) => code === grant.tier);
  if (!tier) {
    throw unprocessable(
      'benefit-tier-unknown',
      `事项 ${item} 没有津贴档次“${grant.tier}”。请核对办件填写的档次或者事项数据后重试。`,
    );
  }
  if (!account) {
    throw unprocessable(
      'benefit-account-missing',
      `办件 ${grant.caseNumber} 没有填写社会保障卡账户。请补充账户后重试。`,
    );
  }
  if (await grantedByAnotherCase(manager, grant.caseNumber)) {
    throw conflict(
      'benefit-granted-before',
      `办件 ${grant.caseNumber} 的申请人已经由另一个办件列入发放名册，不能重复发放。请核对后终止本办件。`,
    );
  }
  await manager.query(
    `INSERT INTO benefit_entitlement
       (case_number, key, item, region, tier, amount_cents, account, from_month)
     VALUES ($1, $2, $3, $4, $5, $6, $7,
             to_char(now() AT TIME ZONE 'Asia/Shanghai' + interval '1 month', 'YYYY-MM'))
     ON CONFLICT DO NOTHING`,
    [
      ...[grant.caseNumber, grant.key, item, region, tier.code, tier.amountCents],
      sealedText(manager, account),
    ],
  );
  const [entered] = await manager.query<Entitlement[]>(`${SELECT} WHERE key = $1`, [grant.key]);
  if (!entered) {
    throw conflict('benefit-granted-before', `办件 ${grant.caseNumber} 已经列入发放名册。`);
  }
  return entered;
}
