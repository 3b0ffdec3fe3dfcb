/** Conversion functions (DMN 1.5, 10.3.4.1). */
import type { Frame } from '../evaluate/frame.js';
import { NANOS } from '../values/calendar.js';
import { compare } from '../values/compare.js';
import {
  FeelDate,
  FeelDateTime,
  FeelTime,
  makeDate,
  makeTime,
  readDate,
  readDateTime,
  readTime,
} from '../values/dates.js';
import { readDuration, type DaysAndTime } from '../values/duration.js';
import type { Value } from '../values/kinds.js';
import { decimal, index, parseNumber, type Num } from '../values/number.js';
import { FeelRange } from '../values/range.js';
import { readTemporal } from '../values/temporal.js';
import { write } from '../values/text.js';
import { readText } from '../syntax/text.js';
import { UTC } from '../values/zone.js';
import { builtin, type Builtin } from './builtin.js';

/** Of a text; null, and says so, where it is none. */
const read = (name: string, reading: (text: string) => Value): Builtin =>
  builtin(
    name,
    'from: string',
    (frame, from: string) => reading(from) ?? frame.none(`“${shown(from)}”不是 ${name} 的文本`),
  );

const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

const NUMBER = /^-?(\d+(\.\d+)?|\.\d+)([eE][+-]?\d+)?$/;

function numberOf(frame: Frame, text: string): Value {
  frame.budget.operations(text.length >> 2);
  return NUMBER.test(text) ? parseNumber(text) : frame.none(`“${shown(text)}”不是数字`);
}

function separated(
  frame: Frame,
  from: string,
  grouping: string | null,
  point: string | null,
): Value {
  const allowed = [null, ' ', ',', '.'].includes(grouping) && [null, ',', '.'].includes(point);
  if (!allowed || (grouping !== null && grouping === point)) {
    return frame.none('分组符只能是空格、逗号或点，小数点只能是点或逗号，两者不能相同');
  }
  frame.budget.text(from.length);
  const ungrouped = grouping === null ? from : from.replaceAll(grouping, '');
  const decimalPoint = point ?? '.';
  if (decimalPoint === ',' && ungrouped.includes('.'))
    return frame.none(`“${shown(from)}”不是数字`);
  return numberOf(frame, decimalPoint === ',' ? ungrouped.replace(',', '.') : ungrouped);
}

/** `second` may have a fraction. */
function timeOf(
  frame: Frame,
  hour: Num,
  minute: Num,
  second: Num,
  offset: DaysAndTime | null,
): Value {
  const nanos = decimal(second).times(NANOS).truncated();
  const whole = Math.floor(nanos.toNumber() / NANOS);
  const east = offset ? Number(offset.nanos / BigInt(NANOS)) : undefined;
  const zone = east === undefined ? undefined : { offset: east + 0 };
  const tooFar = east !== undefined && Math.abs(east) > 18 * 3600;
  const time = makeTime(index(hour), index(minute), whole, nanos.toNumber() - whole * NANOS, zone);
  return tooFar || !time ? frame.none('没有这样的时刻') : time;
}

const END =
  /^(null|-?\d+(?:\.\d+)?|"(?:[^"\\]|\\.)*"|@"[^"]*"|(date and time|date|time|duration)\("([^"]*)"\))$/;
const RANGE = /^\s*([[\](])\s*([^]*?)\s*\.\.\s*([^]*?)\s*([\])[])\s*$/;

/** One end as it is written: a literal. */
function endOf(text: string): Value {
  const [, literal, kind, inner] = END.exec(text) ?? [];
  if (literal === undefined) return undefined;
  if (kind !== undefined) return byName[kind]?.(inner ?? '') ?? undefined;
  if (literal.startsWith('"')) return readText(literal);
  if (literal.startsWith('@')) return readTemporal(literal.slice(2, -1)) ?? undefined;
  return literal === 'null' ? undefined : (parseNumber(literal) ?? undefined);
}

const byName: Readonly<Record<string, (text: string) => Value>> = {
  date: readDate,
  time: readTime,
  'date and time': readDateTime,
  duration: readDuration,
};

function rangeOf(frame: Frame, from: string): Value {
  frame.budget.operations(from.length);
  const [, open, first, last, close] = from.length > 1000 ? [] : (RANGE.exec(from) ?? []);
  const [start, end] = [endOf(first ?? ''), endOf(last ?? '')];
  if (start === undefined || end === undefined) return frame.none(`“${shown(from)}”不是区间`);
  const order = compare(start, end, frame.budget);
  if (order === null || order > 0)
    return frame.none(`“${shown(from)}”不是区间：两端不能比较，或次序相反`);
  return new FeelRange(start, end, open === '[', close === ']');
}

export const conversions: Builtin[] = [
  read('date', readDate),
  builtin('date', 'from: date|date and time', (_frame, from: FeelDate | FeelDateTime) =>
    from instanceof FeelDateTime ? from.date : from,
  ),
  builtin(
    'date',
    'year: number, month: number, day: number',
    (frame, year: Num, month: Num, day: Num) =>
      makeDate(index(year), index(month), index(day)) ?? frame.none('没有这一天'),
  ),
  read('time', readTime),
  builtin(
    'time',
    'from: date|date and time|time',
    (_frame, from: FeelDate | FeelDateTime | FeelTime) => {
      if (from instanceof FeelDate) return new FeelTime(0, UTC);
      return from instanceof FeelDateTime ? from.time : from;
    },
  ),
  builtin(
    'time',
    'hour: number, minute: number, second: number, [offset: days and time duration?]',
    (frame, hour: Num, minute: Num, second: Num, offset: DaysAndTime | null | undefined) =>
      timeOf(frame, hour, minute, second, offset ?? null),
  ),
  read('date and time', readDateTime),
  builtin('date and time', 'from: date and time', (_frame, from: FeelDateTime) => from),
  builtin(
    'date and time',
    'date: date|date and time, time: time',
    (_frame, date: FeelDate | FeelDateTime, time: FeelTime) =>
      new FeelDateTime(date instanceof FeelDateTime ? date.date : date, time),
  ),
  read('duration', readDuration),
  builtin(
    'duration',
    'from: days and time duration|years and months duration',
    (_frame, from: Value) => from,
  ),
  builtin('number', 'from: string', numberOf),
  builtin('number', 'from: number', (_frame, from: Num) => from),
  builtin(
    'number',
    'from: string, grouping separator: string?, decimal separator: string?',
    separated,
  ),
  builtin('string', 'from: any', (frame, from: Value) => write(from, frame.budget)),
  builtin('range', 'from: string', rangeOf),
];
