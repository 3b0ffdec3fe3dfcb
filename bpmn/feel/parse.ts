import { parseExpression as parseTree, parseUnaryTests as parseTests } from 'feelin';
import { matchesAll } from './evaluate.js';

/** Where and why an expression cannot be read. Positions count characters from 0. */
export interface ParseProblem {
  message: string;
  from: number;
  to: number;
}

/**
 * Checks that an expression can be read.
 * @param names variables known to exist; needed only for names that contain spaces
 * @returns undefined when it can
 */
export function parseExpression(
  expression: string,
  names: string[] = [],
): ParseProblem | undefined {
  if (expression.trim() === '') {
    return { message: '表达式为空，请填写表达式', from: 0, to: expression.length };
  }
  return firstProblem(expression, tree(expression, names));
}

/** The same for unary tests; nothing at all is read as `-`. */
export function parseUnaryTests(tests: string, names: string[] = []): ParseProblem | undefined {
  return matchesAll(tests) ? undefined : firstProblem(tests, testsTree(tests, names));
}

/** Unary tests one by one: `"a", > 5` → `"a"` and `> 5`; `not(…)` stays whole. */
export function splitTests(tests: string, names: string[] = []): string[] {
  const found: string[] = [];
  testsTree(tests, names).iterate({
    enter({ name, from, to }) {
      if (name === 'PositiveUnaryTest') found.push(tests.slice(from, to).trim());
      return name !== 'PositiveUnaryTest' && name !== 'not';
    },
  });
  return /^\s*not\s*\(/.test(tests) || found.length === 0 ? [tests.trim()] : found;
}

function firstProblem(text: string, parsed: Tree): ParseProblem | undefined {
  let problem: ParseProblem | undefined;
  parsed.iterate({
    enter({ type, name, from, to }) {
      if (problem) return;
      const found = text.slice(from, to === from ? from + 1 : to);
      const place = `第 ${from + 1} 个字符处：`;
      if (type.isError) {
        const what = found === '' ? '表达式不完整' : `不认识“${found}”`;
        problem = { message: `${place}${what}，请按 FEEL 语法修改`, from, to };
      } else if (name === 'NumericLiteral' && /\s/.test(found)) {
        // feelin takes `- 1` for a number, but for none that has a value.
        problem = { message: `${place}“${found}”的负号后有空格，请删去空格`, from, to };
      }
    },
  });
  return problem;
}

/**
 * Names of the variables an expression reads (the first name of each path), each once, in order.
 * Names bound inside it (`for`, `some`, function parameters, context keys) are left out;
 * a filter's own names (`item`, entries of the elements) cannot be told apart and are given.
 */
export function variablesOf(expression: string, names: string[] = []): string[] {
  return namesRead(expression, tree(expression, names));
}

/** The same for unary tests; `?` is not named. */
export function variablesOfTests(tests: string, names: string[] = []): string[] {
  return matchesAll(tests) ? [] : namesRead(tests, testsTree(tests, names));
}

function namesRead(expression: string, parsed: Tree): string[] {
  const read = new Set<string>();
  const bound = new Set<string>();
  parsed.iterate({
    enter({ name, from, to, node }) {
      const text = expression.slice(from, to);
      if (name === 'Name') bound.add(text);
      const called = node.parent?.name === 'FunctionInvocation' && node.prevSibling === null;
      if (name === 'VariableName' && !called && !bound.has(text)) read.add(text);
    },
  });
  return [...read];
}

type Tree = ReturnType<typeof parseTree>;

function testsTree(tests: string, names: string[]): Tree {
  return parseTests(tests, Object.fromEntries(names.map((name) => [name, null])), undefined);
}

function tree(expression: string, names: string[]): Tree {
  const context = Object.fromEntries(names.map((name) => [name, null]));
  return parseTree(expression, context, undefined);
}
