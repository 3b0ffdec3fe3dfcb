/** Which fields a form asks for, by its conditions (FEEL): the same in the browser and on the server. */
import { evaluate } from '../../feel/index.js';
import type { FormField } from '../form.js';

type Data = Record<string, unknown>;

/**
 * Names of the fields that are not asked for. What a hidden field holds counts as not answered, so that
 * what it brought up goes with it; a condition that is neither true nor false does not hold.
 * @param at instant in ms that FEEL's now() and today() give
 */
export function hiddenFields(
  { properties = {} }: FormField,
  data: Data,
  at: number,
): ReadonlySet<string> {
  const conditions = Object.entries(properties).flatMap(([name, field]) =>
    field['x-shown'] === undefined ? [] : [{ name, shown: field['x-shown'] }],
  );
  const names = Object.keys(properties);
  let hidden: ReadonlySet<string> = new Set();
  // Each round settles one more field of a chain; a circle, which lint refuses, is left as it stands.
  for (let round = 0; round <= conditions.length; round++) {
    const known = Object.fromEntries(
      names.map((name) => [name, hidden.has(name) ? null : (data[name] ?? null)]),
    );
    const next = new Set(
      conditions.filter(({ shown }) => !holds(shown, known, at)).map(({ name }) => name),
    );
    if (next.size === hidden.size && [...next].every((name) => hidden.has(name))) return hidden;
    hidden = next;
  }
  return hidden;
}

function holds(feel: string, known: Data, at: number): boolean {
  const result = evaluate(feel, known as never, at);
  return result.ok && result.value === true;
}

/** The answers to what is asked. */
export const shownData = <Value>(
  data: Record<string, Value>,
  hidden: ReadonlySet<string>,
): Record<string, Value> =>
  Object.fromEntries(Object.entries(data).filter(([name]) => !hidden.has(name)));
