/** FEEL's own functions, a file for each family: a further family is a file and a line here. */
import { FeelFunction } from '../values/function.js';
import type { Value } from '../values/kinds.js';
import { booleans } from './booleans.js';
import { callBuiltin, type Builtin } from './builtin.js';
import { contexts } from './contexts.js';
import { conversions } from './conversions.js';
import { dates } from './dates.js';
import { lists } from './lists.js';
import { numbers } from './numbers.js';
import { patterns } from './patterns.js';
import { ranges } from './ranges.js';
import { sorting } from './sorting.js';
import { statistics } from './statistics.js';
import { strings } from './strings.js';

export { acceptedCounts, acceptsAt, callBuiltin } from './builtin.js';

const families: readonly (readonly Builtin[])[] = [
  conversions,
  booleans,
  strings,
  patterns,
  numbers,
  lists,
  statistics,
  sorting,
  contexts,
  dates,
  ranges,
];

const byName = new Map<string, Builtin>();
for (const { name, forms } of families.flat()) {
  byName.set(name, { name, forms: [...(byName.get(name)?.forms ?? []), ...forms] });
}

export const builtinNamed = (name: string): Builtin | undefined => byName.get(name);

export const isBuiltin = (name: string): boolean => byName.has(name.trim());

/** Names of all of them. */
export const builtinNames = (): string[] => [...byName.keys()];

/** What each is called with, for who writes expressions; what may be left out in brackets. */
export const builtinSignatures = (): { name: string; parameters: string[] }[] =>
  [...byName.values()].map(({ name, forms }) => ({
    name,
    parameters: (forms[0]?.parameters ?? []).map((one) =>
      one.optional ? `[${one.name}]` : one.name,
    ),
  }));

/** One of them as a value, to be handed to another function. */
export function builtinFunction(name: string): Value {
  const builtin = byName.get(name);
  if (!builtin) return undefined;
  return new FeelFunction(undefined, (values, frame) => callBuiltin(builtin, { values }, frame));
}
