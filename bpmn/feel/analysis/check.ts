/** What is wrong with an expression before it is evaluated, with its place. */
import { acceptedCounts, builtinNamed, builtinNames } from '../functions/index.js';
import { PatternError, patternOf } from '../patterns/pattern.js';
import { partsOf, type Node, type NodeOf } from '../syntax/ast.js';
import { oddAmong, oddNames, type OddNames } from '../syntax/names.js';
import { Unreadable } from '../syntax/problem.js';
import { readExpression, readTests } from '../syntax/read.js';
import { wrongKinds, type WrongKind } from './kinds.js';
import { allNames, type NameRead } from './names.js';
import { nearest } from './nearest.js';

export interface FeelFinding {
  code:
    | 'unreadable'
    | 'function-unknown'
    | 'arguments-wrong'
    | 'variable-unknown'
    | 'literal-wrong'
    | 'kind-wrong';
  /** Chinese: the place, what is wrong, what was probably meant. */
  message: string;
  /** Characters from 0, the end not included. */
  from: number;
  to: number;
}

export interface KnownNames {
  /** All variables there are; left out where that is not known, and then none is unknown. */
  variables?: Iterable<string>;
  /** Names that may be functions, beside FEEL's own and all variables. */
  functions?: Iterable<string>;
}

/** Findings of an expression, in the order of their places. */
export const checkExpression = (expression: string, known: KnownNames = {}): FeelFinding[] =>
  check(expression, known, (names) => [readExpression(expression, names)]);

/** The same of unary tests. */
export const checkTests = (tests: string, known: KnownNames = {}): FeelFinding[] =>
  check(tests, known, (names) => {
    const read = readTests(tests, names);
    return read.any ? [] : read.tests;
  });

function check(
  text: string,
  { variables, functions = [] }: KnownNames,
  read: (names: string[]) => Node[],
): FeelFinding[] {
  const { names, called, odd } = namesOf(variables, functions);
  try {
    const nodes = read(oddAmong(text, odd));
    return nodes
      .flatMap((node) => {
        const found = [
          ...allNames(node).flatMap((name) => unknown(name, names, called)),
          ...withinAll(node),
        ];
        // what cannot be carried out at all has no kinds
        return found.length > 0 ? found : wrongKinds(node, text).map(kindWrong);
      })
      .sort((a, b) => a.from - b.from);
  } catch (error) {
    if (error instanceof Unreadable) return [{ code: 'unreadable', ...error.problem }];
    throw error;
  }
}

interface Names {
  names: ReadonlySet<string> | undefined;
  /** Variables too: any may hold a function. */
  called: ReadonlySet<string>;
  odd: OddNames;
}

const NONE: ReadonlySet<string> = new Set();
const namesOfSets = new WeakMap<object, Names & { size: number }>();

/** A set that is handed in for many expressions is looked through once, as long as it does not grow. */
function namesOf(variables: Iterable<string> | undefined, functions: Iterable<string>): Names {
  const own = [...functions];
  const shared = variables instanceof Set && own.length === 0 ? variables : undefined;
  const before = shared && namesOfSets.get(shared);
  if (before && before.size === shared.size) return before;
  const names = shared ?? (variables && new Set(variables));
  const called = own.length > 0 ? new Set([...(names ?? []), ...own]) : (names ?? NONE);
  const found = { names, called, odd: oddNames(called) };
  if (shared) namesOfSets.set(shared, { ...found, size: shared.size });
  return found;
}

const kindWrong = (found: WrongKind): FeelFinding => ({ ...found, code: 'kind-wrong' });

const place = (from: number): string => `第 ${from + 1} 个字符处：`;
const meant = (name: string | undefined): string => (name ? `，是否想写“${name}”` : '');

function unknown(
  { name, called, filtered, from, to }: NameRead,
  variables: ReadonlySet<string> | undefined,
  functions: ReadonlySet<string>,
): FeelFinding[] {
  if (builtinNamed(name) || functions.has(name)) return [];
  if (called) {
    const near = nearest(name, [...builtinNames(), ...functions]);
    const message = `${place(from)}没有函数“${name}”${meant(near)}`;
    return [{ code: 'function-unknown', message, from, to }];
  }
  if (!variables || filtered || variables.has(name)) return [];
  const message = `${place(from)}没有变量“${name}”${meant(nearest(name, variables))}`;
  return [{ code: 'variable-unknown', message, from, to }];
}

/** What can be told of a part by itself, with all parts within it. */
function withinAll(node: Node): FeelFinding[] {
  return [...own(node), ...partsOf(node).flatMap(withinAll)];
}

function own(node: Node): FeelFinding[] {
  const { from, to } = node;
  if (node.kind === 'literal' && node.wrong !== undefined) {
    return [{ code: 'literal-wrong', message: `${place(from)}${node.wrong}`, from, to }];
  }
  return node.kind === 'call' ? [...wrongArguments(node), ...wrongPattern(node)] : [];
}

/** A call of FEEL's own functions with too few or too many values, or a parameter it has not. */
function wrongArguments(node: NodeOf<'call'>): FeelFinding[] {
  const { called, from, to } = node;
  const builtin = called.kind === 'name' ? builtinNamed(called.name) : undefined;
  if (!builtin) return [];
  const finding = (what: string): FeelFinding[] => [
    { code: 'arguments-wrong', message: `${place(from)}函数 ${builtin.name} ${what}`, from, to },
  ];
  if ('named' in node) {
    const parameters = builtin.forms.flatMap((form) => form.parameters.map(({ name }) => name));
    const strange = node.named.find(({ name }) => !parameters.includes(name));
    return strange
      ? finding(`没有参数“${strange.name}”${meant(nearest(strange.name, parameters))}`)
      : [];
  }
  const counts = acceptedCounts(builtin);
  const given = node.positional.length;
  if (counts.some(([least, most]) => given >= least && given <= most)) return [];
  const wanted = counts.map(([least, most]) => range(least, most)).join('或 ');
  return finding(`要 ${wanted} 个参数，给了 ${given} 个`);
}

/** Where the flags of the functions stand that take a pattern in the second place. */
const FLAGS: Readonly<Record<string, number>> = { matches: 2, replace: 3, split: 2 };

/** A pattern that is written out, and is none or cannot be carried out (a back reference). */
function wrongPattern(node: NodeOf<'call'>): FeelFinding[] {
  const name = node.called.kind === 'name' ? node.called.name : '';
  if (!Object.hasOwn(FLAGS, name) || 'named' in node) return [];
  const [pattern, flags] = [node.positional[1], node.positional[FLAGS[name]!]];
  const text = textOf(pattern);
  const options = flags ? textOf(flags) : '';
  if (!pattern || text === undefined || options === undefined) return [];
  try {
    patternOf(text, options);
    return [];
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    const { from, to } = pattern;
    return [{ code: 'literal-wrong', message: `${place(from)}${error.message}`, from, to }];
  }
}

const textOf = (node: Node | undefined): string | undefined =>
  node?.kind === 'literal' && typeof node.value === 'string' ? node.value : undefined;

const range = (least: number, most: number): string =>
  least === most ? String(least) : most === Infinity ? `至少 ${least}` : `${least} 到 ${most}`;
