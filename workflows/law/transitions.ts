/**
 * The table of official acts: from which states, to which, by whom, by which article. Articles are
 * those of the permit law; cases under another law are moved alike, without them.
 */
import type { CaseState, LegalAct, LegalTransition } from '../contracts/case.js';
import {
  FINAL,
  HELD,
  LAST_WORD,
  PERMITTED,
  RECEIVED,
  RUNNING,
  STATES,
  UNDECIDED,
  WITH_APPLICANT,
} from './states.js';

/** Where an act leads: a state, where the case was before it was held up, or nowhere. */
export type Target = CaseState | 'behind' | 'same';

export interface TransitionRule {
  from: readonly CaseState[];
  to: Target;
  who: LegalTransition['by'];
  /** Of 行政许可法. */
  article?: number;
  /** Also from these where the law or the diagram knows no acceptance. */
  unaccepted?: readonly CaseState[];
  /** Also from these where the diagram decides nothing: a one-stop matter, a record. */
  undecided?: readonly CaseState[];
  /** Allowed here too, but it leaves the state as it is. */
  stays?: readonly CaseState[];
  /** It ends the case, whatever its diagram still waits for. */
  ends?: true;
}

const others = (...groups: (readonly CaseState[])[]): readonly CaseState[] =>
  STATES.filter((state) => !groups.some((group) => group.includes(state)));

export const TRANSITIONS: Readonly<Record<LegalAct, TransitionRule>> = {
  // What 预审 sent back is handed in again; the first time the case opens with it.
  submit: { from: ['sent-back'], to: 'submitted', who: 'applicant', article: 29 },
  // A look ahead, which takes nothing back: papers taken in and five days' silence have gone further.
  'pre-pass': {
    from: ['submitted'],
    to: 'pre-reviewed',
    who: 'agency',
    stays: ['collected', ...RUNNING],
  },
  'pre-return': { from: ['submitted'], to: 'sent-back', who: 'agency' },
  // Papers may still come in after five days' silence: 收件 is not 受理.
  collect: { from: RECEIVED, to: 'collected', who: 'agency', stays: RUNNING },
  accept: { from: RECEIVED, to: 'accepted', who: 'agency', article: 32 },
  // A secondary material follows: the applicant asked for it and promised (容缺受理).
  'accept-with-gaps': { from: RECEIVED, to: 'accepted', who: 'agency', article: 32 },
  'fill-gaps': { from: RUNNING, to: 'same', who: 'applicant', stays: others(RUNNING) },
  promise: { from: STATES, to: 'same', who: 'applicant' },
  correct: { from: RECEIVED, to: 'correcting', who: 'agency', article: 32 },
  supplement: {
    from: ['correcting'],
    to: 'collected',
    who: 'applicant',
    article: 32,
    stays: [...RECEIVED, ...RUNNING, ...HELD],
  },
  reject: { from: RECEIVED, to: 'rejected', who: 'agency', article: 32 },
  deem: { from: RECEIVED, to: 'accepted', who: 'law', article: 32 },
  lapse: { from: ['correcting', 'sent-back'], to: 'lapsed', who: 'agency', ends: true },

  // Looking into a matter is never against the law; it moves only what is accepted.
  handle: {
    from: RUNNING,
    to: 'handling',
    who: 'agency',
    article: 34,
    unaccepted: RECEIVED,
    stays: others(RUNNING),
  },
  review: {
    from: RUNNING,
    to: 'reviewing',
    who: 'agency',
    article: 34,
    unaccepted: RECEIVED,
    stays: HELD,
  },
  grant: { from: RUNNING, to: 'granted', who: 'agency', article: 38, unaccepted: RECEIVED },
  // Whatever holds the case up: article 45 is about the limits of section three, not about this one.
  'deem-renewed': {
    from: [...RECEIVED, ...RUNNING, ...HELD],
    to: 'granted',
    who: 'law',
    article: 50,
  },
  refuse: { from: RUNNING, to: 'refused', who: 'agency', article: 38, unaccepted: RECEIVED },
  pay: { from: ['granted'], to: 'paying', who: 'agency', article: 59, stays: others(['granted']) },
  license: {
    from: ['granted', 'paying'],
    to: 'licensing',
    who: 'agency',
    article: 39,
    stays: others(['granted', 'paying']),
  },
  finish: { from: [...UNDECIDED, ...PERMITTED], to: 'finished', who: 'law' },
  deliver: {
    from: [...PERMITTED, 'finished', 'refused', 'rejected', 'returned', 'lapsed', 'terminated'],
    to: 'delivered',
    who: 'agency',
    article: 44,
    undecided: [...RECEIVED, ...RUNNING],
  },
  // What was granted on a false promise is revoked; the case itself has long been decided.
  revoke: { from: STATES, to: 'same', who: 'agency', article: 69 },
  rate: {
    from: ['delivered', 'finished', ...PERMITTED],
    to: 'rated',
    who: 'applicant',
    undecided: [...RECEIVED, ...RUNNING],
    stays: others(['delivered', 'finished'], PERMITTED),
  },
  archive: {
    from: [...PERMITTED, ...LAST_WORD, 'finished', 'delivered', 'rated'],
    to: 'archived',
    who: 'agency',
    undecided: [...RECEIVED, ...RUNNING],
  },

  pause: { from: RUNNING, to: 'special-procedure', who: 'agency', article: 45 },
  resume: { from: ['special-procedure'], to: 'behind', who: 'agency', article: 45 },
  extend: { from: RUNNING, to: 'same', who: 'agency', article: 42 },
  // Before acceptance nothing may be held up: article 32 sets the agency's five days.
  suspend: { from: RUNNING, to: 'suspended', who: 'agency' },
  unsuspend: { from: ['suspended'], to: 'behind', who: 'agency' },
  forward: {
    from: [...RECEIVED, ...RUNNING],
    to: 'forwarded',
    who: 'agency',
    article: 43,
    ends: true,
  },
  return: {
    from: [...RECEIVED, ...WITH_APPLICANT, ...RUNNING],
    to: 'returned',
    who: 'agency',
    ends: true,
  },
  withdraw: { from: UNDECIDED, to: 'withdrawn', who: 'applicant', ends: true },
  terminate: { from: UNDECIDED, to: 'terminated', who: 'agency', ends: true },
  void: {
    from: [...FINAL.filter((state) => state !== 'voided')],
    to: 'voided',
    who: 'agency',
    ends: true,
  },
  'tell-hearing': { from: RUNNING, to: 'same', who: 'agency', article: 47 },
  // It is the applicant's right, whatever holds the case up.
  'ask-hearing': { from: [...RUNNING, ...HELD], to: 'same', who: 'applicant', article: 47 },
  'hold-hearing': {
    from: [...RUNNING, ...HELD],
    to: 'same',
    who: 'agency',
    article: 47,
  },
  // Who asked takes it back, stays away without good reason, or leaves.
  'waive-hearing': { from: [...RUNNING, ...HELD], to: 'same', who: 'agency' },
};
