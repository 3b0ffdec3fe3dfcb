/** Functions that make one value of a list, or of their arguments (DMN 1.5, 10.3.4.4). */
import type { Frame } from '../evaluate/frame.js';
import { plus } from '../evaluate/arithmetic.js';
import { compare } from '../values/compare.js';
import { kindOf, type Value } from '../values/kinds.js';
import {
  add,
  brief,
  compareNumbers,
  decimal,
  divide,
  finite,
  isNumber,
  multiply,
  type Num,
} from '../values/number.js';
import { builtin, type Builtin } from './builtin.js';

type OfList = (frame: Frame, list: Value[]) => Value;

/** Takes a list, or what would be in it one by one. */
function ofList(name: string, run: OfList): Builtin {
  const counted: OfList = (frame, list) => {
    frame.budget.operations(list.length);
    return run(frame, list);
  };
  const single = builtin(name, 'list: list', counted);
  const several = builtin(name, 'first: any, ...more: any', (frame, first: Value, more: Value[]) =>
    more.length === 0 ? frame.none(`函数 ${name} 的列表是空值`) : counted(frame, [first, ...more]),
  );
  return { name, forms: [...single.forms, ...several.forms] };
}

/** Null, and says so, unless all are numbers. */
const ofNumbers = (name: string, run: (frame: Frame, list: Num[]) => Value): Builtin =>
  ofList(name, (frame, list) =>
    list.every(isNumber)
      ? run(frame, list as Num[])
      : frame.none(`函数 ${name} 的列表里有的元素不是数字`),
  );

function extreme(name: string, sign: 1 | -1): Builtin {
  return ofList(name, (frame, list) => {
    let best: Value = list[0] ?? null;
    for (const item of list) {
      const order = compare(item, best, frame.budget);
      if (order === null) return frame.none(`函数 ${name} 的元素不是同类可比较的值`);
      if (order * sign > 0) best = item;
    }
    return best;
  });
}

/** As `and` or `or` over all. */
const junction = (name: string, decisive: boolean): Builtin =>
  ofList(name, (frame, list) => {
    if (list.some((item) => kindOf(item) !== 'boolean' && kindOf(item) !== 'null')) {
      return frame.none(`函数 ${name} 的列表里有的元素不是 true 或 false`);
    }
    if (list.includes(decisive)) return decisive;
    return list.some((item) => kindOf(item) === 'null') ? null : !decisive;
  });

function fold(list: readonly Num[], step: (a: Num, b: Num) => Num | null, from: Num): Num | null {
  let result: Num | null = from;
  for (const item of list) result = result === null ? null : step(result, item);
  return result;
}

const sumOf = (list: readonly Num[]): Num | null => fold(list, add, 0);

function meanOf(list: readonly Num[]): Num | null {
  const sum = sumOf(list);
  return sum === null ? null : divide(sum, list.length);
}

function sorted({ budget }: Frame, list: readonly Num[]): Num[] {
  budget.pay('order', Math.ceil(list.length * Math.log2(list.length + 1)));
  return [...list].sort(compareNumbers);
}

function median(frame: Frame, list: Num[]): Value {
  if (list.length === 0) return null;
  frame.budget.elements(list.length);
  const all = sorted(frame, list);
  const half = all.length >> 1;
  return all.length % 2 === 1 ? all[half]! : meanOf([all[half - 1]!, all[half]!]);
}

/** What occurs most often, in ascending order. */
function mode(frame: Frame, list: Num[]): Value {
  frame.budget.elements(list.length);
  const counts = new Map<string, { value: Num; count: number }>();
  for (const value of sorted(frame, list)) {
    const key = brief(decimal(value));
    counts.set(key, { value, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  const most = [...counts.values()].reduce((max, { count }) => Math.max(max, count), 0);
  return [...counts.values()].filter(({ count }) => count === most).map(({ value }) => value);
}

function deviation(frame: Frame, list: Num[]): Value {
  if (list.length < 2) return frame.none('stddev 至少要两个数字');
  frame.budget.operations(list.length * 2 + 50);
  const mean = meanOf(list);
  if (mean === null) return null;
  const squares = list.map((each) => decimal(each).minus(decimal(mean)).pow(2));
  const sum = sumOf(squares);
  return sum === null
    ? null
    : finite(
        decimal(sum)
          .dividedBy(list.length - 1)
          .sqrt(),
      );
}

export const statistics: Builtin[] = [
  builtin('count', 'list: list', (_frame, list: Value[]) => list.length),
  extreme('min', -1),
  extreme('max', 1),
  ofList('sum', (frame, list) => {
    let total: Value = list[0] ?? null;
    if (total !== null && list.length === 1) total = plus0(frame, total);
    for (const item of list.slice(1)) total = total === null ? null : plus(total, item, frame);
    return total;
  }),
  ofNumbers('mean', (_frame, list) => (list.length === 0 ? null : meanOf(list))),
  ofNumbers('product', (frame, list) =>
    list.length === 0 ? frame.none('product 的列表是空的') : fold(list, multiply, 1),
  ),
  ofNumbers('median', median),
  ofNumbers('mode', mode),
  ofNumbers('stddev', deviation),
  junction('all', false),
  junction('any', true),
];

/** A single value, if it can be added at all. */
const plus0 = (frame: Frame, value: Value): Value =>
  plus(value, value, frame) === null ? null : value;
