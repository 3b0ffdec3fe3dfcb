import {
  evaluate as feelin,
  parseDate,
  parseDateTime,
  parseUnaryTests,
  unaryTest,
  type Warning,
} from 'feelin';
import { plain, type PlainValue } from './plain.js';
import { evaluatePrepared } from './prepared.js';

interface Unread {
  ok: false;
  message: string;
  /** What was thrown: by FEEL, or by a function of the caller's own. */
  cause: unknown;
}

/** What came of an expression: a plain JSON value, or the reason why there is none. */
export type Evaluation =
  { ok: true; value: PlainValue; /** why a part of it became null */ warnings: string[] } | Unread;

/** The same with a value of FEEL's own (dates, ranges, functions), to be used in further FEEL. */
export type FeelEvaluation = { ok: true; value: unknown; warnings: string[] } | Unread;

/** Whether a value passes unary tests. */
export type TestEvaluation = { ok: true; passes: boolean; warnings: string[] } | Unread;

/**
 * China has kept one offset without summer time since 1991. Using the offset instead of the name
 * `Asia/Shanghai` keeps results independent of the time-zone data of the machine.
 */
const CHINA_OFFSET = '+08:00';
const CHINA_OFFSET_MS = 8 * 3_600_000;

/**
 * Evaluates a FEEL expression (without a leading `=`).
 * @param context variables by name; names may be Chinese and contain spaces
 * @param now the instant of the event in milliseconds since the epoch; `now()` and `today()` give it
 */
export function evaluate(
  expression: string,
  context: Record<string, unknown>,
  now: number,
): Evaluation {
  const result = evaluateFeel(expression, context, now);
  return result.ok ? { ...result, value: plain(result.value) } : result;
}

/** Like `evaluate`, but keeps FEEL's own values, so that a date stays a date. */
export function evaluateFeel(
  expression: string,
  context: Record<string, unknown>,
  now: number,
): FeelEvaluation {
  return guarded(() => {
    const scope = { ...context, ...timeFunctions(expression, now) };
    const { value, warnings } = evaluatePrepared(expression, scope) ?? feelin(expression, scope);
    return { ok: true, value: value ?? null, warnings: texts(warnings) };
  });
}

/**
 * Evaluates unary tests, as decision tables use them: `-` and nothing pass everything,
 * `?` is the value.
 */
export function testUnary(
  tests: string,
  value: unknown,
  context: Record<string, unknown>,
  now: number,
): TestEvaluation {
  if (matchesAll(tests)) return { ok: true, passes: true, warnings: [] };
  return guarded(() => {
    const scope = { ...context, ...timeFunctions(tests, now), '?': value };
    const meant = typeof value === 'boolean' ? namesCompared(tests, scope) : tests;
    const { value: passes, warnings } = unaryTest(meant, scope);
    return { ok: true, passes: passes === true, warnings: texts(warnings) };
  });
}

/** Whether unary tests let every value pass. */
export const matchesAll = (tests: string): boolean => ['', '-'].includes(tests.trim());

/**
 * A variable in unary tests is what the value is compared with; where it holds a boolean, feelin
 * takes it for the outcome of the test. So the comparison is written out: `x` → `? = (x)`.
 */
function namesCompared(tests: string, scope: Record<string, unknown>): string {
  const names: { from: number; to: number }[] = [];
  parseUnaryTests(tests, scope, undefined).iterate({
    enter({ name, from, to, node }) {
      const inner = node.firstChild?.name;
      const named = inner === 'VariableName' || inner === 'PathExpression';
      if (name === 'PositiveUnaryTest' && named) names.push({ from, to });
      return name !== 'PositiveUnaryTest';
    },
  });
  return names.reduceRight(
    (text, { from, to }) => `${text.slice(0, from)}? = (${text.slice(from, to)})${text.slice(to)}`,
    tests,
  );
}

const texts = (warnings: Warning[]): string[] => warnings.map(({ message }) => message);

/** feelin throws for what it cannot parse and for functions used against their contract. */
function guarded<Result>(evaluation: () => Result): Result | Unread {
  try {
    return evaluation();
  } catch (cause) {
    return { ok: false, message: cause instanceof Error ? cause.message : String(cause), cause };
  }
}

/** Bound only where they are called, so that a variable may bear the name `now` or `today`. */
function timeFunctions(expression: string, now: number): Record<string, () => unknown> {
  const functions: Record<string, () => unknown> = {};
  const local = new Date(now + CHINA_OFFSET_MS).toISOString();
  if (/\bnow\s*\(/.test(expression)) {
    functions.now = () => parseDateTime(`${local.slice(0, -1)}${CHINA_OFFSET}`);
  }
  if (/\btoday\s*\(/.test(expression)) {
    functions.today = () => parseDate(local.slice(0, 10));
  }
  return functions;
}
