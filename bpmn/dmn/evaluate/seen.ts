/** Under which names the parts of a model are seen by one another. */
import type { Imported } from '../model.js';
import type { Values } from './place.js';

/** A part of the model, and its value. */
export type Seen = [part: Imported & { id: string; name: string }, value: unknown];

/** The id a part has in its own file. */
export const localId = ({ id, within }: Imported & { id: string }): string =>
  within === undefined ? id : id.slice(within.length + 1);

/** What came by an import is an entry of a context with the import's name. */
export function seenFrom({ within: here = '' }: Imported, parts: readonly Seen[]): Values {
  const scope: Record<string, unknown> = {};
  for (const [{ name, within = '' }, value] of parts) {
    const path = within === here ? '' : here === '' ? within : within.slice(here.length + 1);
    let into = scope;
    for (const step of path === '' ? [] : path.split('.')) {
      into = (into[step] ??= {}) as Record<string, unknown>;
    }
    into[name] = value;
  }
  return scope;
}
