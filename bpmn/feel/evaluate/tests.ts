/** Unary tests and `in`: whether a value is what is asked for (DMN 1.5, 7.3.2 and table 55). */
import { partsOf, type Node, type NodeOf, type Tests } from '../syntax/ast.js';
import { contains, equal } from '../values/compare.js';
import { kindOf, nameOfKind, type Value } from '../values/kinds.js';
import { FeelRange } from '../values/range.js';
import type { Compile, Run } from './run.js';
import type { Frame, Span } from './frame.js';
import { truth } from './logic.js';
import { Bound } from './scope.js';

export type Test = (frame: Frame, value: Value) => boolean | null;

/** Of several tests one is enough; null where none passes and one cannot be told. */
export function compileTests(tests: Tests, compile: Compile): Test {
  if (tests.any) return () => true;
  const one = anyOf(tests.tests.map((test) => compileTest(test, compile)));
  if (!tests.negated) return one;
  return (frame, value) => {
    const passes = one(frame, value);
    return passes === null ? null : !passes;
  };
}

const anyOf =
  (tests: Test[]): Test =>
  (frame, value) => {
    let unknown = false;
    for (const test of tests) {
      const passes = test(frame, value);
      if (passes === true) return true;
      unknown ||= passes === null;
    }
    return unknown ? null : false;
  };

export function compileIn(node: NodeOf<'in'>, compile: Compile): Run {
  const of = compile(node.of);
  const test = anyOf(node.tests.map((test) => compileTest(test, compile)));
  return (frame) => test(frame, of(frame));
}

export function compileTest(node: Node, compile: Compile): Test {
  if (node.kind === 'equals') return equality(node, compile);
  if (usesInput(node)) return outcome(node, compile);
  const run = compile(node);
  const decides = DECIDING.has(node.kind);
  const isCall = node.kind === 'call';
  return (frame, value) => {
    frame.budget.operations();
    const wanted = run(frame);
    if (typeof wanted === 'boolean' && (decides || (isCall && typeof value !== 'boolean'))) {
      return wanted;
    }
    if (wanted === null && decides) return null;
    return matches(wanted, value, frame, node);
  };
}

/** What yields true or false by itself; anything else is what the value is compared with. */
const DECIDING: ReadonlySet<Node['kind']> = new Set<Node['kind']>([
  'compare',
  'between',
  'in',
  'and',
  'or',
  'some',
  'every',
  'instance',
]);

const usesInput = (node: Node): boolean =>
  node.kind === 'input' || (node.kind !== 'in' ? partsOf(node) : [node.of]).some(usesInput);

/** A test that uses `?` matches when it is true. */
function outcome(node: Node, compile: Compile): Test {
  const run = compile(node);
  return (frame, value) => {
    frame.budget.operations();
    const inside = frame.within(new Bound({ '?': value }, frame.scope));
    return truth(run(inside), node, frame);
  };
}

function equality(node: NodeOf<'equals'>, compile: Compile): Test {
  const { operator } = node;
  const run = compile(node.value);
  return (frame, value) => {
    const same = equal(value, run(frame), frame.budget);
    return same === null ? null : same === (operator === '=');
  };
}

/** Equal to it, within it, or one of it. */
function matches(wanted: Value, value: Value, frame: Frame, span: Span): boolean | null {
  if (wanted instanceof FeelRange) {
    const inside = contains(wanted, value, frame.budget);
    return inside ?? frame.none(`${nameOfKind(value)}不能与区间的端点比较`, span);
  }
  if (kindOf(wanted) === 'list') {
    const items = wanted as Value[];
    frame.budget.operations(items.length);
    if (items.some((item) => isWithin(item, value, frame))) return true;
    return equal(wanted, value, frame.budget) === true;
  }
  const same = equal(wanted, value, frame.budget);
  return same ?? frame.none(`${nameOfKind(value)}与${nameOfKind(wanted)}不能比较`, span);
}

const isWithin = (item: Value, value: Value, frame: Frame): boolean =>
  item instanceof FeelRange
    ? contains(item, value, frame.budget) === true
    : equal(item, value, frame.budget) === true;
