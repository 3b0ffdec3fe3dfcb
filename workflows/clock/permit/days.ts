/** Counting a permit's days: pauses do not count (article 45), the first day is the next working day. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { isWorkingDay } from '../working-days.js';
import type { Pause, PermitClock } from './permit.js';

const isPaused = (pauses: Pause[], day: number): boolean =>
  pauses.some(({ from, to }) => day > from && (to === null || day <= to));

/**
 * The n-th counted working day after a day.
 * @param pauses none of which may still be going on
 * @throws CalendarError
 */
export function countedDay(
  calendar: FrozenCalendar,
  from: number,
  n: number,
  pauses: Pause[] = [],
): number {
  let day = from;
  for (let left = n; left > 0;) {
    day += 1;
    if (isWorkingDay(calendar, day) && !isPaused(pauses, day)) left -= 1;
  }
  return day;
}

/** Counted working days after `from` up to and including `to`; 0 when `to` is not later. */
export function countDays(
  calendar: FrozenCalendar,
  from: number,
  to: number,
  pauses: Pause[] = [],
): number {
  let count = 0;
  for (let day = from + 1; day <= to; day += 1)
    if (!isPaused(pauses, day) && isWorkingDay(calendar, day)) count += 1;
  return count;
}

type Accepted = Pick<PermitClock, 'accepted' | 'extended' | 'pauses'>;

/** The last day of a period that began with acceptance; the case must be accepted. */
export function dayAfterAcceptance(
  calendar: FrozenCalendar,
  { accepted, extended, pauses }: Accepted,
  days: number,
): number {
  if (accepted === null) throw new Error('a period runs only from acceptance');
  return countedDay(calendar, accepted, days + (extended ?? 0), pauses);
}
