/** Expressions for the tests, evaluated at one instant. */
import { evaluate, testUnary, type PlainValue } from '../index.js';

export const NOON = Date.parse('2026-03-02T12:00:00Z');

/** The value of an expression. @throws Error when it has none */
export function valueOf(expression: string, context: Record<string, unknown> = {}): PlainValue {
  const result = evaluate(expression, context, NOON);
  if (!result.ok) throw new Error(`${expression}: ${result.message}`);
  return result.value;
}

/** Why something in an expression became null. */
export function warningsOf(expression: string, context: Record<string, unknown> = {}): string[] {
  const result = evaluate(expression, context, NOON);
  return result.ok ? result.warnings : [`! ${result.message}`];
}

export function passes(
  tests: string,
  value: unknown,
  context: Record<string, unknown> = {},
): boolean {
  const result = testUnary(tests, value, context, NOON);
  if (!result.ok) throw new Error(`${tests}: ${result.message}`);
  return result.passes;
}
