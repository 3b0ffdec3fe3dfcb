/** Which official act the applicant hears of as what; the rest of the acts concern the agency alone. */
import type { CaseState, LegalAct } from '../../../workflows/contracts/case.js';
import { paperWords } from '../../../workflows/item-types/index.js';
import { PERMITTED } from '../../../workflows/law/index.js';
import type { ApplicantOccasion } from '../../notifications/index.js';

/** Occasions that need no facts beside the case, and those that name a day, a procedure or the decision. */
export type ToldOccasion = Extract<
  ApplicantOccasion,
  | ('submitted' | 'collected' | 'sent-back' | 'correction' | 'accepted' | 'filed' | 'rejected')
  | ('paused' | 'resumed' | 'suspended' | 'unsuspended' | 'extended' | 'granted' | 'deemed-renewed')
  | ('refused' | 'finished' | 'returned' | 'lapsed' | 'terminated' | 'forwarded' | 'voided')
  | ('hearing-right' | 'hearing-held' | 'hearing-waived' | 'delivered')
>;

const TOLD: Readonly<Record<LegalAct, ToldOccasion | null>> = {
  submit: 'submitted',
  'pre-pass': null,
  'pre-return': 'sent-back',
  collect: 'collected',
  accept: 'accepted',
  'accept-with-gaps': 'accepted',
  'fill-gaps': null,
  promise: null,
  correct: 'correction',
  supplement: null,
  reject: 'rejected',
  deem: 'accepted',
  lapse: 'lapsed',
  handle: null,
  review: null,
  grant: 'granted',
  'deem-renewed': 'deemed-renewed',
  refuse: 'refused',
  // Told with the order, which knows the amount.
  pay: null,
  // Told with the licence itself.
  license: null,
  finish: 'finished',
  deliver: 'delivered',
  // Of another case, often; told with what falls.
  revoke: null,
  rate: null,
  archive: null,
  pause: 'paused',
  resume: 'resumed',
  extend: 'extended',
  suspend: 'suspended',
  unsuspend: 'unsuspended',
  forward: 'forwarded',
  return: 'returned',
  // The applicant's own.
  withdraw: null,
  terminate: 'terminated',
  void: 'voided',
  'tell-hearing': 'hearing-right',
  'ask-hearing': null,
  'hold-hearing': 'hearing-held',
  'waive-hearing': 'hearing-waived',
};

/** What of the end the decision has said already is not said again. */
const said = (act: LegalAct, from: CaseState | 'draft') =>
  act === 'finish' && from !== 'draft' && PERMITTED.includes(from);

/** @returns null where the applicant is not told, or knows it already */
export const occasionOfAct = (act: LegalAct, from: CaseState | 'draft'): ToldOccasion | null =>
  said(act, from) ? null : TOLD[act];

/**
 * What the body takes up itself nobody handed in: whom it is about hears of it once it is filed, and of no
 * lead that came to nothing (行政处罚法 54).
 */
const OF_FILING: Partial<Record<ToldOccasion, ToldOccasion | null>> = {
  submitted: null,
  accepted: 'filed',
  rejected: null,
};

/** The same as it is told of an item of this type. */
export function inWordsOf(occasion: ToldOccasion, type: string): ToldOccasion | null {
  const own = paperWords(type).begins === 'filing' ? OF_FILING[occasion] : undefined;
  return own === undefined ? occasion : own;
}
