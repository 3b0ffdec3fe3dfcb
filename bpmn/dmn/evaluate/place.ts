/** Where in the model an evaluation stands, and FEEL as it is evaluated there. */
import { evaluateFeel, testUnary, type Budget, type Surroundings } from '../../feel/index.js';
import type { DecisionModel } from '../model.js';
import { DecisionError, type FailureCode } from './failure.js';

export type Values = Readonly<Record<string, unknown>>;

/** What the evaluation of one decision, or one call of a knowledge model, shares. */
export interface Place {
  model: DecisionModel;
  /** Instant of the event, milliseconds since the epoch. */
  at: number;
  /** Id of the decision or knowledge model. */
  owner: string;
  /** How people call the place, such as `决策“补贴标准”第 2 条规则`. */
  called: string;
  rule?: number;
  /** Whether a value is of a type of the file's own; undefined for one it has not. */
  isOfType: (value: unknown, name: string) => boolean | undefined;
  /** What the whole decision may still spend, with all it requires. */
  budget: Budget;
  /** Gathers why values became null, for whoever tries the decision out. */
  warnings: Set<string>;
}

export const within = (place: Place, part: string): Place => ({
  ...place,
  called: `${place.called}${part}`,
});

export function fail(place: Place, code: FailureCode, message: string): never {
  throw new DecisionError({
    code,
    decision: place.owner,
    ...(place.rule !== undefined && { rule: place.rule }),
    message: `${place.called}${message}`,
  });
}

/** @throws DecisionError `expression-failed`, or what a called knowledge model failed with */
export function feel(expression: string, scope: Values, place: Place): unknown {
  const result = evaluateFeel(expression, scope, place.at, around(place));
  if (!result.ok) return failed(expression, result, place);
  for (const warning of result.warnings) place.warnings.add(`${place.called}：${warning}`);
  return result.value;
}

/** Whether a value passes unary tests. */
export function passes(tests: string, value: unknown, scope: Values, place: Place): boolean {
  const result = testUnary(tests, value, scope, place.at, around(place));
  if (!result.ok) return failed(tests, result, place);
  for (const warning of result.warnings) place.warnings.add(`${place.called}：${warning}`);
  return result.passes;
}

const around = ({ budget, isOfType }: Place): Surroundings => ({ budget, isOfType });

interface Unevaluated {
  code: 'expression-failed' | 'expression-too-costly';
  message: string;
  cause: unknown;
}

function failed(expression: string, result: Unevaluated, place: Place) {
  if (result.cause instanceof DecisionError) throw result.cause;
  if (result.code === 'expression-too-costly') {
    return fail(place, result.code, `的表达式 ${expression}：${result.message}。`);
  }
  return fail(
    place,
    'expression-failed',
    `的表达式 ${expression} 无法求值：${result.message}。请检查表达式和所用的变量。`,
  );
}
