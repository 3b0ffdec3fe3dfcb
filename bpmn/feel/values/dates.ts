/** Dates, times of day, and both together, with their ISO 8601 text. */
import { civil, DAY_NANOS, daysInMonth, epochDay, MOST_YEAR, NANOS } from './calendar.js';
import { offsetAt, offsetAtInstant, readZone, UTC, writeZone, type Zone } from './zone.js';

export class FeelDate {
  constructor(
    readonly year: number,
    readonly month: number,
    readonly day: number,
  ) {}

  /** Days since 1970-01-01. */
  get days(): number {
    return epochDay(this.year, this.month, this.day);
  }

  /** Of the week, Monday is 1. */
  get weekday(): number {
    return ((((this.days + 3) % 7) + 7) % 7) + 1;
  }

  toString(): string {
    const year = String(Math.abs(this.year)).padStart(4, '0');
    return `${this.year < 0 ? '-' : ''}${year}-${two(this.month)}-${two(this.day)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

export class FeelTime {
  constructor(
    /** Nanoseconds since midnight. */
    readonly nanos: number,
    readonly zone?: Zone,
    /** Whether it is the second of two like times, on the day on which the zone's clocks go back. */
    readonly second = false,
  ) {}

  get seconds(): number {
    return Math.floor(this.nanos / NANOS);
  }

  /** Seconds east of UTC; of a named zone, on that day (days since 1970-01-01). */
  offset(day = 0): number | undefined {
    return offsetAt(this.zone, day, this.seconds, this.second);
  }

  toString(): string {
    const { seconds } = this;
    const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
    const fraction = String(this.nanos % NANOS)
      .padStart(9, '0')
      .replace(/0+$/, '');
    const zone = this.zone ? writeZone(this.zone) : '';
    return parts.map(two).join(':') + (fraction && `.${fraction}`) + zone;
  }

  toJSON(): string {
    return this.toString();
  }
}

export class FeelDateTime {
  constructor(
    readonly date: FeelDate,
    readonly time: FeelTime,
  ) {}

  get offset(): number | undefined {
    return this.time.offset(this.date.days);
  }

  /** Nanoseconds since 1970; without a zone, as if it were UTC. */
  get instant(): bigint {
    const local = BigInt(this.date.days) * BigInt(DAY_NANOS) + BigInt(this.time.nanos);
    return local - BigInt(this.offset ?? 0) * BigInt(NANOS);
  }

  toString(): string {
    return `${String(this.date)}T${String(this.time)}`;
  }

  toJSON(): string {
    return this.toString();
  }
}

const two = (value: number): string => String(value).padStart(2, '0');

/** @returns null for a day that does not exist */
export function makeDate(year: number, month: number, day: number): FeelDate | null {
  const whole = [year, month, day].every(Number.isInteger);
  if (!whole || Math.abs(year) > MOST_YEAR || month < 1 || month > 12) return null;
  return day >= 1 && day <= daysInMonth(year, month) ? new FeelDate(year, month, day) : null;
}

export function dateOfDays(days: number): FeelDate | null {
  const { year, month, day } = civil(days);
  return makeDate(year, month, day);
}

/** The same day of a later month, or its last day where it has fewer. */
export function plusMonths({ year, month, day }: FeelDate, months: number): FeelDate | null {
  const total = year * 12 + (month - 1) + months;
  const later = Math.floor(total / 12);
  const ofYear = total - later * 12 + 1;
  return makeDate(later, ofYear, Math.min(day, daysInMonth(later, ofYear)));
}

/** A later time of the same zone; an instant later, whatever the clocks do in between. */
export function plusNanos(
  value: FeelDateTime,
  nanos: bigint,
  tellsHoursApart = false,
): FeelDateTime | null {
  return atInstant(value.instant + nanos, value.time.zone, tellsHoursApart);
}

/** @param tellsHoursApart whether it is to know which it is of two like times in its zone */
export function atInstant(
  instant: bigint,
  zone: Zone | undefined,
  tellsHoursApart = false,
): FeelDateTime | null {
  const seconds = Number(floorDivide(instant, BigInt(NANOS)));
  const offset = offsetAtInstant(zone, seconds);
  const local = instant + BigInt(offset ?? 0) * BigInt(NANOS);
  const days = floorDivide(local, BigInt(DAY_NANOS));
  const date = dateOfDays(Number(days));
  const time = new FeelTime(Number(local - days * BigInt(DAY_NANOS)), zone);
  if (!date || !tellsHoursApart || time.offset(Number(days)) === offset)
    return date && new FeelDateTime(date, time);
  return new FeelDateTime(date, new FeelTime(time.nanos, zone, true));
}

/** A later time of day, round the clock. */
export function plusTime({ nanos, zone }: FeelTime, more: bigint): FeelTime {
  const day = BigInt(DAY_NANOS);
  const sum = (BigInt(nanos) + more) % day;
  return new FeelTime(Number(sum < 0n ? sum + day : sum), zone);
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b < 0n ? quotient - 1n : quotient;
}

const DATE = /^(-)?(\d{4,9})-(\d\d)-(\d\d)$/;
const TIME = /^T?(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(Z|z|[+-]\d\d:\d\d(?::\d\d)?|@\S+)?$/;

export function readDate(text: string): FeelDate | null {
  const [, sign, year, month, day] = DATE.exec(text) ?? [];
  if (year === undefined || (year.length > 4 && year.startsWith('0'))) return null;
  return makeDate(Number(sign ? `-${year}` : year), Number(month), Number(day));
}

export function readTime(text: string): FeelTime | null {
  const match = TIME.exec(text);
  if (!match) return null;
  const [, hours, minutes, seconds, fraction = '', zoned] = match;
  const zone = zoned === undefined ? undefined : readZone(zoned);
  if (zoned !== undefined && !zone) return null;
  const nanos = Number(fraction.slice(0, 9).padEnd(9, '0'));
  const endOfDay = hours === '24' && Number(minutes) + Number(seconds) + nanos === 0;
  return makeTime(endOfDay ? 0 : Number(hours), Number(minutes), Number(seconds), nanos, zone);
}

export function makeTime(
  hours: number,
  minutes: number,
  seconds: number,
  nanos: number,
  zone?: Zone,
): FeelTime | null {
  const fits = (value: number, most: number) =>
    Number.isInteger(value) && value >= 0 && value < most;
  if (!fits(hours, 24) || !fits(minutes, 60) || !fits(seconds, 60) || !fits(nanos, NANOS))
    return null;
  return new FeelTime((hours * 3600 + minutes * 60 + seconds) * NANOS + nanos, zone);
}

/** Also of a date alone: midnight, without a zone. 24:00:00 is the beginning of the next day. */
export function readDateTime(text: string): FeelDateTime | null {
  const at = text.indexOf('T');
  const date = readDate(at < 0 ? text : text.slice(0, at));
  const written = at < 0 ? '00:00:00' : text.slice(at + 1);
  const time = written.startsWith('T') ? null : readTime(written);
  if (!date || !time) return null;
  const day = written.startsWith('24') ? dateOfDays(date.days + 1) : date;
  return day && new FeelDateTime(day, time);
}

/** Midnight in UTC, as FEEL takes a date where a date and time is asked for. */
export const midnight = (date: FeelDate): FeelDateTime =>
  new FeelDateTime(date, new FeelTime(0, UTC));
