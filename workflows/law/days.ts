/**
 * Counting a case's periods: by the permit clock's own arithmetic on real days, or on the short days
 * of a demonstration, which all count.
 */
import { DAY, dayNumber, parseLimit, startOfDay, type Limit } from '../clock/index.js';
import { countDays, countedDay } from '../clock/permit/index.js';
import type { CaseInput, FrozenCalendar, LegalPause } from '../contracts/case.js';

export type Timed = Pick<CaseInput, 'calendar' | 'dayLength'>;
type Interval = Pick<LegalPause, 'from' | 'to'>;

/** Every day counts: natural days, and the days of a demonstration. */
const EVERY_DAY: FrozenCalendar = {
  version: '',
  years: Object.fromEntries(
    Array.from({ length: 200 }, (_, index) => [String(1970 + index), '1'.repeat(366)]),
  ),
};

/** Days numbered from an instant on which a period begins. */
interface Days {
  working: FrozenCalendar;
  numberOf(instant: number): number;
  /** The instant a day is over. */
  endOf(day: number): number;
}

/** @param origin a demonstration's days begin with it: day 1 ends one day's length later */
function daysFrom({ calendar, dayLength }: Timed, origin: number): Days {
  if (dayLength === DAY) {
    return { working: calendar, numberOf: dayNumber, endOf: (day) => startOfDay(day + 1) };
  }
  return {
    working: EVERY_DAY,
    numberOf: (instant) => Math.ceil((instant - origin) / dayLength),
    endOf: (day) => origin + day * dayLength,
  };
}

const calendarFor = (days: Days, { unit }: Limit): FrozenCalendar =>
  unit === 'wd' ? days.working : EVERY_DAY;

const asDays = (days: Days, pauses: readonly Interval[]) =>
  pauses.map(({ from, to }) => ({
    from: days.numberOf(from),
    to: to === null ? null : days.numberOf(to),
  }));

/**
 * When a period is over that does not count its pauses, none of which may still go on.
 * @param extension working days on top
 * @throws CalendarError, RangeError
 */
export function periodEnd(
  timed: Timed,
  from: number,
  limit: string,
  pauses: readonly Interval[] = [],
  extension = 0,
): number {
  const length = parseLimit(limit);
  if (length.unit === 'ms') {
    const paused = pauses.reduce((sum, pause) => sum + ((pause.to ?? pause.from) - pause.from), 0);
    const days = (length.days + extension) * timed.dayLength;
    return from + days + length.milliseconds + paused;
  }
  const days = daysFrom(timed, from);
  const stops = asDays(days, pauses);
  const last = countedDay(calendarFor(days, length), days.numberOf(from), length.days, stops);
  return days.endOf(extension === 0 ? last : countedDay(days.working, last, extension, stops));
}

/**
 * Whether the last day of a period has not passed; asks the calendar for no day after that of `at`.
 * @throws CalendarError, RangeError
 */
export function isWithin(
  timed: Timed,
  from: number,
  limit: string,
  pauses: readonly Interval[],
  at: number,
): boolean {
  const length = parseLimit(limit);
  if (length.unit === 'ms') return at <= periodEnd(timed, from, limit, pauses);
  const days = daysFrom(timed, from);
  const [first, day] = [days.numberOf(from), days.numberOf(at)];
  // A limit of no days at all ends with the day it begins on.
  if (day <= first) return true;
  const calendar = calendarFor(days, length);
  return countDays(calendar, first, day - 1, asDays(days, pauses)) < length.days;
}
