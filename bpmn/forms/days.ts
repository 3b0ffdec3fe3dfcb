/** Bounds of a day in a form: a date, or today with so many days, months or years before or after. */
import type { FormField } from './form.js';

const BOUND = /^(?:(\d{4}-\d{2}-\d{2})|today(?:([+-]\d{1,3})([dmy]))?)$/;
const DAY_MS = 86_400_000;

/** @param today `2026-11-30`. @returns such a date; null for what is no bound */
export function boundDay(bound: string, today: string): string | null {
  const [whole, date, shift, unit] = BOUND.exec(bound) ?? [];
  if (whole === undefined) return null;
  if (date !== undefined) return Number.isNaN(Date.parse(date)) ? null : date;
  return shift === undefined ? today : shifted(today, Number(shift), unit!);
}

function shifted(day: string, by: number, unit: string): string {
  const at = new Date(`${day}T00:00:00Z`);
  if (unit === 'd') return isoOf(new Date(at.getTime() + by * DAY_MS));
  const months = at.getUTCFullYear() * 12 + at.getUTCMonth() + by * (unit === 'y' ? 12 : 1);
  const last = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const date = Math.min(at.getUTCDate(), last);
  return isoOf(new Date(Date.UTC(Math.floor(months / 12), months % 12, date)));
}

const isoOf = (at: Date): string => at.toISOString().slice(0, 10);

/** How the day misses its bounds; undefined where it does not. */
export function outOfBounds(
  field: FormField,
  day: unknown,
  today: string,
): { bound: 'earliest' | 'latest'; day: string } | undefined {
  if (typeof day !== 'string' || field.format !== 'date') return undefined;
  for (const bound of ['earliest', 'latest'] as const) {
    const said = field[`x-${bound}`];
    const limit = said === undefined ? null : boundDay(said, today);
    if (limit !== null && (bound === 'earliest' ? day < limit : day > limit))
      return { bound, day: limit };
  }
  return undefined;
}
