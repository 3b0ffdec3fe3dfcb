/** Periods beside a case's own clock: hearing, renewal, preliminary review, penalties, remedies. */
export { dayBefore, lastDayOf } from './counting.js';
export {
  hearingDates,
  PENALTY_HEARING,
  PERMIT_HEARING,
  type HearingActs,
  type HearingDates,
  type HearingRules,
} from './hearing.js';
export { fineDue, penaltyDeliveryDue, penaltyDue, surcharge } from './penalty.js';
export { PRELIMINARY_REVIEW, preliminaryReviewOn, type ReviewView } from './preliminary-review.js';
export { remediesFrom, suitAfterReconsideration, type Remedies } from './remedies.js';
export {
  FOOD_LICENCE_RENEWAL,
  PERMIT_RENEWAL,
  renewalOn,
  renewedUntil,
  type RenewalActs,
  type RenewalRules,
  type RenewalView,
} from './renewal.js';
