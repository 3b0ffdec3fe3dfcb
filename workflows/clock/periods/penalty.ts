/**
 * A penalty's times: ninety natural days from filing (行政处罚法 60); its periods of two, three, five
 * and seven days are working days (85). The fine is paid within fifteen natural days (67); late, three
 * in a hundred of it a day, never more than the fine itself (72).
 */
import type { FrozenCalendar } from '../../contracts/case.js';
import { lastDayOf } from './counting.js';

export const PENALTY_DECISION = '90d';
export const PENALTY_DELIVERY = '7wd'; // 61
export const FINE_PAYMENT = '15d'; // 67
/** 72(1)1: per day, in percent. */
export const SURCHARGE_PERCENT = 3;

/** The last day to decide; a law of its own may give longer. @throws CalendarError for working days */
export function penaltyDue(
  calendar: FrozenCalendar,
  filed: number,
  period = PENALTY_DECISION,
): number {
  return lastDayOf(calendar, filed, period);
}

/** The last day to deliver a decision that was not announced on the spot (61). @throws CalendarError */
export function penaltyDeliveryDue(calendar: FrozenCalendar, decided: number): number {
  return lastDayOf(calendar, decided, PENALTY_DELIVERY);
}

/** The last day to pay: fifteen days after the decision was received. */
export function fineDue(received: number): number {
  return received + Number.parseInt(FINE_PAYMENT, 10);
}

/**
 * The surcharge on a fine.
 * @param amount of the fine, in 分
 * @param received the day the decision was received
 * @param paid the day of payment, or the day looked at
 * @returns 分, rounded down; never more than the fine
 */
export function surcharge(amount: number, received: number, paid: number): number {
  const daysLate = Math.max(0, paid - fineDue(received));
  return Math.min(amount, Math.floor((amount * SURCHARGE_PERCENT * daysLate) / 100));
}
