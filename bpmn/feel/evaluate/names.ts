import { builtinFunction } from '../functions/index.js';
import type { NodeOf } from '../syntax/ast.js';
import type { Run } from './run.js';

/** A variable; where there is none, FEEL's own function of that name. */
export const compileName =
  (node: NodeOf<'name'>): Run =>
  (frame) => {
    frame.budget.operations();
    const value = frame.scope.get(node.name);
    if (value !== undefined) return value;
    return builtinFunction(node.name) ?? frame.none(`没有变量“${node.name}”`, node);
  };
