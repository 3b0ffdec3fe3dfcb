/**
 * The verbs of a task beside claim, release and complete: bar, keys, help sheet, dialog and call read them
 * here. What they are called is in the locales: `verb.<verb>`, `verb.means-<verb>`, `bench.key-<verb>`.
 */
import type { NewSignOff, VerbBody, VerbPath } from '../../api/model.js';
import type { Standing } from './standing.js';

/** Before the id of a department that is chosen instead of a person. */
export const DEPARTMENT = 'department:';

/** What the dialog's questions were answered with. */
export interface Answers {
  post: string;
  posts: string[];
  rule: NewSignOff['rule'];
  percent?: number;
  to: string;
  reason: string;
}

interface PageVerb<Path extends VerbPath> {
  /** The operation it calls, below `/api/tasks/{id}/`. */
  path: Path;
  key: string;
  /** Whether it makes sense for a task as it stands; the API has the last word. */
  when: (task: Standing) => boolean;
  /** Among whom one chooses, one or several; left out, nobody is chosen. */
  whom?: { among: 'transfer' | 'delegate' | 'any'; many?: boolean };
  /** What one writes; null = nothing. A note may be left empty. */
  words: 'reason' | 'opinion' | 'note' | null;
  /** What else is asked, by its component in the dialog. */
  asks?: 'rule' | 'target';
  /** The task leaves one's hands, and the next one is shown. */
  leaves: boolean;
  body: (answers: Answers) => VerbBody<Path>;
}

const verb = <Path extends VerbPath>(entry: PageVerb<Path>) => entry;

const signOff = (place: NewSignOff['place']) => ({
  ...({ path: 'sign-offs', whom: { among: 'any', many: true }, words: 'reason' } as const),
  ...({ asks: 'rule', leaves: false } as const),
  body: ({ rule, percent, posts, reason }: Answers) => {
    const ratio = rule === 'ratio' ? { ratio: (percent ?? 100) / 100 } : {};
    return { place, rule, posts, reason, ...ratio };
  },
});

/** In the order of the bar. */
export const VERBS = {
  transfer: verb({
    ...{ path: 'transfer', key: 't', words: 'reason', leaves: true },
    when: ({ is, personal }) => is === 'in-hand' && !personal,
    whom: { among: 'transfer' },
    body: ({ post, reason }) =>
      post.startsWith(DEPARTMENT)
        ? { department: post.slice(DEPARTMENT.length), reason }
        : { post, reason },
  }),
  delegate: verb({
    ...{ path: 'delegation', key: 'd', words: 'reason', leaves: true },
    when: ({ is, personal }) => is === 'in-hand' && !personal,
    whom: { among: 'delegate' },
    body: ({ post, reason }) => ({ post, reason }),
  }),
  'give-back': verb({
    ...{ path: 'delegation/answer', key: 'e', words: 'opinion', leaves: true },
    when: ({ is }) => is === 'delegated-to-me',
    body: ({ reason }) => ({ opinion: reason }),
  }),
  'end-delegation': verb({
    ...{ path: 'delegation/end', key: 'e', words: null, leaves: false },
    when: ({ is }) => is === 'delegated-away',
    body: () => undefined,
  }),
  'sign-before': verb({
    ...signOff('before'),
    key: 'b',
    when: ({ is }) => is === 'in-hand',
  }),
  'sign-after': verb({
    ...signOff('after'),
    key: 'a',
    when: ({ is, side }) => is === 'in-hand' && !side,
  }),
  return: verb({
    ...{ path: 'return', key: 'x', words: 'reason', asks: 'target', leaves: true },
    when: ({ is, side }) => is === 'in-hand' && !side,
    body: ({ to, reason }) => ({ to, reason }),
  }),
  recall: verb({
    ...{ path: 'recall', key: 'z', words: 'reason', leaves: false },
    when: ({ is, side, final }) =>
      is === 'signed-after-me' || (is === 'completed' && !side && !final),
    body: ({ reason }) => ({ reason }),
  }),
  copy: verb({
    ...{ path: 'copies', key: 's', words: 'note', leaves: false },
    when: ({ is }) => is === 'in-hand' || is === 'signed-after-me' || is === 'delegated-to-me',
    whom: { among: 'any', many: true },
    body: ({ posts, reason }) => ({ posts, note: reason }),
  }),
};

export type Verb = keyof typeof VERBS;

export const VERB_NAMES = Object.keys(VERBS) as Verb[];

/** Which verbs make sense for a task as it stands, in the order of the bar. */
export const allowedVerbs = (task: Standing): Verb[] =>
  VERB_NAMES.filter((name) => VERBS[name].when(task));

/** Each key once; a key has one meaning for any one task. */
export const VERB_KEYS: [key: string, first: Verb][] = VERB_NAMES.flatMap((name, index) => {
  const { key } = VERBS[name];
  const known = VERB_NAMES.slice(0, index).some((earlier) => VERBS[earlier].key === key);
  return known ? [] : [[key, name] as [string, Verb]];
});

/** Done by forms of their own. */
type Elsewhere = 'completion' | 'inspection' | 'sign-offs/removal' | 'copies/recall';

type Forgotten = Exclude<VerbPath, Elsewhere | (typeof VERBS)[Verb]['path']>;

/** An error here names the verb of the API that the page has forgotten. @public */
export const NONE_FORGOTTEN: [Forgotten] extends [never] ? true : Forgotten = true;
