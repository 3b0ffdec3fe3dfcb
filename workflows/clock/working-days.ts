/** Counting working days by a frozen calendar (行政许可法 82: the agency's limits are working days). */
import type { FrozenCalendar } from '../contracts/case.js';
import { dayNumber, placeInYear, startOfDay } from './days.js';

/** A count needs a year the calendar has no data for; it is refused, never guessed. */
export class CalendarError extends Error {
  override name = 'CalendarError';
  readonly code = 'no-calendar';
  constructor(readonly year: number) {
    super(`没有 ${year} 年的工作日历；请管理员在国务院公布放假安排后录入，再重试。`);
  }
}

/** @throws CalendarError when the year has no data */
export function isWorkingDay(calendar: FrozenCalendar, day: number): boolean {
  const { year, index } = placeInYear(day);
  const days = calendar.years[year];
  if (days === undefined) throw new CalendarError(year);
  return days[index] === '1';
}

/**
 * The instant at which the n-th working day after the day of `from` ends (24:00, Asia/Shanghai).
 * The first day counted is the next working day. With n = 0 the day of `from` itself ends.
 * @throws RangeError when n is not a whole number ≥ 0
 * @throws CalendarError
 */
export function addWorkingDays(calendar: FrozenCalendar, from: number, n: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`工作日数须为不小于 0 的整数：${n}`);
  let day = dayNumber(from);
  for (let left = n; left > 0;) {
    day += 1;
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return startOfDay(day + 1);
}

/**
 * Working days after the day of `from` up to and including the day of `to`; negative when `to` is
 * earlier: days overdue. The end of a day (24:00), as deadlines have it, counts as that day.
 * @throws CalendarError
 */
export function workingDaysBetween(calendar: FrozenCalendar, from: number, to: number): number {
  const first = dayNumber(from);
  // Midnight is the end of the day before: a deadline's last moment.
  const last = dayNumber(to - 1);
  let count = 0;
  for (let day = Math.min(first, last) + 1; day <= Math.max(first, last); day++) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return last < first ? -count : count;
}
