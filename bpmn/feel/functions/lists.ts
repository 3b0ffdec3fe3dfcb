/** List functions that make lists, or look into them (DMN 1.5, 10.3.4.4). */
import type { Frame } from '../evaluate/frame.js';
import { run } from '../evaluate/invoke.js';
import { equal } from '../values/compare.js';
import { FeelFunction } from '../values/function.js';
import { kindOf, type Value } from '../values/kinds.js';
import { brief, index, type Num } from '../values/number.js';
import { builtin, type Builtin } from './builtin.js';
import { truncated } from './numbers.js';

const isEqual = (a: Value, b: Value, { budget }: Frame): boolean => equal(a, b, budget) === true;

/** Counts the elements of a list that is made. */
function made(frame: Frame, list: Value[]): Value[] {
  frame.budget.elements(list.length);
  return list;
}

/** Position from 0; undefined, and says so, where there is none. */
function placeIn(frame: Frame, list: readonly Value[], position: Num): number | undefined {
  const at = index(truncated(position));
  const place = at > 0 ? at - 1 : list.length + at;
  if (at !== 0 && place >= 0 && place < list.length) return place;
  frame.none(`列表有 ${list.length} 个元素，没有第 ${brief(position)} 个`);
  return undefined;
}

function distinct(frame: Frame, list: readonly Value[]): Value[] {
  const found: Value[] = [];
  const seen = new Set<string>();
  for (const item of list) {
    // Most lists are of texts, which need not be compared with each other.
    if (typeof item === 'string') {
      frame.budget.operations();
      if (seen.has(item)) continue;
      seen.add(item);
    } else if (found.some((other) => isEqual(other, item, frame))) continue;
    found.push(item);
  }
  return made(frame, found);
}

function flatten(frame: Frame, list: readonly Value[], into: Value[]): Value[] {
  frame.budget.enter(1);
  for (const item of list) {
    frame.budget.operations();
    if (kindOf(item) === 'list') {
      flatten(frame, item as Value[], into);
    } else {
      frame.budget.elements(1);
      into.push(item);
    }
  }
  frame.budget.leave(1);
  return into;
}

function replaced(frame: Frame, list: Value[], match: FeelFunction, item: Value): Value {
  if (match.parameters && match.parameters.length !== 2) {
    return frame.none('list replace 的函数须有两个参数');
  }
  const result: Value[] = [];
  for (const each of made(frame, list)) {
    const matches = run(match, [each, item], frame);
    if (typeof matches !== 'boolean')
      return frame.none('list replace 的函数没有得到 true 或 false');
    result.push(matches ? item : each);
  }
  return result;
}

export const lists: Builtin[] = [
  builtin('list contains', 'list: list, element: any', (frame, list: Value[], element: Value) =>
    list.some((item) => isEqual(item, element, frame)),
  ),
  builtin(
    'sublist',
    'list: list, start position: number, [length: number]',
    (frame, list: Value[], start: Num, length: Num | undefined) => {
      const from = placeIn(frame, list, start);
      const count = length === undefined ? list.length : index(truncated(length));
      if (from === undefined) return null;
      if (Number.isNaN(count) || count < 0) return frame.none('sublist 的长度不能小于 0');
      if (length !== undefined && from + count > list.length) {
        return frame.none(`列表从第 ${from + 1} 个起没有 ${count} 个元素`);
      }
      return made(frame, list.slice(from, from + count));
    },
  ),
  builtin('append', 'list: list, ...item: any', (frame, list: Value[], items: Value[]) =>
    made(frame, [...list, ...items]),
  ),
  builtin('concatenate', '...list: any', (frame, all: Value[]) => concatenated(frame, all)),
  builtin('union', '...list: any', (frame, all: Value[]) => {
    const whole = concatenated(frame, all);
    return whole && distinct(frame, whole);
  }),
  builtin(
    'insert before',
    'list: list, position: number, newItem: any',
    (frame, list: Value[], position: Num, item: Value) => {
      const at = placeIn(frame, list, position);
      if (at === undefined) return null;
      return made(frame, [...list.slice(0, at), item, ...list.slice(at)]);
    },
  ),
  builtin('remove', 'list: list, position: number', (frame, list: Value[], position: Num) => {
    const at = placeIn(frame, list, position);
    return at === undefined ? null : made(frame, [...list.slice(0, at), ...list.slice(at + 1)]);
  }),
  builtin('reverse', 'list: list', (frame, list: Value[]) => made(frame, [...list].reverse())),
  builtin('index of', 'list: list, match: any', (frame, list: Value[], match: Value) =>
    made(
      frame,
      list.flatMap((item, at) => (isEqual(item, match, frame) ? [at + 1] : [])),
    ),
  ),
  builtin('distinct values', 'list: list', (frame, list: Value[]) => distinct(frame, list)),
  builtin('flatten', 'list: list', (frame, list: Value[]) => flatten(frame, list, [])),
  builtin(
    'list replace',
    'list: list, position: number, newItem: any',
    (frame, list: Value[], position: Num, item: Value) => {
      const at = placeIn(frame, list, position);
      return at === undefined ? null : made(frame, list.with(at, item));
    },
  ),
  builtin('list replace', 'list: list, match: function, newItem: any', replaced),
];

function concatenated(frame: Frame, all: readonly Value[]): Value[] | null {
  if (all.some((each) => kindOf(each) === 'null')) return frame.none('列表是空值');
  const lists = all.map((each) => (kindOf(each) === 'list' ? (each as Value[]) : [each]));
  // counted first: one list may be named a thousand times
  frame.budget.elements(lists.reduce((sum, { length }) => sum + length, 0));
  return lists.flat();
}
