/** An expression as a function that evaluates it: made once, run often. */
import type { Node, NodeOf } from '../syntax/ast.js';
import { compileArithmetic, compileNegation } from './arithmetic.js';
import { compileCall, compileFunction } from './calls.js';
import { compileBetween, compileCompare, compileEquals, compileRange } from './comparison.js';
import { compileContext, compileFilter, compileList, compilePath } from './collections.js';
import { compileAnd, compileIf, compileOr } from './logic.js';
import { compileFor, compileQuantified } from './loops.js';
import { compileName } from './names.js';
import type { Compile, Run } from './run.js';
import { compileIn } from './tests.js';
import { compileInstance } from './types.js';

type Compilers = { [Kind in Node['kind']]: (node: NodeOf<Kind>, compile: Compile) => Run };

const compilers: Compilers = {
  literal: (node) => {
    const { value, wrong } = node;
    return wrong === undefined ? () => value : (frame) => frame.none(wrong, node);
  },
  name: compileName,
  input: () => (frame) => frame.scope.get('?') ?? null,
  path: compilePath,
  filter: compileFilter,
  call: compileCall,
  list: compileList,
  context: compileContext,
  range: compileRange,
  equals: compileEquals,
  compare: compileCompare,
  arithmetic: compileArithmetic,
  negation: compileNegation,
  and: compileAnd as Compilers['and'],
  or: compileOr as Compilers['or'],
  if: compileIf,
  for: compileFor,
  some: compileQuantified as Compilers['some'],
  every: compileQuantified as Compilers['every'],
  between: compileBetween,
  in: compileIn,
  instance: compileInstance,
  function: compileFunction,
};

export const compile: Compile = (node) =>
  (compilers[node.kind] as (node: Node, compile: Compile) => Run)(node, compile);
