/** What is decided against an applicant says why (行政许可法 32, 38, 55, 69): its paper quotes it. */
import type { Json } from '../../../bpmn/engine/index.js';
import type { CaseActName } from '../../../workflows/contracts/case.js';
import { ACT_NAMES, isAdverse, isReason, legalActOf } from '../../../workflows/law/index.js';
import { unprocessable } from '../../platform/errors.js';

interface Answer {
  outcome?: string;
  opinion?: string;
  form?: Json;
}

/** Of a task's answer. @throws DomainError 422 `reasons-missing` */
export function requireReasons(
  { act, name }: { act: string | null; name: string },
  { outcome, opinion, form }: Answer,
): void {
  const legal = legalActOf(act ?? undefined, outcome);
  if (!isAdverse(legal)) return;
  const { reason } = (form ?? {}) as { reason?: Json };
  if (isReason(reason) || isReason(opinion)) return;
  throw reasonsMissing(`“${name}”作出“${ACT_NAMES[legal!]}”`, 'opinion');
}

/** Of an act on the whole case. @throws DomainError 422 `reasons-missing` */
export function requireReasonsOfAct({ act, reason }: { act: CaseActName; reason?: string }): void {
  if (isAdverse(act) && !isReason(reason)) throw reasonsMissing(ACT_NAMES[act], 'reason');
}

const reasonsMissing = (what: string, field: string) =>
  unprocessable('reasons-missing', `${what}，必须写明事实、理由和依据：请填写理由。`, { field });
