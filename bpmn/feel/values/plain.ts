import type { Budget } from '../budget.js';
import { kindOf, type Context, type Value } from './kinds.js';
import { jsonNumber, type Num } from './number.js';

/** A value that survives JSON unchanged. */
export type PlainValue =
  | null
  | boolean
  | number
  | string
  | PlainValue[]
  | { [key: string]: PlainValue };

/** Told of what goes. */
export interface Leaving {
  /** Characters of a text or a key. */
  text?: (length: number) => void;
  /** A range or a function, which JSON has no place for. */
  lost?: (value: Value) => null;
}

/**
 * A value as plain JSON: dates, times and durations become their ISO 8601 text, functions and ranges
 * null.
 *
 * A number becomes the nearest one of JavaScript (a third is 0.3333333333333333). A whole number
 * that none stands for exactly, such as one of eighteen digits, becomes the text of its digits: such
 * numbers identify something, and a digit lost would mean somebody else.
 * @throws TooCostly
 */
export function plain(value: Value, budget?: Budget, leaving: Leaving = {}): PlainValue {
  budget?.operations();
  switch (kindOf(value)) {
    case 'boolean':
      return value as boolean;
    case 'string':
      return told(value as string, leaving);
    case 'number': {
      const number = jsonNumber(value as Num);
      return typeof number === 'string' ? told(number, leaving) : number;
    }
    case 'list':
      return nested(budget, () => (value as Value[]).map((item) => plain(item, budget, leaving)));
    case 'context':
      return nested(budget, () => plainContext(value as Context, budget, leaving));
    case 'null':
      return null;
    case 'function':
    case 'range':
      return leaving.lost?.(value) ?? null;
    default:
      return String(value);
  }
}

/** Objects of JavaScript that write themselves (Date) are what they write. */
function plainContext(context: Context, budget?: Budget, leaving: Leaving = {}): PlainValue {
  const { toJSON } = context;
  if (typeof toJSON === 'function')
    return plain((toJSON as () => Value).call(context), budget, leaving);
  return Object.fromEntries(
    Object.entries(context).map(([key, entry]) => [
      told(key, leaving),
      plain(entry, budget, leaving),
    ]),
  );
}

function told(text: string, leaving: Leaving): string {
  leaving.text?.(text.length);
  return text;
}

/** What leaves for good: bounded in its length, too. @throws TooCostly */
export const leavingPlain = (
  value: Value,
  budget: Budget,
  lost?: (value: Value) => null,
): PlainValue => plain(value, budget, { text: (length) => budget.result(length), lost });

function nested<Result>(budget: Budget | undefined, body: () => Result): Result {
  budget?.enter(1);
  const result = body();
  budget?.leave(1);
  return result;
}
