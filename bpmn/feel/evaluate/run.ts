import type { Node } from '../syntax/ast.js';
import type { Value } from '../values/kinds.js';
import type { Frame } from './frame.js';

/** An expression, ready to be evaluated. */
export type Run = (frame: Frame) => Value;

/** Makes a part of an expression ready. */
export type Compile = (node: Node) => Run;
