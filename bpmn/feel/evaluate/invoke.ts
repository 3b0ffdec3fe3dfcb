/** Calls of functions that are values. */
import type { FeelFunction } from '../values/function.js';
import type { Value } from '../values/kinds.js';
import type { Arguments } from './arguments.js';
import { Frame, type Span } from './frame.js';

export function invoke(target: FeelFunction, given: Arguments, span: Span, frame: Frame): Value {
  const values = inOrder(target, given, span, frame);
  return values === null ? null : run(target, values, new Frame(frame.shared, frame.scope, span));
}

/** Calls a function by place, as functions over lists do. */
export function run(target: FeelFunction, values: readonly Value[], frame: Frame): Value {
  frame.budget.operations();
  frame.budget.enter(target.depth);
  const result = target.call(values, frame) ?? null;
  frame.budget.leave(target.depth);
  return result;
}

function inOrder(
  { parameters }: FeelFunction,
  { values, names }: Arguments,
  span: Span,
  frame: Frame,
): readonly Value[] | null {
  if (!parameters) return values;
  if (names) {
    const strange = names.find((name) => !parameters.includes(name));
    if (strange !== undefined) return frame.none(`函数没有参数“${strange}”`, span);
    if (names.length < parameters.length) {
      return wrongNumber(parameters, names.length, span, frame);
    }
    return parameters.map((name) => values[names.indexOf(name)] ?? null);
  }
  return values.length === parameters.length
    ? values
    : wrongNumber(parameters, values.length, span, frame);
}

const wrongNumber = (
  parameters: readonly string[],
  given: number,
  span: Span,
  frame: Frame,
): null => frame.none(`函数有 ${parameters.length} 个参数，给了 ${given} 个`, span);
