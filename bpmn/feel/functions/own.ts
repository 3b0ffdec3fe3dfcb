/** Functions that the caller brings, as decisions bring their knowledge models. */
import { Frame } from '../evaluate/frame.js';
import { run } from '../evaluate/invoke.js';
import { Budget } from '../budget.js';
import { FeelFunction } from '../values/function.js';
import { Variables } from '../evaluate/scope.js';

/** A function that FEEL can call by position or by the names of its parameters. */
export const feelFunction = (
  body: (...values: unknown[]) => unknown,
  parameters: string[],
): unknown => new FeelFunction(parameters, (values) => body(...values), 20);

/**
 * Calls a value that is a function with arguments by the names of its parameters.
 * @returns undefined when it is no function, or has no such parameter
 */
export function callNamed(
  value: unknown,
  values: Readonly<Record<string, unknown>>,
  now: number,
  budget = new Budget(),
): { value: unknown } | undefined {
  if (!(value instanceof FeelFunction)) return undefined;
  const parameters = value.parameters ?? Object.keys(values);
  if (!Object.keys(values).every((name) => parameters.includes(name))) return undefined;
  const frame = new Frame({ text: '', budget, now, warnings: [] }, new Variables({}));
  return {
    value: run(
      value,
      parameters.map((name) => values[name] ?? null),
      frame,
    ),
  };
}
