/** Acts against whom they are about: who does one says why, and is asked once more. Pure. */
import type { LegalAct } from '../contracts/case.js';

/** 不予受理, 不予许可, 退件, 撤销, 终止 (行政许可法 32, 38, 55, 69), 终止听证 (行政处罚法 64). */
const ADVERSE: ReadonlySet<LegalAct> = new Set([
  'reject',
  'refuse',
  'return',
  'revoke',
  'terminate',
  'waive-hearing',
]);

export const isAdverse = (act: LegalAct | null): boolean => act !== null && ADVERSE.has(act);

/** Two letters at least: dots and dashes tell nobody anything. */
const SAYS_SOMETHING = /\p{L}.*\p{L}/su;

/** Whether a text can stand as the reasons in a paper. */
export const isReason = (text: unknown): boolean =>
  typeof text === 'string' && SAYS_SOMETHING.test(text);
