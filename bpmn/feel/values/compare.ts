/** Which of two values is equal, less or within; null where that cannot be said (DMN 1.5, 10.3.2.2). */
import type { Budget } from '../budget.js';
import { NANOS } from './calendar.js';
import { FeelDateTime, FeelTime, midnight, type FeelDate } from './dates.js';
import type { DaysAndTime, YearsAndMonths } from './duration.js';
import { kindOf, type Context, type Kind, type Value } from './kinds.js';
import { compareNumbers, type Num } from './number.js';
import { FeelRange } from './range.js';

type Order = (a: never, b: never) => number;

const sign = (a: bigint | number, b: bigint | number): number => (a < b ? -1 : a > b ? 1 : 0);

/** Nanoseconds to UTC, if it has a zone. */
const shift = (time: FeelTime): number => (time.offset() ?? 0) * NANOS;

const timeInUtc = (time: FeelTime): number => time.nanos - shift(time);

/** Times are equal to the second (the kit: 10:30:00.0001 = 10:30:00.0002); order looks closer. */
const secondsOf = (nanos: number | bigint): bigint | number =>
  typeof nanos === 'bigint' ? (nanos - mod(nanos)) / BigInt(NANOS) : Math.floor(nanos / NANOS);

const mod = (nanos: bigint): bigint => ((nanos % BigInt(NANOS)) + BigInt(NANOS)) % BigInt(NANOS);

const orders: Partial<Record<Kind, Order>> = {
  number: (a: Num, b: Num) => compareNumbers(a, b),
  string: compareTexts,
  date: (a: FeelDate, b: FeelDate) => sign(a.days, b.days),
  time: (a: FeelTime, b: FeelTime) => sign(timeInUtc(a), timeInUtc(b)),
  'date and time': (a: FeelDateTime, b: FeelDateTime) => sign(a.instant, b.instant),
  'days and time duration': (a: DaysAndTime, b: DaysAndTime) => sign(a.nanos, b.nanos),
  'years and months duration': (a: YearsAndMonths, b: YearsAndMonths) => sign(a.months, b.months),
};

/** By code points, not by the halves that JavaScript stores. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const most = Math.min(a.length, b.length);
  for (let at = 0; at < most; at += 1) {
    const [one, other] = [a.charCodeAt(at), b.charCodeAt(at)];
    if (one === other) continue;
    const halves = one >= 0xd800 && other >= 0xd800;
    return halves ? sign(a.codePointAt(at) ?? 0, b.codePointAt(at) ?? 0) : sign(one, other);
  }
  return sign(a.length, b.length);
}

/** What is computed with a date and time of a named zone asks for its rules. @throws TooCostly */
export function payForZones(budget: Budget, ...values: readonly Value[]): void {
  for (const value of values) if (timeOf(value)?.zone?.name !== undefined) budget.pay('zone');
}

function timeOf(value: Value): FeelTime | undefined {
  return value instanceof FeelDateTime ? value.time : value instanceof FeelTime ? value : undefined;
}

/** Negative, 0 or positive; null for values that have no order between them. */
export function compare(a: Value, b: Value, budget: Budget): number | null {
  const kind = kindOf(a);
  if (kindOf(b) !== kind) return null;
  if (kind === 'string')
    budget.operations(1 + (Math.min((a as string).length, (b as string).length) >> 4));
  else if (kind === 'time' || kind === 'date and time') payForZones(budget, a, b);
  const order = orders[kind];
  return order ? order(a as never, b as never) : null;
}

/** Null for values of different kinds; null itself equals null only. */
export function equal(a: Value, b: Value, budget: Budget): boolean | null {
  budget.operations();
  const [kind, other] = [kindOf(a), kindOf(b)];
  if (kind === 'null' || other === 'null') return kind === other;
  if (kind !== other) return null;
  switch (kind) {
    case 'boolean':
      return a === b;
    case 'list':
      return equalLists(a as Value[], b as Value[], budget);
    case 'context':
      return equalContexts(a as Context, b as Context, budget);
    case 'range':
      return equalRanges(a as FeelRange, b as FeelRange, budget);
    case 'function':
      return a === b;
    case 'time':
      payForZones(budget, a, b);
      return secondsOf(timeInUtc(a as FeelTime)) === secondsOf(timeInUtc(b as FeelTime));
    case 'date and time':
      payForZones(budget, a, b);
      return secondsOf((a as FeelDateTime).instant) === secondsOf((b as FeelDateTime).instant);
    default:
      return compare(a, b, budget) === 0;
  }
}

function equalLists(a: Value[], b: Value[], budget: Budget): boolean {
  if (a.length !== b.length) return false;
  return nested(budget, () => a.every((item, at) => equal(item, b[at], budget) === true));
}

function equalContexts(a: Context, b: Context, budget: Budget): boolean {
  const keys = Object.keys(a);
  const others = Object.keys(b).length;
  budget.pay('keys', (keys.length + others) >> 3);
  if (keys.length !== others) return false;
  return nested(budget, () =>
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key], budget) === true),
  );
}

function equalRanges(a: FeelRange, b: FeelRange, budget: Budget): boolean {
  return (
    a.operator === b.operator &&
    a.startIncluded === b.startIncluded &&
    a.endIncluded === b.endIncluded &&
    (a.start === undefined) === (b.start === undefined) &&
    (a.end === undefined) === (b.end === undefined) &&
    equal(a.start, b.start, budget) === true &&
    equal(a.end, b.end, budget) === true
  );
}

function nested<Result>(budget: Budget, body: () => Result): Result {
  budget.enter(1);
  const result = body();
  budget.leave(1);
  return result;
}

/** Whether a value lies in a range; null where an end is null or of another kind. */
export function contains(range: FeelRange, value: Value, budget: Budget): boolean | null {
  if (range.operator) {
    const same = equal(value, range.start, budget);
    return same === null ? null : same === (range.operator === '=');
  }
  const after = range.start === undefined ? 1 : compare(value, range.start, budget);
  const before = range.end === undefined ? -1 : compare(value, range.end, budget);
  if (after === null || before === null) return null;
  const started = after > 0 || (after === 0 && range.startIncluded);
  return started && (before < 0 || (before === 0 && range.endIncluded));
}

/** The same in every part, zones too (`is`). */
export function identical(a: Value, b: Value, budget: Budget): boolean {
  if (kindOf(a) !== kindOf(b)) return false;
  const temporal = ['date', 'time', 'date and time'].includes(kindOf(a));
  if (!temporal) return equal(a, b, budget) === true;
  return String(a) === String(b) && timeOf(a)?.second === timeOf(b)?.second;
}

/** A date counts as midnight in UTC beside a date and time. */
export const asDateTime = (value: FeelDate | FeelDateTime): FeelDateTime =>
  'time' in value ? value : midnight(value);
