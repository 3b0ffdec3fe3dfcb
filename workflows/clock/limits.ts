/** Lengths of time as items and diagrams write them, and when they are over. */
import type { FrozenCalendar } from '../contracts/case.js';
import { DAY, dayNumber, startOfDay } from './days.js';
import { addWorkingDays } from './working-days.js';

export type Limit =
  | { unit: 'wd'; days: number }
  /** Natural days: over at the end of the last one. */
  | { unit: 'd'; days: number }
  /** With hours and less in it: over to the millisecond. */
  | { unit: 'ms'; days: number; milliseconds: number };

const ISO = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/**
 * Reads `5wd` (working days), `20d` (natural days) or an ISO 8601 duration of weeks, days and time.
 * Months and years have no fixed length and are refused.
 * @throws RangeError naming the text
 */
export function parseLimit(text: string): Limit {
  const short = /^(\d+)(wd|d)$/.exec(text);
  if (short) return { unit: short[2] as 'wd' | 'd', days: Number(short[1]) };
  const iso = ISO.exec(text);
  if (!iso || /[PT]$/.test(text)) {
    throw new RangeError(
      `时限“${text}”无法识别；请写成 5wd（工作日）、20d（自然日）或 P5D、PT1H。`,
    );
  }
  const [weeks, days, hours, minutes, seconds] = iso.slice(1).map((part) => Number(part ?? 0));
  const whole = weeks! * 7 + days!;
  const rest = hours! * 3_600_000 + minutes! * 60_000 + seconds! * 1000;
  return rest === 0 ? { unit: 'd', days: whole } : { unit: 'ms', days: whole, milliseconds: rest };
}

/** The instant at which the n-th natural day after the day of `from` ends (24:00, Asia/Shanghai). */
export function addNaturalDays(from: number, n: number): number {
  return startOfDay(dayNumber(from) + n + 1);
}

/**
 * When a limit that starts at `from` is over.
 * @param dayLength length of a day in ms; in a demonstration that scales it, working days and natural
 *   days alike last that long from `from` on, and the calendar is not asked; hours stay hours
 * @throws CalendarError, RangeError
 */
export function dueAt(
  calendar: FrozenCalendar,
  dayLength: number,
  from: number,
  limit: Limit | string,
): number {
  const length = typeof limit === 'string' ? parseLimit(limit) : limit;
  if (length.unit === 'ms') return from + length.days * dayLength + length.milliseconds;
  if (dayLength !== DAY) return from + length.days * dayLength;
  return length.unit === 'wd'
    ? addWorkingDays(calendar, from, length.days)
    : addNaturalDays(from, length.days);
}
