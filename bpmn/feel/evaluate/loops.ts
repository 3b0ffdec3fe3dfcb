/** `for`, `some` and `every`. Ranges are gone through one by one, never laid out. */
import type { Loop, NodeOf } from '../syntax/ast.js';
import { compare } from '../values/compare.js';
import { dateOfDays, FeelDate } from '../values/dates.js';
import { emptyContext, kindOf, nameOfKind, type Value } from '../values/kinds.js';
import { index, isNumber } from '../values/number.js';
import { FeelRange } from '../values/range.js';
import type { Compile, Run } from './run.js';
import type { Frame } from './frame.js';
import { truth } from './logic.js';
import { Bound } from './scope.js';

interface CompiledLoop {
  loop: Loop;
  over: Run;
  until?: Run;
}

const compileLoops = (loops: Loop[], compile: Compile): CompiledLoop[] =>
  loops.map((loop) => ({
    loop,
    over: compile(loop.over),
    ...(loop.until && { until: compile(loop.until) }),
  }));

/** `partial` is the list of what came of the rounds before. */
export function compileFor({ loops, result }: NodeOf<'for'>, compile: Compile): Run {
  const compiled = compileLoops(loops, compile);
  const body = compile(result);
  return (frame) => {
    const partial: Value[] = [];
    const done = rounds(compiled, { partial }, frame, (inside) => {
      const value = body(inside) ?? null;
      frame.budget.elements(1);
      partial.push(value);
      return true;
    });
    return done === null ? null : partial;
  };
}

/** As `or` and `and` over all rounds. */
export function compileQuantified(node: NodeOf<'some' | 'every'>, compile: Compile): Run {
  const { kind, loops, condition } = node;
  const compiled = compileLoops(loops, compile);
  const body = compile(condition);
  const decisive = kind === 'some';
  return (frame) => {
    let unknown = false;
    const done = rounds(compiled, {}, frame, (inside) => {
      const value = truth(body(inside), condition, frame);
      unknown ||= value === null;
      return value !== decisive;
    });
    if (done === null) return null;
    if (!done) return decisive;
    return unknown ? null : !decisive;
  };
}

/**
 * Runs the body once for each combination, the last loop fastest.
 * @param body whether to go on
 * @returns whether all rounds were run; null when there is nothing to go through
 */
function rounds(
  loops: readonly CompiledLoop[],
  bound: Record<string, Value>,
  frame: Frame,
  body: (inside: Frame) => boolean,
): boolean | null {
  const [first, ...rest] = loops;
  if (!first) return body(frame.within(new Bound(bound, frame.scope)));
  const outer = frame.within(new Bound(bound, frame.scope));
  const values = iteration(first, outer);
  if (!values) return null;
  for (const value of values) {
    frame.budget.operations();
    const own = Object.assign(emptyContext(), bound, { [first.loop.name]: value });
    const went = rounds(rest, own, frame, body);
    if (went !== true) return went;
  }
  return true;
}

function iteration({ loop, over, until }: CompiledLoop, frame: Frame): Iterable<Value> | null {
  const from = over(frame);
  if (until) {
    const steps = between(from, until(frame));
    return steps ?? frame.none('循环的两端须是整数，或都是日期', loop.over);
  }
  if (from instanceof FeelRange) {
    const whole = within(from, frame);
    return whole ?? frame.none('循环的区间须有整数或日期的两端，前小后大', loop.over);
  }
  const kind = kindOf(from);
  if (kind === 'list') return from as Value[];
  if (kind === 'null') return frame.none('循环的列表是空值', loop.over);
  return kind === 'function' ? frame.none(`${nameOfKind(from)}不能循环`, loop.over) : [from];
}

/** Up or down, both ends included. */
function between(from: Value, to: Value): Iterable<Value> | null {
  if (isNumber(from) && isNumber(to)) {
    const [first, last] = [index(from), index(to)];
    return Number.isNaN(first) || Number.isNaN(last) ? null : steps(first, last, (at) => at);
  }
  if (from instanceof FeelDate && to instanceof FeelDate)
    return steps(from.days, to.days, dateOfDays);
  return null;
}

function within(
  { start, end, startIncluded, endIncluded }: FeelRange,
  frame: Frame,
): Iterable<Value> | null {
  const order = compare(start, end, frame.budget);
  const all = between(start, end);
  if (all === null || order === null) return null;
  if (order > 0) return null;
  return inside(all, start, end, startIncluded, endIncluded, frame);
}

function* inside(
  all: Iterable<Value>,
  start: Value,
  end: Value,
  startIncluded: boolean,
  endIncluded: boolean,
  { budget }: Frame,
): Generator<Value> {
  for (const value of all) {
    if (!startIncluded && compare(value, start, budget) === 0) continue;
    if (!endIncluded && compare(value, end, budget) === 0) continue;
    yield value;
  }
}

function* steps(first: number, last: number, value: (at: number) => Value): Generator<Value> {
  const step = first <= last ? 1 : -1;
  for (let at = first; step > 0 ? at <= last : at >= last; at += step) yield value(at);
}
