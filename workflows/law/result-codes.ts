/**
 * The two national lists of results of a case, and which of our states each code stands for
 * (办件结果; exchange tables of 全国一体化政务服务平台). They disagree, therefore both are data.
 */
import type { CaseState } from '../contracts/case.js';

export type ResultList = 'exchange' | 'process';

interface ResultCode {
  code: string;
  name: string;
  states: readonly CaseState[];
}

/** What both lists say alike. A code without states is one we never give: nothing is deleted here. */
const SHARED: readonly ResultCode[] = [
  { code: '0', name: '出证', states: ['granted'] },
  { code: '2', name: '作废', states: ['voided'] },
  { code: '3', name: '删除', states: [] },
  { code: '4', name: '转报', states: ['forwarded'] },
];

export const RESULT_CODES: Readonly<Record<ResultList, readonly ResultCode[]>> = {
  exchange: [
    ...SHARED,
    { code: '1', name: '退回', states: ['refused', 'rejected', 'returned', 'withdrawn'] },
    { code: '5', name: '补正不来', states: ['lapsed'] },
    { code: '6', name: '办结', states: ['finished', 'terminated'] },
  ],
  process: [
    ...SHARED,
    { code: '1', name: '不予许可', states: ['refused'] },
    { code: '5', name: '退件', states: ['returned', 'withdrawn', 'lapsed'] },
    { code: '6', name: '不予受理', states: ['rejected'] },
  ],
};

/** The code of an outcome in a list; null while a case has none, or where the list knows none for it. */
export function resultCode(list: ResultList, outcome: CaseState | null): string | null {
  if (outcome === null) return null;
  return RESULT_CODES[list].find(({ states }) => states.includes(outcome))?.code ?? null;
}
