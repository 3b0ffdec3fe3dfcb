/** Expressions of the diagram, evaluated where a token is; what cannot be used is a failure. */
import {
  Budget,
  EDITION,
  evaluate,
  FORMER_EDITION,
  type Evaluation,
  type Kind,
} from '../feel/index.js';
import type { Expression, Mapping, Receiving, ValueOrExpression } from '../model/process.js';
import type { Json, Variables } from './api.js';
import { Failure, failed } from './failure.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';
import { contextOf } from './variables.js';

/**
 * The value of an expression.
 * @param extra variables that go before those of the instance
 */
export function valueOf(
  run: Run,
  from: Instance,
  expression: Expression,
  extra: Variables = {},
): Json | Failure {
  const found = explained(run, from, expression, extra);
  return failed(found) ? found : found.value;
}

/** A value, and why parts of it are null. */
export interface Explained {
  value: Json;
  /** What it was before it became JSON. */
  kind: Kind;
  warnings: string[];
}

export function explained(
  run: Run,
  from: Instance,
  { feel, certain }: Expression,
  extra: Variables = {},
): Explained | Failure {
  const result = evaluated(run, from, feel, extra);
  if (result.ok && !(certain && result.value === null)) return result;
  const why = result.ok
    ? ['在原语言中必有值或出错，这里得到 null，请核对所用变量的类型', ...result.warnings].join('；')
    : result.message;
  const code = result.ok ? 'expression-failed' : result.code;
  return new Failure(code, `表达式“${feel}”无法求值：${why}`);
}

/** The kind of value that a place of the diagram needs. */
export interface Wanted<Value extends Json> {
  /** Chinese: the place, such as `循环次数上限`. */
  place: string;
  /** Chinese: what is wanted there. */
  kind: string;
  fits(value: Json): value is Value;
}

/** A value that its place can use; else what came, and why parts of it are null. */
export function fitting<Value extends Json>(
  run: Run,
  from: Instance,
  expression: Expression,
  { place, kind, fits }: Wanted<Value>,
  extra: Variables = {},
): Value | Failure {
  const found = explained(run, from, expression, extra);
  if (failed(found)) return found;
  const { value } = found;
  if (fits(value)) return value;
  const { feel } = expression;
  return new Failure('expression-failed', `${place}“${feel}”应得到${kind}，${insteadOf(found)}`);
}

/** What came in place of what was wanted. */
export const insteadOf = ({ value, warnings }: Pick<Explained, 'value' | 'warnings'>): string =>
  [`却得到 ${shown(value)}`, ...warnings].join('；');

/** A value as it can stand in a sentence. */
function shown(value: Json): string {
  const text = JSON.stringify(value);
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text;
}
const MOST_SHOWN = 200;

export const isCount = (value: Json): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** What one evaluation may spend, in the edition of FEEL that the case was opened with. */
export const budgetOf = (run: Run): Budget =>
  new Budget({}, run.behaves('pricesByTime') ? EDITION : FORMER_EDITION);

/** What came of it; what it cost counts towards the step. */
function evaluated(run: Run, from: Instance, feel: string, extra: Variables): Evaluation {
  const budget = budgetOf(run);
  const context = { ...contextOf(run, from, feel), ...extra };
  const result = evaluate(feel, context, run.at, { budget });
  run.budget.evaluated(budget.spent.operations);
  return result;
}

/** The value of a condition: only true and false will do. */
export function isTrue(
  run: Run,
  from: Instance,
  { feel }: Expression,
  extra: Variables = {},
): boolean | Failure {
  const result = evaluated(run, from, feel, extra);
  if (result.ok && typeof result.value === 'boolean') return result.value;
  const why = result.ok
    ? [`得到 ${shown(result.value)}，不是 true 或 false`, ...result.warnings].join('；')
    : result.message;
  return new Failure(
    result.ok ? 'expression-failed' : result.code,
    `条件“${feel}”无法判断：${why}。请补正变量后重试，或修改流程图`,
  );
}

/** A text that stands in the diagram or comes of an expression. */
export function textOf(
  run: Run,
  from: Instance,
  source: ValueOrExpression<string>,
): string | Failure {
  const worded = wordsOf(run, from, source);
  return failed(worded) ? worded : worded.text;
}

/** The same with why parts of it are null, for who may yet find the text to be wrong. */
export function wordsOf(
  run: Run,
  from: Instance,
  source: ValueOrExpression<string>,
): { text: string; warnings: string[] } | Failure {
  if ('value' in source) return { text: source.value, warnings: [] };
  const found = explained(run, from, source, {});
  if (failed(found)) return found;
  const { value, warnings } = found;
  if (typeof value === 'string' || typeof value === 'number')
    return { text: String(value), warnings };
  return new Failure('expression-failed', `表达式“${source.feel}”应得到文字，${insteadOf(found)}`);
}

/**
 * All values of a list of mappings, or the first failure; later ones see the targets of earlier ones.
 * @param extra variables that go before those of the instance
 */
export function mapped(
  run: Run,
  from: Instance,
  mappings: readonly Mapping[],
  extra: Variables = {},
): Variables | Failure {
  const values: Variables = {};
  for (const { target, source } of mappings) {
    const value = valueOf(run, from, source, { ...extra, ...values });
    if (failed(value)) return value;
    values[target] = value;
  }
  return values;
}

/**
 * What is kept of the variables that came with an event.
 * @param confined they were said by somebody outside: only what the element maps is kept
 */
export function received(
  run: Run,
  scope: Instance,
  { outputs, onlyOutputs }: Receiving,
  came: Variables,
  confined = false,
): Variables | Failure {
  if (!outputs) return confined ? {} : came;
  const values = mapped(run, scope, outputs, came);
  return failed(values) || onlyOutputs || confined ? values : { ...came, ...values };
}
