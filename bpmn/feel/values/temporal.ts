/** Texts of dates, times and durations, whichever they are. */
import { readDate, readDateTime, readTime } from './dates.js';
import { readDuration } from './duration.js';
import type { Kind } from './kinds.js';
import { kindOf, type Value } from './kinds.js';

/** @returns null for text that is none of them */
export const readTemporal = (text: string): Value =>
  readDate(text) ??
  (/^-?\d{4,9}-/.test(text) ? readDateTime(text) : null) ??
  readTime(text) ??
  readDuration(text);

const readers: Partial<Record<Kind, (text: string) => Value>> = {
  date: readDate,
  time: readTime,
  'date and time': readDateTime,
  'days and time duration': readDuration,
  'years and months duration': readDuration,
};

/**
 * The value as JSON carries it (ISO 8601 text), as a value of this kind.
 * @returns undefined when the text is none
 */
export function readAs(kind: Kind, text: string): Value {
  const value = readers[kind]?.(text);
  return value !== undefined && kindOf(value) === kind ? value : undefined;
}
