/** Kinds of FEEL's values (DMN 1.5, 10.3.1.3). */
import { FeelDate, FeelDateTime, FeelTime } from './dates.js';
import { DaysAndTime, YearsAndMonths } from './duration.js';
import { FeelFunction } from './function.js';
import { isNumber } from './number.js';
import { FeelRange } from './range.js';

/** A value of FEEL: plain JSON as it comes, or one of the classes of this folder. */
export type Value = unknown;
export type Context = Readonly<Record<string, Value>>;

export type Kind =
  | 'null'
  | 'number'
  | 'string'
  | 'boolean'
  | 'date'
  | 'time'
  | 'date and time'
  | 'days and time duration'
  | 'years and months duration'
  | 'list'
  | 'range'
  | 'function'
  | 'context';

export function kindOf(value: Value): Kind {
  switch (typeof value) {
    case 'string':
      return 'string';
    case 'boolean':
      return 'boolean';
    case 'number':
      return Number.isFinite(value) ? 'number' : 'null';
    case 'object':
      return value === null ? 'null' : kindOfObject(value);
    default:
      return 'null';
  }
}

function kindOfObject(value: object): Kind {
  if (Array.isArray(value)) return 'list';
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return 'context';
  if (isNumber(value)) return 'number';
  if (value instanceof FeelDate) return 'date';
  if (value instanceof FeelTime) return 'time';
  if (value instanceof FeelDateTime) return 'date and time';
  if (value instanceof DaysAndTime) return 'days and time duration';
  if (value instanceof YearsAndMonths) return 'years and months duration';
  if (value instanceof FeelRange) return 'range';
  return value instanceof FeelFunction ? 'function' : 'context';
}

/** How people call the kinds. */
export const KIND_NAMES: Readonly<Record<Kind, string>> = {
  null: '空值',
  number: '数字',
  string: '文本',
  boolean: '是否值',
  date: '日期',
  time: '时间',
  'date and time': '日期时间',
  'days and time duration': '时长',
  'years and months duration': '年月时长',
  list: '列表',
  range: '区间',
  function: '函数',
  context: '上下文',
};

export const nameOfKind = (value: Value): string => KIND_NAMES[kindOf(value)];

/** A context to be filled: whatever a key is called, it is only a key. */
export const emptyContext = (): Record<string, Value> =>
  Object.create(null) as Record<string, Value>;

export function contextOf(entries: Iterable<readonly [string, Value]>): Context {
  const context = emptyContext();
  for (const [key, value] of entries) context[key] = value;
  return context;
}
