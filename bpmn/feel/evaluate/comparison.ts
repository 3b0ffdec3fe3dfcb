import type { Comparator, NodeOf } from '../syntax/ast.js';
import { compare, equal } from '../values/compare.js';
import { nameOfKind, type Value } from '../values/kinds.js';
import { FeelRange } from '../values/range.js';
import type { Compile, Run } from './run.js';
import type { Frame, Span } from './frame.js';

const holds: Readonly<Record<Exclude<Comparator, '=' | '!='>, (order: number) => boolean>> = {
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

export function compileCompare(node: NodeOf<'compare'>, compile: Compile): Run {
  const { operator } = node;
  const [left, right] = [compile(node.left), compile(node.right)];
  if (operator === '=' || operator === '!=') {
    return (frame) => {
      const [a, b] = [left(frame), right(frame)];
      const same = equal(a, b, frame.budget);
      if (same === null) return incomparable(a, b, node, frame);
      return operator === '=' ? same : !same;
    };
  }
  const test = holds[operator];
  return (frame) => {
    frame.budget.operations();
    const [a, b] = [left(frame), right(frame)];
    const order = compare(a, b, frame.budget);
    return order === null ? incomparable(a, b, node, frame) : test(order);
  };
}

const incomparable = (a: Value, b: Value, span: Span, frame: Frame): null =>
  frame.none(`${nameOfKind(a)}与${nameOfKind(b)}不能比较`, span);

export function compileBetween(node: NodeOf<'between'>, compile: Compile): Run {
  const [of, low, high] = [compile(node.of), compile(node.low), compile(node.high)];
  return (frame) => {
    frame.budget.operations(2);
    const [value, least, most] = [of(frame), low(frame), high(frame)];
    const [above, below] = [
      compare(value, least, frame.budget),
      compare(value, most, frame.budget),
    ];
    if (above === null) return incomparable(value, least, node, frame);
    if (below === null) return incomparable(value, most, node, frame);
    return above >= 0 && below <= 0;
  };
}

export function compileRange(node: NodeOf<'range'>, compile: Compile): Run {
  const start = node.start && compile(node.start);
  const end = node.end && compile(node.end);
  return (frame) => {
    frame.budget.operations();
    const [least, most] = [start?.(frame), end?.(frame)];
    const bothGiven = least !== undefined && most !== undefined && least !== null && most !== null;
    if (bothGiven && compare(least, most, frame.budget) === null) {
      return incomparable(least, most, node, frame);
    }
    return new FeelRange(least, most, node.startIncluded, node.endIncluded);
  };
}

/** `(= 5)` as a value: what is equal to it. */
export function compileEquals(node: NodeOf<'equals'>, compile: Compile): Run {
  const { operator } = node;
  const run = compile(node.value);
  return (frame) => {
    const value = run(frame);
    return new FeelRange(value, value, true, true, operator);
  };
}
