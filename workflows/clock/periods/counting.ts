/** Counting periods from and towards a day, in working or natural days. Days are day numbers. */
import type { FrozenCalendar } from '../../contracts/case.js';
import { DAY } from '../days.js';
import { parseLimit } from '../limits.js';
import { isWorkingDay } from '../working-days.js';

/** A number of whole days, working (`wd`) or natural (`d`). */
export interface Period {
  unit: 'wd' | 'd';
  days: number;
}

/** @param text `5wd`, `30d` @throws RangeError for anything else, hours too */
export function readPeriod(text: string): Period {
  const { unit, days } = parseLimit(text);
  if (unit === 'ms') throw new RangeError(`期限“${text}”须是整天。`);
  return { unit, days };
}

/** The last day of a period that begins after a day. @throws CalendarError, RangeError */
export function lastDayOf(calendar: FrozenCalendar, from: number, period: string): number {
  return walk(calendar, from, readPeriod(period), 1);
}

/** The day a period before another day; that day itself is not counted. @throws CalendarError, RangeError */
export function dayBefore(calendar: FrozenCalendar, end: number, period: string): number {
  return walk(calendar, end, readPeriod(period), -1);
}

function walk(
  calendar: FrozenCalendar,
  from: number,
  { unit, days }: Period,
  step: 1 | -1,
): number {
  if (unit === 'd') return from + step * days;
  let day = from;
  for (let left = days; left > 0;) {
    day += step;
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  return day;
}

/** The same day some months later; the month's last where it has no such day (民法典 202). */
export function monthsAfter(day: number, months: number): number {
  const from = new Date(day * DAY);
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + months];
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate();
  return Date.UTC(year, month, Math.min(from.getUTCDate(), last)) / DAY;
}
