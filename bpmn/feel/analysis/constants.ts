/** Parts of an expression that no variable changes, evaluated before anybody waits for them. */
import { Budget } from '../budget.js';
import { compile } from '../evaluate/compile.js';
import { Frame, type Warning } from '../evaluate/frame.js';
import { Variables } from '../evaluate/scope.js';
import { builtinNamed } from '../functions/index.js';
import { partsOf, type Node } from '../syntax/ast.js';
import { kindOf, type Kind } from '../values/kinds.js';
import { allNames } from './names.js';

/** What a constant may cost here; a dearer one is looked at when it is evaluated. */
const LIMITS = { operations: 10_000, elements: 10_000, text: 100_000 };
/** Clock of the evaluation: no finding depends on which day it is. */
const SOME_DAY = Date.UTC(2024, 0, 15);

export interface Constant {
  kind: Kind;
  warnings: readonly Warning[];
}

/** Whether it has one value, whatever the variables are. */
export function isConstant(node: Node): boolean {
  return (
    node.kind !== 'name' &&
    !holds(node, ({ kind }) => kind === 'input') &&
    allNames(node).every(({ name, called }) => called && builtinNamed(name) !== undefined)
  );
}

/** Its value's kind and what was wrong; undefined where it costs too much to say. */
export function constantOf(node: Node, text: string): Constant | undefined {
  const warnings: Warning[] = [];
  const shared = { text, budget: new Budget(LIMITS), now: SOME_DAY, warnings };
  try {
    const value = compile(node)(new Frame(shared, new Variables({}), node));
    return { kind: kindOf(value), warnings };
  } catch {
    return undefined;
  }
}

function holds(node: Node, is: (node: Node) => boolean): boolean {
  return is(node) || partsOf(node).some((part) => holds(part, is));
}
