/** `sort` (DMN 1.5, 10.3.4.8). */
import type { Frame } from '../evaluate/frame.js';
import { run } from '../evaluate/invoke.js';
import { compare } from '../values/compare.js';
import type { FeelFunction } from '../values/function.js';
import type { Value } from '../values/kinds.js';
import { builtin, type Builtin } from './builtin.js';

/** Whether the first comes before the second; null where that cannot be said. */
type Precedes = (a: Value, b: Value) => boolean | null;

/** Merges, so that the number of comparisons does not depend on the machine's own sorting. */
function sorted(list: readonly Value[], precedes: Precedes, frame: Frame): Value[] | null {
  frame.budget.elements(list.length);
  if (list.length < 2) return [...list];
  const half = list.length >> 1;
  const left = sorted(list.slice(0, half), precedes, frame);
  const right = left && sorted(list.slice(half), precedes, frame);
  return left && right && merged(left, right, precedes);
}

/** What is equal keeps its order. */
function merged(
  left: readonly Value[],
  right: readonly Value[],
  precedes: Precedes,
): Value[] | null {
  const result: Value[] = [];
  let [a, b] = [0, 0];
  while (a < left.length && b < right.length) {
    const rightFirst = precedes(right[b], left[a]);
    if (rightFirst === null) return null;
    result.push(rightFirst ? right[b++] : left[a++]);
  }
  return [...result, ...left.slice(a), ...right.slice(b)];
}

export const sorting: Builtin[] = [
  builtin('sort', 'list: list', (frame, list: Value[]) => {
    const precedes: Precedes = (a, b) => {
      const order = compare(a, b, frame.budget);
      return order === null ? null : order < 0;
    };
    return sorted(list, precedes, frame) ?? frame.none('sort 的元素不是同类可比较的值');
  }),
  builtin(
    'sort',
    'list: list, precedes: function',
    (frame, list: Value[], precedes: FeelFunction) => {
      if (precedes.parameters && precedes.parameters.length !== 2) {
        return frame.none('sort 的函数须有两个参数');
      }
      const before: Precedes = (a, b) => {
        const result = run(precedes, [a, b], frame);
        return typeof result === 'boolean' ? result : null;
      };
      return sorted(list, before, frame) ?? frame.none('sort 的函数没有得到 true 或 false');
    },
  ),
];
