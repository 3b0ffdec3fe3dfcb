/** 行政许可法 43: what a lower level reviews first is sent up within twenty working days. Pure. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { lastDayOf } from './counting.js';

/** Article 43, unless a law or administrative regulation says otherwise. */
export const PRELIMINARY_REVIEW = '20wd';

export interface ReviewActs {
  /** The day the lower level accepted. */
  accepted: number;
  /** The day opinion and papers went to the deciding level. */
  sentUp?: number;
}

export interface ReviewView {
  due: number;
  /** Sent up after the due day, or not yet and the day is over. */
  late: boolean;
}

/** @param day the day looked at @throws CalendarError */
export function preliminaryReviewOn(
  calendar: FrozenCalendar,
  { accepted, sentUp }: ReviewActs,
  day: number,
  period = PRELIMINARY_REVIEW,
): ReviewView {
  const due = lastDayOf(calendar, accepted, period);
  return { due, late: (sentUp ?? day) > due };
}
