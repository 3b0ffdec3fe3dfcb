/**
 * Time zones: an offset from UTC, or a name of the IANA database. Offsets of named zones are
 * Temporal's (temporal-polyfill), the same in Node, in the workflow sandbox and in the browser.
 */
import { Temporal } from 'temporal-polyfill';
import { civil } from './calendar.js';

export interface Zone {
  /** Seconds east of UTC. */
  offset?: number;
  /** Such as `Asia/Shanghai`. */
  name?: string;
}

export const UTC: Zone = { offset: 0 };

/** @returns undefined for a zone that does not exist */
export function readZone(text: string): Zone | undefined {
  if (text === 'Z' || text === 'z') return UTC;
  if (text.startsWith('@')) return isNamed(text.slice(1)) ? { name: text.slice(1) } : undefined;
  const [, sign, hours, minutes, seconds = '0'] =
    /^([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) ?? [];
  if (sign === undefined) return undefined;
  const offset = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
  const valid = Number(minutes) < 60 && Number(seconds) < 60 && offset <= 18 * 3600;
  return valid ? { offset: sign === '-' ? 0 - offset : offset } : undefined;
}

export function writeZone({ offset, name }: Zone): string {
  if (name !== undefined) return `@${name}`;
  if (offset === undefined) return '';
  if (offset === 0) return 'Z';
  const size = Math.abs(offset);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  if (parts[2] === 0) parts.pop();
  return (offset < 0 ? '-' : '+') + parts.map((part) => String(part).padStart(2, '0')).join(':');
}

const MOST_NAMES = 500;
const names = new Map<string, boolean>();

function isNamed(name: string): boolean {
  let known = names.get(name);
  if (known === undefined) {
    known = /^[A-Za-z][\w+/-]*$/.test(name) && exists(name);
    if (names.size >= MOST_NAMES) names.clear();
    names.set(name, known);
  }
  return known;
}

function exists(name: string): boolean {
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(name);
    return true;
  } catch {
    return false;
  }
}

const MOST_YEAR_OF_RULES = 9_999;

/**
 * Seconds east of UTC at a local time; undefined without a zone. A time that the clocks skip is
 * counted by the offset before.
 * @param day days since 1970-01-01
 * @param seconds of the day
 * @param second whether of a time that comes twice it is the second
 */
export function offsetAt(
  zone: Zone | undefined,
  day: number,
  seconds: number,
  second = false,
): number | undefined {
  if (zone?.name === undefined) return zone?.offset;
  const { year, month, day: dayOfMonth } = civil(day);
  const within = Math.abs(year) <= MOST_YEAR_OF_RULES ? year : (year % 400) + 2000;
  const local = new Temporal.PlainDateTime(
    within,
    month,
    dayOfMonth,
    Math.floor(seconds / 3600),
    Math.floor(seconds / 60) % 60,
    seconds % 60,
  );
  const disambiguation = second ? 'later' : 'compatible';
  return local.toZonedDateTime(zone.name, { disambiguation }).offsetNanoseconds / 1_000_000_000;
}

/** Seconds east of UTC at an instant, in seconds since 1970. */
export function offsetAtInstant(zone: Zone | undefined, seconds: number): number | undefined {
  if (zone?.name === undefined) return zone?.offset;
  const bounded = Math.min(Math.max(seconds, -3e11), 2.5e11);
  return (
    Temporal.Instant.fromEpochMilliseconds(bounded * 1000).toZonedDateTimeISO(zone.name)
      .offsetNanoseconds / 1_000_000_000
  );
}
