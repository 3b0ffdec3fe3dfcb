/** Reading without evaluating: what cannot be read, and which names are read. */
import { partsOf, type Node, type Tests } from './syntax/ast.js';
import { oddIn } from './syntax/names.js';
import { Unreadable, type ParseProblem } from './syntax/problem.js';
import { readExpression, readTests } from './syntax/read.js';
import { namesRead } from './analysis/names.js';

/**
 * Checks that an expression can be read.
 * @param names variables known to exist; needed only for names with symbols in them
 * @returns undefined when it can
 */
export function parseExpression(
  expression: string,
  names: string[] = [],
): ParseProblem | undefined {
  const tree = reading(() => readExpression(expression, oddIn(expression, names)));
  return 'message' in tree ? tree : undefined;
}

/** The same for unary tests; nothing at all is read as `-`. */
export function parseUnaryTests(tests: string, names: string[] = []): ParseProblem | undefined {
  const tree = reading(() => readTests(tests, oddIn(tests, names)));
  return 'message' in tree ? tree : undefined;
}

/** Whether unary tests let every value pass. */
export const matchesAll = (tests: string): boolean => ['', '-'].includes(tests.trim());

/** Unary tests one by one: `"a", > 5` → `"a"` and `> 5`; `not(…)` stays whole. */
export function splitTests(tests: string, names: string[] = []): string[] {
  const read = reading(() => readTests(tests, oddIn(tests, names)));
  if ('message' in read || read.any || read.negated) return [tests.trim()];
  return read.tests.map(({ from, to }) => tests.slice(from, to).trim());
}

/**
 * Names of the variables an expression reads (the first name of each path), each once, in order.
 * Names bound inside it (`for`, `some`, function parameters, context keys) are left out;
 * a filter's own names (`item`, entries of the elements) cannot be told apart and are given.
 */
export function variablesOf(expression: string, names: string[] = []): string[] {
  const tree = reading(() => readExpression(expression, oddIn(expression, names)));
  return 'message' in tree ? [] : uniqueNames([tree]);
}

/** Entries that an expression reads off a variable by a path: of `form.area > 5`, `area` off `form`. */
export function entriesOf(expression: string, variable: string): string[] {
  const tree = reading(() => readExpression(expression, oddIn(expression, [])));
  return 'message' in tree ? [] : [...new Set(entriesWithin(tree, variable))];
}

/** Entries of a context that is written out, each with its own expression; none of another expression. */
export function contextEntries(expression: string): { name: string; feel: string }[] {
  const tree = reading(() => readExpression(expression, oddIn(expression, [])));
  if ('message' in tree || tree.kind !== 'context') return [];
  return tree.entries.map(({ name, value: { from, to } }) => ({
    name,
    feel: expression.slice(from, to),
  }));
}

function entriesWithin(node: Node, variable: string): string[] {
  const own =
    node.kind === 'path' && node.of.kind === 'name' && node.of.name === variable
      ? [node.entry.name]
      : [];
  return [...own, ...partsOf(node).flatMap((part) => entriesWithin(part, variable))];
}

/** As `variablesOf`, for unary tests; `?` is not named. */
export function variablesOfTests(tests: string, names: string[] = []): string[] {
  const read = reading(() => readTests(tests, oddIn(tests, names)));
  return 'message' in read || read.any ? [] : uniqueNames(read.tests);
}

const uniqueNames = (nodes: Node[]): string[] => [
  ...new Set(nodes.flatMap((node) => namesRead(node).map(({ name }) => name))),
];

function reading<Read extends Node | Tests>(read: () => Read): Read | ParseProblem {
  try {
    return read();
  } catch (error) {
    if (error instanceof Unreadable) return error.problem;
    throw error;
  }
}

export type { ParseProblem } from './syntax/problem.js';
