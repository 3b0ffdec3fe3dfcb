/** Nobody gets the same benefit twice: not while an application is on its way, nor once it is granted. */
import { peopleOf } from '../../people/index.js';
import type { EntityManager } from 'typeorm';
import { conflict } from '../../platform/errors.js';
import { personDigest } from '../../platform/sealing/index.js';

export interface Applied {
  caseNumber: string;
  item: string;
  itemName: string;
  /** Of the one the benefit is for, as it stands in the form. */
  idNumber: string;
  /** The caller; only of their own cases they are told the number. */
  personId: string;
}

interface Other {
  number: string;
  granted: boolean;
  own: boolean;
}

/**
 * Lets an application pass that is the only one. Two at the same moment wait for each other.
 * @throws DomainError 409 `benefit-granted-before`, `benefit-applied-before`; of others’ cases `benefit-not-open`
 */
export async function requireFirstApplication(
  manager: EntityManager,
  { caseNumber, item, itemName, idNumber, personId }: Applied,
): Promise<void> {
  const digest = personDigest(manager, idNumber);
  await manager.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [
    `benefit/${item}/${digest}`,
  ]);
  const [other] = await manager.query<Other[]>(
    `SELECT c.number, e.case_number IS NOT NULL AS granted,
            coalesce($4 = ANY (${peopleOf('c')}), false) AS own
       FROM cases c LEFT JOIN benefit_entitlement e ON e.case_number = c.number
      WHERE c.item_code = $1 AND c.number <> $2 AND c.person_digest = $3
        AND (NOT c.ended OR e.case_number IS NOT NULL)
      ORDER BY granted DESC LIMIT 1`,
    [item, caseNumber, digest, personId],
  );
  if (!other) return;
  // Nobody learns what others applied for, or receive.
  if (!other.own) {
    throw conflict(
      'benefit-not-open',
      `现在不能为这位居民提交${itemName}。请由本人登录，在“我的办件”中查看，或者持证件到窗口查询。`,
    );
  }
  throw other.granted
    ? conflict(
        'benefit-granted-before',
        `您已经在领取${itemName}（办件 ${other.number}），不用重复申请。情况有变化的，请联系所在村（社区）代办点更正。`,
      )
    : conflict(
        'benefit-applied-before',
        `${itemName}正在办理（办件 ${other.number}），不能重复申请。请在原办件中查看进度。`,
      );
}

/**
 * Whether somebody of this ID number is on the roll by another case.
 * The last gate before money: a case may have come another way than through an application.
 */
export async function grantedByAnotherCase(
  manager: EntityManager,
  caseNumber: string,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM cases c
       JOIN cases o ON o.item_code = c.item_code AND o.number <> c.number
        AND o.person_digest = c.person_digest
       JOIN benefit_entitlement e ON e.case_number = o.number
      WHERE c.number = $1 LIMIT 1`,
    [caseNumber],
  );
  return rows.length > 0;
}
