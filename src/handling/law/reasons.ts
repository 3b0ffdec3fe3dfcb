/** What is decided against an applicant says why (行政许可法 32, 38, 55, 69; 行政处罚法 59): its paper quotes it. */
import type { EntityManager } from 'typeorm';
import type { Json } from '../../../bpmn/engine/index.js';
import type { CaseActName } from '../../../workflows/contracts/case.js';
import { paperWords } from '../../../workflows/item-types/index.js';
import { ACT_NAMES, isAdverse, isReason, legalActOf } from '../../../workflows/law/index.js';
import { unprocessable } from '../../platform/errors.js';

interface Answer {
  outcome?: string;
  opinion?: string;
  form?: Json;
}

/** Of a task's answer. @throws DomainError 422 `reasons-missing` */
export async function requireReasons(
  manager: EntityManager,
  { act, name, case_number: number }: { act: string | null; name: string; case_number: string },
  { outcome, opinion, form }: Answer,
): Promise<void> {
  const legal = legalActOf(act ?? undefined, outcome);
  const burdens = isAdverse(legal) || (legal === 'grant' && (await isTakenUp(manager, number)));
  if (!burdens) return;
  const { reason } = (form ?? {}) as { reason?: Json };
  if (isReason(reason) || isReason(opinion)) return;
  throw reasonsMissing(`“${name}”作出“${ACT_NAMES[legal!]}”`, 'opinion');
}

/** What nobody asked for, a penalty or a levy, is decided against whom it is about (行政处罚法 59). */
async function isTakenUp(manager: EntityManager, number: string): Promise<boolean> {
  const [row] = await manager.query<{ type: string }[]>(
    `SELECT i.type FROM cases c JOIN item i ON i.code = c.item_code AND i.version = c.item_version
      WHERE c.number = $1`,
    [number],
  );
  return row !== undefined && paperWords(row.type).begins === 'filing';
}

/** Of an act on the whole case. @throws DomainError 422 `reasons-missing` */
export function requireReasonsOfAct({ act, reason }: { act: CaseActName; reason?: string }): void {
  if (isAdverse(act) && !isReason(reason)) throw reasonsMissing(ACT_NAMES[act], 'reason');
}

const reasonsMissing = (what: string, field: string) =>
  unprocessable('reasons-missing', `${what}，必须写明事实、理由和依据：请填写理由。`, { field });
