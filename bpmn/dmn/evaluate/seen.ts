/** Under which names the parts of a model are seen by one another. */
import type { Decision, Imported } from '../model.js';
import type { Values } from './place.js';

/** Whatever an import or a decision is called, it is only a name. */
const emptyContext = (): Record<string, unknown> => Object.create(null) as Record<string, unknown>;

/** A part of the model, and its value. */
export type Seen = [part: Imported & { id: string; name: string }, value: unknown];

/** The id a part has in its own file. */
export const localId = ({ id, within }: Imported & { id: string }): string =>
  within === undefined ? id : id.slice(within.length + 1);

/** What came by an import is an entry of a context with the import's name. */
export function seenFrom({ within: here = '' }: Imported, parts: readonly Seen[]): Values {
  const scope = emptyContext();
  for (const [{ name, within = '' }, value] of parts) {
    const path = within === here ? '' : here === '' ? within : within.slice(here.length + 1);
    let into = scope;
    for (const step of path === '' ? [] : path.split('.')) {
      into = (into[step] ??= emptyContext()) as Record<string, unknown>;
    }
    into[name] = value;
  }
  return scope;
}

/** What an alias of a decision stands for: of several outputs, each is an entry of the result. */
export function underAlias({ logic }: Decision, alias: string, value: unknown): unknown {
  const several = logic.kind === 'table' && logic.outputs.length > 1;
  const isOutput = several && logic.outputs.some(({ name }) => name === alias);
  return isOutput ? entryOf(value, alias) : value;
}

/** Of several hits the list of their entries. */
function entryOf(value: unknown, name: string): unknown {
  if (Array.isArray(value)) return value.map((each) => entryOf(each, name));
  return typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Values)[name]
    : null;
}
