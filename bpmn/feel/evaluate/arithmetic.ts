/** `+ - * / **` over numbers, texts, dates and durations (DMN 1.5, tables 56 to 60). */
import type { NodeOf, Operator } from '../syntax/ast.js';
import type { Edition } from '../edition.js';
import { asDateTime, payForZones } from '../values/compare.js';
import { NANOS } from '../values/calendar.js';
import {
  FeelDateTime,
  plusMonths,
  plusNanos,
  plusTime,
  type FeelDate,
  type FeelTime,
} from '../values/dates.js';
import {
  DaysAndTime,
  nanosOf,
  ofNanos,
  YearsAndMonths,
  yearsAndMonths,
} from '../values/duration.js';
import { kindOf, nameOfKind, type Kind, type Value } from '../values/kinds.js';
import {
  add,
  decimal,
  divide,
  isNumber,
  isWhole,
  isZero,
  multiply,
  negate,
  power,
  subtract,
  type Num,
} from '../values/number.js';
import type { Compile, Run } from './run.js';
import type { Frame } from './frame.js';

type Operation = (a: never, b: never, edition: Edition) => Value;

const numbers: Readonly<Record<Operator, (a: Num, b: Num) => Num | null>> = {
  '+': add,
  '-': subtract,
  '*': multiply,
  '/': divide,
  '**': power,
};

export function compileArithmetic(node: NodeOf<'arithmetic'>, compile: Compile): Run {
  const { operator } = node;
  const [left, right] = [compile(node.left), compile(node.right)];
  const ofNumbers = numbers[operator];
  return (frame) => {
    const [a, b] = [left(frame), right(frame)];
    if (operator === '**') frame.budget.pay(isNumber(b) && isWhole(b) ? 'wholePower' : 'power');
    else frame.budget.operations();
    if (isNumber(a) && isNumber(b)) {
      return ofNumbers(a, b) ?? frame.none(noNumber(operator, b), node);
    }
    return ofOthers(a, b, node, frame);
  };
}

const noNumber = (operator: Operator, b: Num): string =>
  operator === '/' && isZero(b) ? '除数是 0' : '结果不是数字，或者太大';

function ofOthers(a: Value, b: Value, node: NodeOf<'arithmetic'>, frame: Frame): Value {
  const { operator } = node;
  if (operator === '+' && typeof a === 'string' && typeof b === 'string') {
    frame.budget.text(a.length + b.length);
    return a + b;
  }
  const operation = operations[`${kindOf(a)} ${operator} ${kindOf(b)}`];
  if (!operation) {
    return frame.none(`${nameOfKind(a)}与${nameOfKind(b)}不能用“${operator}”计算`, node);
  }
  return carriedOut(operation, a, b, frame) ?? frame.none('结果超出范围', node);
}

function carriedOut(operation: Operation, a: Value, b: Value, { budget }: Frame): Value {
  payForZones(budget, a, b);
  return operation(a as never, b as never, budget.edition);
}

const DAYS: Kind = 'days and time duration';
const MONTHS: Kind = 'years and months duration';

const instants = (a: FeelDate | FeelDateTime, b: FeelDate | FeelDateTime): DaysAndTime | null => {
  const [one, other] = [asDateTime(a), asDateTime(b)];
  // Without a zone nobody knows when it was.
  if ((one.offset === undefined) !== (other.offset === undefined)) return null;
  return new DaysAndTime(one.instant - other.instant);
};

const laterDay = (date: FeelDate, nanos: bigint): Value =>
  plusNanos(asDateTime(date), nanos)?.date ?? null;
const later = (a: FeelDateTime, b: DaysAndTime, { tellsHoursApart }: Edition): Value =>
  plusNanos(a, b.nanos, tellsHoursApart);
const sooner = ({ nanos }: DaysAndTime): bigint => -nanos;
const withMonths = ({ date, time }: FeelDateTime, months: number): Value => {
  const later = plusMonths(date, months);
  return later && new FeelDateTime(later, time);
};

function ratio(a: Num, b: Num): Value {
  return isZero(b) ? null : divide(a, b);
}

const times = (duration: DaysAndTime, factor: Num): Value =>
  ofNanos(nanosOf(duration).times(decimal(factor)));
const monthsTimes = ({ months }: YearsAndMonths, factor: Num): Value =>
  yearsAndMonths(decimal(factor).times(months).truncated().toNumber());

const operations: Readonly<Record<string, Operation>> = {
  [`date + ${DAYS}`]: (a: FeelDate, b: DaysAndTime) => laterDay(a, b.nanos),
  [`${DAYS} + date`]: (a: DaysAndTime, b: FeelDate) => laterDay(b, a.nanos),
  [`date - ${DAYS}`]: (a: FeelDate, b: DaysAndTime) => laterDay(a, sooner(b)),
  [`date + ${MONTHS}`]: (a: FeelDate, b: YearsAndMonths) => plusMonths(a, b.months),
  [`${MONTHS} + date`]: (a: YearsAndMonths, b: FeelDate) => plusMonths(b, a.months),
  [`date - ${MONTHS}`]: (a: FeelDate, b: YearsAndMonths) => plusMonths(a, -b.months),
  'date - date': (a: FeelDate, b: FeelDate) =>
    new DaysAndTime(BigInt(a.days - b.days) * 86_400n * BigInt(NANOS)),
  'date - date and time': instants,
  'date and time - date': instants,
  'date and time - date and time': instants,
  [`date and time + ${DAYS}`]: later,
  [`${DAYS} + date and time`]: (a: DaysAndTime, b: FeelDateTime, edition) => later(b, a, edition),
  [`date and time - ${DAYS}`]: (a: FeelDateTime, b: DaysAndTime, edition) =>
    later(a, new DaysAndTime(-b.nanos), edition),
  [`date and time + ${MONTHS}`]: (a: FeelDateTime, b: YearsAndMonths) => withMonths(a, b.months),
  [`${MONTHS} + date and time`]: (a: YearsAndMonths, b: FeelDateTime) => withMonths(b, a.months),
  [`date and time - ${MONTHS}`]: (a: FeelDateTime, b: YearsAndMonths) => withMonths(a, -b.months),
  [`time + ${DAYS}`]: (a: FeelTime, b: DaysAndTime) => plusTime(a, b.nanos),
  [`${DAYS} + time`]: (a: DaysAndTime, b: FeelTime) => plusTime(b, a.nanos),
  [`time - ${DAYS}`]: (a: FeelTime, b: DaysAndTime) => plusTime(a, sooner(b)),
  'time - time': (a: FeelTime, b: FeelTime) => {
    const shift = (a.offset() ?? 0) - (b.offset() ?? 0);
    return new DaysAndTime(BigInt(a.nanos - b.nanos) - BigInt(shift) * BigInt(NANOS));
  },
  [`${DAYS} + ${DAYS}`]: (a: DaysAndTime, b: DaysAndTime) => new DaysAndTime(a.nanos + b.nanos),
  [`${DAYS} - ${DAYS}`]: (a: DaysAndTime, b: DaysAndTime) => new DaysAndTime(a.nanos - b.nanos),
  [`${DAYS} * number`]: times,
  [`number * ${DAYS}`]: (a: Num, b: DaysAndTime) => times(b, a),
  [`${DAYS} / number`]: (a: DaysAndTime, b: Num) =>
    isZero(b) ? null : ofNanos(nanosOf(a).dividedBy(decimal(b))),
  [`${DAYS} / ${DAYS}`]: (a: DaysAndTime, b: DaysAndTime) => ratio(nanosOf(a), nanosOf(b)),
  [`${MONTHS} + ${MONTHS}`]: (a: YearsAndMonths, b: YearsAndMonths) =>
    yearsAndMonths(a.months + b.months),
  [`${MONTHS} - ${MONTHS}`]: (a: YearsAndMonths, b: YearsAndMonths) =>
    yearsAndMonths(a.months - b.months),
  [`${MONTHS} * number`]: monthsTimes,
  [`number * ${MONTHS}`]: (a: Num, b: YearsAndMonths) => monthsTimes(b, a),
  [`${MONTHS} / number`]: (a: YearsAndMonths, b: Num) =>
    isZero(b)
      ? null
      : yearsAndMonths(decimal(a.months).dividedBy(decimal(b)).truncated().toNumber()),
  [`${MONTHS} / ${MONTHS}`]: (a: YearsAndMonths, b: YearsAndMonths) => ratio(a.months, b.months),
};

/** Whether there is any value on the other side with which a value of this kind can be reckoned. */
export function operatesOn(kind: Kind, operator: Operator, side: 'left' | 'right'): boolean {
  if (kind === 'number' || (kind === 'string' && operator === '+')) return true;
  const own = side === 'left' ? `${kind} ${operator} ` : ` ${operator} ${kind}`;
  return Object.keys(operations).some((key) =>
    side === 'left' ? key.startsWith(own) : key.endsWith(own),
  );
}

/** Also used by `sum`. */
export function plus(a: Value, b: Value, frame: Frame): Value {
  if (isNumber(a) && isNumber(b)) return add(a, b) ?? frame.none('结果太大');
  const operation = operations[`${kindOf(a)} + ${kindOf(b)}`];
  return operation
    ? (carriedOut(operation, a, b, frame) ?? frame.none('结果超出范围'))
    : frame.none(`${nameOfKind(a)}与${nameOfKind(b)}不能相加`);
}

export function compileNegation(node: NodeOf<'negation'>, compile: Compile): Run {
  const of = compile(node.of);
  return (frame) => {
    frame.budget.operations();
    const value = of(frame);
    if (isNumber(value)) return negate(value);
    if (value instanceof DaysAndTime) return new DaysAndTime(-value.nanos);
    if (value instanceof YearsAndMonths) return yearsAndMonths(-value.months);
    return frame.none(`${nameOfKind(value)}不能取负`, node);
  };
}
