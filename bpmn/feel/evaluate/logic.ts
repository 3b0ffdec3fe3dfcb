/** Three-valued logic: what is neither true nor false is null (DMN 1.5, tables 50 and 51). */
import type { Node, NodeOf } from '../syntax/ast.js';
import { nameOfKind, type Value } from '../values/kinds.js';
import type { Compile, Run } from './run.js';
import type { Frame } from './frame.js';

type Binary = NodeOf<'and' | 'or'>;

export const compileAnd = (node: Binary, compile: Compile): Run =>
  compileJunction(node, false, compile);
export const compileOr = (node: Binary, compile: Compile): Run =>
  compileJunction(node, true, compile);

/** @param decisive the value of one side that decides, whatever the other is */
function compileJunction({ left, right }: Binary, decisive: boolean, compile: Compile): Run {
  const [first, second] = [compile(left), compile(right)];
  return (frame) => {
    frame.budget.operations();
    const a = truth(first(frame), left, frame);
    if (a === decisive) return decisive;
    const b = truth(second(frame), right, frame);
    if (b === decisive) return decisive;
    return a === null || b === null ? null : !decisive;
  };
}

export function truth(value: Value, node: Node, frame: Frame): boolean | null {
  if (typeof value === 'boolean') return value;
  if (value === null || value === undefined) return null;
  return frame.none(`应为 true 或 false，实际是${nameOfKind(value)}`, node);
}

/** Only true is true. */
export function compileIf({ condition, then, otherwise }: NodeOf<'if'>, compile: Compile): Run {
  const [test, first, second] = [compile(condition), compile(then), compile(otherwise)];
  return (frame) => {
    frame.budget.operations();
    return truth(test(frame), condition, frame) === true ? first(frame) : second(frame);
  };
}
