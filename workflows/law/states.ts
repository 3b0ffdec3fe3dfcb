/** Groups of the law's states: where a case lies between 申报 and 归档. */
import type { CaseState } from '../contracts/case.js';

/** With the agency, which has yet to accept, refuse or ask for corrections (行政许可法 32). */
export const RECEIVED: readonly CaseState[] = ['submitted', 'pre-reviewed', 'collected'];
/** With the applicant, before acceptance. */
export const WITH_APPLICANT: readonly CaseState[] = ['sent-back', 'correcting'];
/** Accepted and at work. */
export const RUNNING: readonly CaseState[] = ['accepted', 'handling', 'reviewing'];
/** Held up; it goes back to where it was. */
export const HELD: readonly CaseState[] = ['special-procedure', 'suspended'];
/** Nothing is decided yet: these can still be withdrawn. */
export const UNDECIDED: readonly CaseState[] = [
  ...RECEIVED,
  ...WITH_APPLICANT,
  ...RUNNING,
  ...HELD,
];
/** Permitted; fee and licence follow. */
export const PERMITTED: readonly CaseState[] = ['granted', 'paying', 'licensing'];
/** The agency's last word, or the applicant's: at its end a case stays in these. */
export const LAST_WORD: readonly CaseState[] = [
  'refused',
  'rejected',
  'withdrawn',
  'terminated',
  'forwarded',
  'lapsed',
  'returned',
  'voided',
];
/** What may follow the decision: 送达, 评价, 归档. */
export const AFTERWARDS: readonly CaseState[] = ['delivered', 'rated', 'archived'];
/** Nothing moves a case out of these but delivery, rating, archiving and voiding. */
export const FINAL: readonly CaseState[] = [...LAST_WORD, 'finished', ...AFTERWARDS];

export const STATES: readonly CaseState[] = [...UNDECIDED, ...PERMITTED, ...FINAL];

/** Whether a last word stands, so that the case can no longer be withdrawn. */
export const isDecided = (state: CaseState): boolean => !UNDECIDED.includes(state);

/** The state a case ends in: what was refused stays refused; who waited for corrections in vain, 补正不来. */
export function stateAtEnd(state: CaseState): CaseState {
  if (state === 'correcting' || state === 'sent-back') return 'lapsed';
  return FINAL.includes(state) ? state : 'finished';
}
