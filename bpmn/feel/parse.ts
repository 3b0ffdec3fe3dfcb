import { parseExpression as parseTree } from 'feelin';

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
  let problem: ParseProblem | undefined;
  tree(expression, names).iterate({
    enter({ type, from, to }) {
      if (problem || !type.isError) return;
      const found = expression.slice(from, to === from ? from + 1 : to);
      const what = found === '' ? '表达式不完整' : `不认识“${found}”`;
      problem = { message: `第 ${from + 1} 个字符处：${what}，请按 FEEL 语法修改`, from, to };
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
  const read = new Set<string>();
  const bound = new Set<string>();
  tree(expression, names).iterate({
    enter({ name, from, to, node }) {
      const text = expression.slice(from, to);
      if (name === 'Name') bound.add(text);
      const called = node.parent?.name === 'FunctionInvocation' && node.prevSibling === null;
      if (name === 'VariableName' && !called && !bound.has(text)) read.add(text);
    },
  });
  return [...read];
}

function tree(expression: string, names: string[]): ReturnType<typeof parseTree> {
  const context = Object.fromEntries(names.map((name) => [name, null]));
  return parseTree(expression, context, undefined);
}
