/** Functions over dates (DMN 1.5, 10.3.4.7), and of the instant of the event. */
import { atInstant, FeelDateTime, type FeelDate } from '../values/dates.js';
import { epochDay } from '../values/calendar.js';
import { yearsAndMonths } from '../values/duration.js';
import type { Value } from '../values/kinds.js';
import type { Zone } from '../values/zone.js';
import { builtin, type Builtin } from './builtin.js';

/**
 * China has kept one offset without summer time since 1991. Using the offset instead of the name
 * `Asia/Shanghai` keeps results independent of the time-zone data of the machine.
 */
const CHINA: Zone = { offset: 8 * 3600 };

const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

const dayOf = (value: FeelDate | FeelDateTime): FeelDate =>
  value instanceof FeelDateTime ? value.date : value;

const ofDay = (name: string, of: (date: FeelDate) => Value): Builtin =>
  builtin(name, 'date: date|date and time', (_frame, date: FeelDate | FeelDateTime) =>
    of(dayOf(date)),
  );

/** ISO 8601: the week that holds the year's first Thursday is the first. */
function weekOfYear(date: FeelDate): number {
  const thursday = date.days - date.weekday + 4;
  const first = (year: number) => epochDay(year, 1, 1);
  const year =
    thursday < first(date.year)
      ? date.year - 1
      : thursday >= first(date.year + 1)
        ? date.year + 1
        : date.year;
  return Math.floor((thursday - first(year)) / 7) + 1;
}

/** Whole months from one day to the other; a month that is not complete does not count. */
function monthsBetween(from: FeelDate, to: FeelDate): number {
  const months = (to.year - from.year) * 12 + to.month - from.month;
  if (months > 0 && to.day < from.day) return months - 1;
  return months < 0 && to.day > from.day ? months + 1 : months;
}

export const dates: Builtin[] = [
  builtin('now', '', ({ shared }) => atInstant(BigInt(shared.now) * 1_000_000n, CHINA)),
  builtin(
    'today',
    '',
    ({ shared }) => atInstant(BigInt(shared.now) * 1_000_000n, CHINA)?.date ?? null,
  ),
  ofDay('day of year', (date) => date.days - epochDay(date.year, 1, 1) + 1),
  ofDay('day of week', ({ weekday }) => DAYS[weekday - 1]),
  ofDay('month of year', ({ month }) => MONTHS[month - 1]),
  ofDay('week of year', weekOfYear),
  builtin(
    'years and months duration',
    'from: date|date and time, to: date|date and time',
    (_frame, from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime) =>
      yearsAndMonths(monthsBetween(dayOf(from), dayOf(to))),
  ),
];
