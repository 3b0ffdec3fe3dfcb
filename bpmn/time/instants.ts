/**
 * Instants as diagrams and FEEL write them: ISO 8601 with an offset, or with the name of a zone
 * (`@America/New_York`, `[America/New_York]`), whose rules are those of the IANA database. Without
 * either, China's time is meant; a date alone is its midnight. A day that does not exist is none.
 */
import { Temporal } from 'temporal-polyfill';

export type Instant = { at: number } | { problem: 'unreadable' | 'no-such-day' | 'no-such-zone' };

const CHINA = '+08:00';
const WRITTEN =
  /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?)?(Z|[+-]\d\d:?\d\d)?(?:@([\w/+-]{1,60})|\[([\w/+-]{1,60})\])?$/;

/** @returns milliseconds since 1970, or what is wrong */
export function readInstant(text: string): Instant {
  const parts = WRITTEN.exec(text);
  if (!parts) return { problem: 'unreadable' };
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = parts;
  const [fraction = '', offset, zone = parts[10]] = parts.slice(7);
  const [y, mo, d, h, mi, s] = [year, month, day, hour, minute, second].map(Number) as Six;
  // 24:00 is the end of its day
  const clock = h === 24 ? mi === 0 && s === 0 && Number(fraction) === 0 : h < 24;
  if (mo < 1 || mo > 12 || d < 1 || d > 31 || !clock || mi > 59 || s > 59)
    return { problem: 'unreadable' };
  if (d > daysIn(y, mo)) return { problem: 'no-such-day' };
  const local = civil(y, mo, d, h, mi, s) + Number(fraction.slice(0, 3).padEnd(3, '0'));
  // An offset beside the name of a zone says more than the name.
  if (zone !== undefined && offset === undefined) return inZone(local, zone);
  const east = offsetMs(offset ?? CHINA);
  return east === undefined ? { problem: 'unreadable' } : { at: local - east };
}

/** The name of the zone that an instant is written in, where no offset says more than it. */
export function zoneOf(text: string): string | undefined {
  const [, , , , , , , , offset, zone, bracketed] = WRITTEN.exec(text) ?? [];
  return offset === undefined ? (zone ?? bracketed) : undefined;
}

/**
 * So many months and days later by the clocks of a zone: eight in the evening stays eight, whatever
 * they do in between. Undefined beyond the times that Temporal knows.
 */
export function laterInZone(
  at: number,
  { months, days }: { months: number; days: number },
  zone: string,
): number | undefined {
  try {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    return there.add({ months, days }).epochMilliseconds;
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

type Six = [number, number, number, number, number, number];

/** A time as if it were UTC's; years before 100 are what they are. */
function civil(
  year: number,
  month: number,
  day: number,
  ...time: [number, number, number]
): number {
  const [hour, minute, second] = time;
  const midnight = new Date(0).setUTCFullYear(year, month - 1, day);
  return midnight + ((hour * 60 + minute) * 60 + second) * 1000;
}

/** Of a month, from 1, of a year of the Gregorian calendar. */
export function daysIn(year: number, month: number): number {
  const leaps = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return leaps ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

function offsetMs(offset: string): number | undefined {
  if (offset === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d\d):?(\d\d)$/.exec(offset) ?? [];
  if (Number(hours) > 18 || Number(minutes) > 59) return undefined;
  const ms = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return sign === '-' ? -ms : ms;
}

/** A time that the clocks skip is counted by the offset before, of one that comes twice it is the first. */
function inZone(local: number, zone: string): Instant {
  const { year, month, day, hour, minute, second, millisecond } =
    Temporal.Instant.fromEpochMilliseconds(local).toZonedDateTimeISO('UTC');
  try {
    const there = new Temporal.PlainDateTime(year, month, day, hour, minute, second, millisecond);
    return { at: there.toZonedDateTime(zone).epochMilliseconds };
  } catch (error) {
    if (error instanceof RangeError) return { problem: 'no-such-zone' };
    throw error;
  }
}
