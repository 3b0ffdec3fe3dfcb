import type { Budget } from '../budget.js';
import { kindOf, type Context, type Value } from './kinds.js';
import { jsonNumber, type Num } from './number.js';

/** A value that survives JSON unchanged. */
export type PlainValue =
  null | boolean | number | string | PlainValue[] | { [key: string]: PlainValue };

/** Told of a range or a function, which JSON has no place for; answers with null. */
export type Losing = (lost: Value) => null;

/**
 * A value as plain JSON: dates, times and durations become their ISO 8601 text, functions and ranges
 * null.
 *
 * A number becomes the nearest one of JavaScript (a third is 0.3333333333333333). A whole number
 * that none stands for exactly, such as one of eighteen digits, becomes the text of its digits: such
 * numbers identify something, and a digit lost would mean somebody else.
 * @throws TooCostly
 */
export function plain(value: Value, budget?: Budget, losing?: Losing): PlainValue {
  budget?.operations();
  switch (kindOf(value)) {
    case 'boolean':
      return value as boolean;
    case 'string':
      return leaving(value as string, budget);
    case 'number': {
      const number = jsonNumber(value as Num);
      return typeof number === 'string' ? leaving(number, budget) : number;
    }
    case 'list':
      return nested(budget, () => (value as Value[]).map((item) => plain(item, budget, losing)));
    case 'context':
      return nested(budget, () => plainContext(value as Context, budget, losing));
    case 'null':
      return null;
    case 'function':
    case 'range':
      return losing?.(value) ?? null;
    default:
      return String(value);
  }
}

/** Objects of JavaScript that write themselves (Date) are what they write. */
function plainContext(context: Context, budget?: Budget, losing?: Losing): PlainValue {
  const { toJSON } = context;
  if (typeof toJSON === 'function')
    return plain((toJSON as () => Value).call(context), budget, losing);
  return Object.fromEntries(
    Object.entries(context).map(([key, entry]) => [
      leaving(key, budget),
      plain(entry, budget, losing),
    ]),
  );
}

function leaving(text: string, budget?: Budget): string {
  budget?.result(text.length);
  return text;
}

function nested<Result>(budget: Budget | undefined, body: () => Result): Result {
  budget?.enter(1);
  const result = body();
  budget?.leave(1);
  return result;
}
