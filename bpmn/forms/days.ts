/**
 * Bounds of a form's days: a date, or today or another day of the same form with so many days, months or
 * years before or after. The same in the browser and on the server.
 */
import { fieldsOf, type FormField } from './form.js';

const BOUND = /^(?:(\d{4}-\d{2}-\d{2})|([A-Za-z][A-Za-z0-9_]{0,63})(?:([+-]\d{1,3})([dmy]))?)$/;
const DAY_MS = 86_400_000;
/** The word for the day on which it is filled in; no field's name. */
const TODAY = 'today';

type Answers = Record<string, unknown>;

/** Where a bound counts from, and how far: `occupyFrom+3m`. */
export interface Bound {
  /** A date, `today`, or the name of another field. */
  from: string;
  by: number;
  unit: string;
}

/** @returns null for what is no bound */
export function readBound(text: string): Bound | null {
  const [whole, date, name, shift, unit] = BOUND.exec(text) ?? [];
  if (whole === undefined) return null;
  if (date !== undefined) return isDay(date) ? { from: date, by: 0, unit: 'd' } : null;
  return { from: name!, by: Number(shift ?? 0), unit: unit ?? 'd' };
}

/** Name of the field that the bound counts from; null = a date or today. */
export const fieldOfBound = ({ from }: Bound): string | null =>
  from === TODAY || isDay(from) ? null : from;

const isDay = (value: unknown): value is string =>
  typeof value === 'string' &&
  /^\d{4}-\d{2}-\d{2}$/.test(value) &&
  !Number.isNaN(Date.parse(value));

/**
 * @param today `2026-11-30`; null = what counts from it is not judged
 * @param answers those beside it
 * @returns such a date; null for what is no bound, or counts from a day that is not answered
 */
export function boundDay(text: string, today: string | null, answers: Answers = {}): string | null {
  const bound = readBound(text);
  if (!bound) return null;
  const { from, by, unit } = bound;
  const name = fieldOfBound(bound);
  const start = name === null ? (from === TODAY ? today : from) : answers[name];
  return isDay(start) ? shifted(start, by, unit) : null;
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

/** How a day misses a bound. */
export interface OutOfBounds {
  bound: 'earliest' | 'latest';
  day: string;
  /** The other field that the bound counts from. */
  of?: string;
}

/** Undefined where the day keeps its bounds. */
export function outOfBounds(
  field: FormField,
  day: unknown,
  today: string | null,
  answers: Answers = {},
): OutOfBounds | undefined {
  if (typeof day !== 'string' || field.format !== 'date') return undefined;
  for (const bound of ['earliest', 'latest'] as const) {
    const said = field[`x-${bound}`];
    const limit = said === undefined ? null : boundDay(said, today, answers);
    if (limit === null || (bound === 'earliest' ? day >= limit : day <= limit)) continue;
    const of = fieldOfBound(readBound(said!)!);
    return { bound, day: limit, ...(of !== null && { of }) };
  }
  return undefined;
}

/** A day that misses its bounds, and where: names and places of rows, from the form down. */
export interface StrayDay extends OutOfBounds {
  path: string[];
  title: string;
  /** What `of` is called. */
  ofTitle?: string;
}

/** Whether answers meet a form's `if`, by whatever validator there is. */
export type Meets = (condition: FormField, answers: Answers) => boolean;

const isAnswers = (value: unknown): value is Answers =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every day that cannot be: of the form, of what its answers bring up, of its groups and tables. */
export function strayDays(
  form: FormField,
  answers: Answers,
  today: string | null,
  meets: Meets,
  path: string[] = [],
): StrayDay[] {
  const fields = fieldsOf(asked(form, answers, meets));
  return Object.entries(fields).flatMap(([name, field]) => {
    const place = [...path, name];
    const value = answers[name];
    if (isAnswers(value)) return strayDays(field, value, today, meets, place);
    if (Array.isArray(value) && field.items?.properties)
      return value.flatMap((row: unknown, at) =>
        isAnswers(row) ? strayDays(field.items!, row, today, meets, [...place, String(at)]) : [],
      );
    const out = outOfBounds(field, value, today, answers);
    if (!out) return [];
    const ofTitle = out.of === undefined ? undefined : (fields[out.of]?.title ?? out.of);
    return [{ ...out, path: place, title: field.title ?? name, ...(ofTitle && { ofTitle }) }];
  });
}

/**
 * Every day that cannot be in an application that is corrected: a day that was handed in and stays kept
 * today's bounds on the day it was handed in, and is judged beside the other answers alone.
 * @param before the answers as they were handed in
 */
export function strayInCorrection(
  form: FormField,
  { before, answers }: { before: Answers; answers: Answers },
  today: string,
  meets: Meets,
): StrayDay[] {
  const isChanged = ({ path: [name] }: StrayDay) =>
    JSON.stringify(before[name!]) !== JSON.stringify(answers[name!]);
  return [
    ...strayDays(form, answers, today, meets).filter(isChanged),
    ...strayDays(form, answers, null, meets).filter((stray) => !isChanged(stray)),
  ];
}

/** The form with only those of its conditional parts that its answers bring up. */
function asked(form: FormField, answers: Answers, meets: Meets): FormField {
  const { if: condition, then: met, else: unmet, allOf = [], ...own } = form;
  const branch = condition && (meets(condition, answers) ? met : unmet);
  const parts = branch ? [...allOf, branch] : allOf;
  return { ...own, allOf: parts.map((part) => asked(part, answers, meets)) };
}
