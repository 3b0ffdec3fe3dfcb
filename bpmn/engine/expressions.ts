/** Expressions of the diagram, evaluated where a token is; what cannot be used is a failure. */
import { Budget, evaluate, type Evaluation } from '../feel/index.js';
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
  { feel, certain }: Expression,
  extra: Variables = {},
): Json | Failure {
  const result = evaluated(run, from, feel, extra);
  if (result.ok && !(certain && result.value === null)) return result.value;
  const why = result.ok
    ? ['在原语言中必有值或出错，这里得到 null，请核对所用变量的类型', ...result.warnings].join('；')
    : result.message;
  const code = result.ok ? 'expression-failed' : result.code;
  return new Failure(code, `表达式“${feel}”无法求值：${why}`);
}

/** What came of it; what it cost counts towards the step. */
function evaluated(run: Run, from: Instance, feel: string, extra: Variables): Evaluation {
  const budget = new Budget();
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
    ? [`得到 ${JSON.stringify(result.value)}，不是 true 或 false`, ...result.warnings].join('；')
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
  if ('value' in source) return source.value;
  const result = evaluated(run, from, source.feel, {});
  if (!result.ok) {
    return new Failure(result.code, `表达式“${source.feel}”无法求值：${result.message}`);
  }
  const { value, warnings } = result;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return String(value);
  const why = [`应得到文字，却得到 ${JSON.stringify(value)}`, ...warnings].join('；');
  return new Failure('expression-failed', `表达式“${source.feel}”${why}`);
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
