/** Values as text, as `string()` writes them. */
import type { Budget } from '../budget.js';
import { kindOf, type Context, type Value } from './kinds.js';
import { digits, type Num } from './number.js';
import type { FeelRange } from './range.js';

/** Null for null and for functions. @throws TooCostly */
export function write(value: Value, budget: Budget): string | null {
  if (typeof value === 'string') return value;
  const kind = kindOf(value);
  return kind === 'null' || kind === 'function' ? null : inner(value, budget);
}

function inner(value: Value, budget: Budget): string {
  budget.enter(1);
  const text = written(value, budget);
  budget.leave(1);
  budget.text(text.length);
  return text;
}

function written(value: Value, budget: Budget): string {
  switch (kindOf(value)) {
    case 'null':
      return 'null';
    case 'number':
      return digits(value as Num);
    case 'string':
      return `"${(value as string).replace(/[\\"]/g, '\\$&')}"`;
    case 'list':
      return `[${(value as Value[]).map((item) => inner(item, budget)).join(', ')}]`;
    case 'context':
      return writeContext(value as Context, budget);
    case 'range':
      return writeRange(value as FeelRange, budget);
    case 'function':
      return 'function';
    default:
      return String(value);
  }
}

function writeContext(context: Context, budget: Budget): string {
  const entries = Object.entries(context).map(([key, value]) => {
    const name = /^[\p{L}_][\p{L}\p{N}_ ]*$/u.test(key)
      ? key
      : `"${key.replace(/[\\"]/g, '\\$&')}"`;
    return `${name}: ${inner(value, budget)}`;
  });
  return `{${entries.join(', ')}}`;
}

function writeRange(range: FeelRange, budget: Budget): string {
  const { start, end, startIncluded, endIncluded, operator } = range;
  if (operator) return `${operator} ${inner(start, budget)}`;
  if (start === undefined) return `${endIncluded ? '<=' : '<'} ${inner(end, budget)}`;
  if (end === undefined) return `${startIncluded ? '>=' : '>'} ${inner(start, budget)}`;
  const [open, close] = [startIncluded ? '[' : '(', endIncluded ? ']' : ')'];
  return `${open}${inner(start, budget)}..${inner(end, budget)}${close}`;
}
