/**
 * The verbs of a task beside claim, release and complete: bar, keys, help sheet and dialog read them here.
 * What they are called is in the locales: `verb.<verb>`, `verb.means-<verb>`, `bench.key-<verb>`.
 */
import type { paths } from '../../api/schema.js';

/** What the API lets one do with a task. */
type Posted = {
  [Path in keyof paths]: Path extends `/api/tasks/{id}/${infer Rest}`
    ? paths[Path] extends { post: object }
      ? Rest
      : never
    : never;
}[keyof paths];

interface PageVerb {
  /** The operation it calls, below `/api/tasks/{id}/`. */
  path: Posted;
  key: string;
  /** Who is chosen; null = nobody. */
  whom: 'one' | 'many' | null;
  /** What one writes; null = nothing. */
  words: 'reason' | 'opinion' | 'note' | null;
  /** The task leaves one's hands, and the next one is shown. */
  leaves: boolean;
}

/** In the order of the bar. */
export const VERBS = {
  transfer: { path: 'transfer', key: 't', whom: 'one', words: 'reason', leaves: true },
  delegate: { path: 'delegation', key: 'd', whom: 'one', words: 'reason', leaves: true },
  'give-back': {
    ...{ path: 'delegation/answer', key: 'e' },
    ...{ whom: null, words: 'opinion', leaves: true },
  },
  'end-delegation': {
    ...{ path: 'delegation/end', key: 'e' },
    ...{ whom: null, words: null, leaves: false },
  },
  'sign-before': { path: 'sign-offs', key: 'b', whom: 'many', words: 'reason', leaves: false },
  'sign-after': { path: 'sign-offs', key: 'a', whom: 'many', words: 'reason', leaves: false },
  return: { path: 'return', key: 'x', whom: null, words: 'reason', leaves: true },
  recall: { path: 'recall', key: 'z', whom: null, words: 'reason', leaves: false },
  copy: { path: 'copies', key: 's', whom: 'many', words: 'note', leaves: false },
} as const satisfies Record<string, PageVerb>;

export type Verb = keyof typeof VERBS;

export const VERB_NAMES = Object.keys(VERBS) as Verb[];

/** Each key once; a key has one meaning for any one task. */
export const VERB_KEYS: [key: string, first: Verb][] = VERB_NAMES.flatMap((verb, index) => {
  const { key } = VERBS[verb];
  const known = VERB_NAMES.slice(0, index).some((earlier) => VERBS[earlier].key === key);
  return known ? [] : [[key, verb] as [string, Verb]];
});

/** Done by forms of their own. */
type Elsewhere = 'completion' | 'inspection' | 'sign-offs/removal' | 'copies/recall';

type Forgotten = Exclude<Posted, Elsewhere | (typeof VERBS)[Verb]['path']>;

/** An error here names the verb of the API that the page has forgotten. @public */
export const NONE_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;
