/**
 * Until when a decision may be contested, as a refusal has to say (行政许可法 38). Calendar time:
 * reconsideration within sixty days (行政复议法 20), a suit within six months of knowing (行政诉讼法
 * 46), or within fifteen days of the reconsideration (45).
 */
import { monthsAfter } from './counting.js';

export const RECONSIDERATION_DAYS = 60;
export const SUIT_MONTHS = 6;
export const SUIT_AFTER_RECONSIDERATION_DAYS = 15;

/** Last days, as day numbers. */
export interface Remedies {
  reconsideration: number;
  suit: number;
}

/** @param known the day the decision was delivered */
export function remediesFrom(known: number): Remedies {
  return { reconsideration: known + RECONSIDERATION_DAYS, suit: monthsAfter(known, SUIT_MONTHS) };
}

/** @param delivered the day the reconsideration's decision was delivered */
export function suitAfterReconsideration(delivered: number): number {
  return delivered + SUIT_AFTER_RECONSIDERATION_DAYS;
}
