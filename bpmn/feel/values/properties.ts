/** Parts of values that are read as entries: `date.year` (DMN 1.5, tables 65 and 66). */
import { FeelDate, FeelDateTime, FeelTime } from './dates.js';
import { DAY_NANOS, NANOS } from './calendar.js';
import { DaysAndTime, YearsAndMonths } from './duration.js';
import type { Value } from './kinds.js';
import { Decimal } from './number.js';
import { FeelRange } from './range.js';

type Properties<Of> = Readonly<Record<string, (value: Of) => Value>>;

const ofDate: Properties<FeelDate> = {
  year: ({ year }) => year,
  month: ({ month }) => month,
  day: ({ day }) => day,
  weekday: ({ weekday }) => weekday,
};

const offset = (seconds: number | undefined): Value =>
  seconds === undefined ? null : new DaysAndTime(BigInt(seconds) * BigInt(NANOS));

const ofTime: Properties<FeelTime> = {
  hour: ({ seconds }) => Math.floor(seconds / 3600),
  minute: ({ seconds }) => Math.floor(seconds / 60) % 60,
  second: (time) => seconds(time.nanos % (60 * NANOS)),
  'time offset': (time) => offset(time.zone?.offset),
  timezone: ({ zone }) => zone?.name ?? null,
};

const seconds = (nanos: number): Value =>
  nanos % NANOS === 0 ? nanos / NANOS : new Decimal(nanos).dividedBy(NANOS);

const ofDateTime: Properties<FeelDateTime> = {
  'time offset': (value) => offset(value.offset),
};

/** Of a duration of days and time, its size cut into parts, all with its sign. */
function part(nanos: bigint, unit: bigint, within?: bigint): number {
  const rest = within === undefined ? nanos : nanos % within;
  return Number(rest / unit) + 0;
}

const [DAY, HOUR, MINUTE] = [BigInt(DAY_NANOS), 3600n * BigInt(NANOS), 60n * BigInt(NANOS)];

const ofDaysAndTime: Properties<DaysAndTime> = {
  days: ({ nanos }) => part(nanos, DAY),
  hours: ({ nanos }) => part(nanos, HOUR, DAY),
  minutes: ({ nanos }) => part(nanos, MINUTE, HOUR),
  seconds: ({ nanos }) => seconds(Number(nanos % MINUTE) + 0),
};

const ofYearsAndMonths: Properties<YearsAndMonths> = {
  years: ({ months }) => Math.trunc(months / 12) + 0,
  months: ({ months }) => (months % 12) + 0,
};

const ofRange: Properties<FeelRange> = {
  start: ({ start }) => start ?? null,
  end: ({ end }) => end ?? null,
  'start included': ({ startIncluded }) => startIncluded,
  'end included': ({ endIncluded }) => endIncluded,
};

function of<Of>(properties: Properties<Of>, value: Of, name: string): Value {
  return Object.hasOwn(properties, name) ? properties[name]!(value) : undefined;
}

/** Undefined where values of this kind have no such property. */
export function propertyOf(value: Value, name: string): Value {
  if (value instanceof FeelDate) return of(ofDate, value, name);
  if (value instanceof FeelTime) return of(ofTime, value, name);
  if (value instanceof FeelDateTime) {
    return (
      of(ofDateTime, value, name) ?? of(ofDate, value.date, name) ?? of(ofTime, value.time, name)
    );
  }
  if (value instanceof DaysAndTime) return of(ofDaysAndTime, value, name);
  if (value instanceof YearsAndMonths) return of(ofYearsAndMonths, value, name);
  return value instanceof FeelRange ? of(ofRange, value, name) : undefined;
}
