/** Evaluation, as the rest of the house asks for it. */
import { Budget, TooCostly } from './budget.js';
import { Frame, type Evaluating } from './evaluate/frame.js';
import { Variables } from './evaluate/scope.js';
import { expressionOf, testsOf } from './expression.js';
import type { ParseProblem } from './syntax/problem.js';
import { kindOf, nameOfKind, type Kind } from './values/kinds.js';
import { leavingPlain, type PlainValue } from './values/plain.js';

/** Why there is no value. */
export interface Unevaluated {
  ok: false;
  /** `expression-too-costly` when it went over its budget. */
  code: 'expression-failed' | 'expression-too-costly';
  message: string;
  /** What was thrown: by a function of the caller's own, or the problem of reading. */
  cause: unknown;
}

/** What came of an expression: a plain JSON value, or the reason why there is none. */
export type Evaluation =
  | {
      ok: true;
      value: PlainValue;
      /** What it was before it became JSON: a date is text from here on. */
      kind: Kind;
      /** Why a part of it became null, each with its place. */
      warnings: string[];
    }
  | Unevaluated;

/** The same with a value of FEEL's own (dates, ranges, functions), to be used in further FEEL. */
export type FeelEvaluation = { ok: true; value: unknown; warnings: string[] } | Unevaluated;

/** Whether a value passes unary tests. */
export type TestEvaluation = { ok: true; passes: boolean; warnings: string[] } | Unevaluated;

export interface Surroundings {
  /** What may be spent; by default a budget of its own. One that is shared adds up. */
  budget?: Budget;
  /** Whether a value is of a type that the caller knows by name; undefined for one it does not know. */
  isOfType?: (value: unknown, name: string) => boolean | undefined;
}

type Context = Readonly<Record<string, unknown>>;

/**
 * Evaluates a FEEL expression (without a leading `=`).
 * @param context variables by name; names may be Chinese and contain spaces
 * @param now the instant of the event in milliseconds since the epoch; `now()` and `today()` give it
 */
export function evaluate(
  expression: string,
  context: Context,
  now: number,
  around: Surroundings = {},
): Evaluation {
  return evaluation(expression, context, now, around, outward);
}

/** What a variable cannot hold becomes null, and is told of. */
function outward(value: unknown, frame: Frame): PlainValue {
  return leavingPlain(value, frame.budget, (lost) =>
    frame.none(`${nameOfKind(lost)}不能存作变量，成为空值`),
  );
}

/** Like `evaluate`, but keeps FEEL's own values, so that a date stays a date. */
export function evaluateFeel(
  expression: string,
  context: Context,
  now: number,
  around: Surroundings = {},
): FeelEvaluation {
  return evaluation(expression, context, now, around, (value) => value ?? null);
}

function evaluation<Result>(
  expression: string,
  context: Context,
  now: number,
  around: Surroundings,
  leaving: (value: unknown, frame: Frame) => Result,
): { ok: true; value: Result; kind: Kind; warnings: string[] } | Unevaluated {
  const read = expressionOf(expression, context);
  if (!read.ok) return unread(read.problem);
  const frame = frameOf(expression, context, now, around);
  return bounded(frame.budget, () => {
    const made = read.made(frame);
    const value = leaving(made, frame);
    return { ok: true as const, value, kind: kindOf(made), warnings: texts(frame) };
  });
}

/**
 * Evaluates unary tests, as decision tables use them: `-` and nothing pass everything,
 * `?` is the value.
 */
export function testUnary(
  tests: string,
  value: unknown,
  context: Context,
  now: number,
  around: Surroundings = {},
): TestEvaluation {
  const read = testsOf(tests, context);
  if (!read.ok) return unread(read.problem);
  const frame = frameOf(tests, { ...context, '?': value ?? null }, now, around);
  return bounded(frame.budget, () => ({
    ok: true as const,
    passes: read.made(frame, value ?? null) === true,
    warnings: texts(frame),
  }));
}

function frameOf(text: string, context: Context, now: number, around: Surroundings): Frame {
  const { budget = new Budget(), isOfType } = around;
  const shared: Evaluating = { text, budget, now, warnings: [], isOfType };
  return new Frame(shared, new Variables(context));
}

const texts = ({ shared }: Frame): string[] => shared.warnings.map(({ message }) => message);

const unread = (problem: ParseProblem): Unevaluated => ({
  ok: false,
  code: 'expression-failed',
  message: problem.message,
  cause: problem,
});

/** What the caller's own functions throw is handed back; so is an evaluation that costs too much. */
function bounded<Result>(budget: Budget, body: () => Result): Result | Unevaluated {
  const level = budget.level;
  try {
    return body();
  } catch (cause) {
    budget.level = level;
    const tooCostly = cause instanceof TooCostly || isOverflow(cause);
    return {
      ok: false,
      code: tooCostly ? 'expression-too-costly' : 'expression-failed',
      message: cause instanceof Error ? cause.message : String(cause),
      cause,
    };
  }
}

/** The depth is bounded well before this; where a caller stands deep already, it may still come. */
const isOverflow = (cause: unknown): boolean =>
  cause instanceof RangeError && /call stack/i.test(cause.message);
