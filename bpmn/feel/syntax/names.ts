/**
 * Names with spaces or symbols in them. FEEL reads `a-b` as one name where such a name is known, as a
 * subtraction elsewhere; so the reader is told the odd names that there are.
 */

/** A name with one space between its parts, none around symbols: `a  b` → `a b`, `a - b` → `a-b`. */
export const normalName = (name: string): string =>
  name
    .trim()
    .replace(/\s+/g, ' ')
    .replace(/ ?([./\-'+*]) ?/g, '$1');

const PLAIN = /^[\p{L}_][\p{L}\p{N}_]*$/u;

/** Words of FEEL that would be read as such, were they not known to be in a name. */
const WORDS = new Set(
  'for in return if then else some every satisfies or and between instance of function external not true false null'.split(
    ' ',
  ),
);

/** Whether a name must be known to be read as one. */
function isOdd(name: string): boolean {
  if (PLAIN.test(name)) return WORDS.has(name);
  return /[^\p{L}\p{N}_ ]/u.test(name) || name.split(/\s+/).some((part) => WORDS.has(part));
}

/** Odd names, made ready to be looked for in many texts. */
export interface OddNames {
  /** By the name without blanks. */
  names: ReadonlyMap<string, readonly string[]>;
  /** Each once. */
  lengths: readonly number[];
}

export function oddNames(all: Iterable<string>): OddNames {
  const names = new Map<string, string[]>();
  for (const name of new Set(all)) {
    if (!isOdd(name)) continue;
    const squeezed = squeeze(name);
    names.set(squeezed, [...(names.get(squeezed) ?? []), name]);
  }
  return { names, lengths: [...new Set([...names.keys()].map(({ length }) => length))] };
}

/** Those that may occur in a text, however many there are. */
export function oddAmong(text: string, { names, lengths }: OddNames): string[] {
  const within = squeeze(text);
  const found = new Set<string>();
  for (const length of lengths)
    for (let at = 0; at + length <= within.length; at += 1)
      for (const name of names.get(within.slice(at, at + length)) ?? []) found.add(name);
  return [...found].sort();
}

/** Those of the names that are odd and may occur in a text. */
export const oddIn = (text: string, names: Iterable<string>): string[] =>
  oddAmong(text, oddNames(names));

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/**
 * Where odd names that matter to a text may be found. Points stand between names in most
 * expressions, so that names with points count only among the variables themselves.
 */
export function mayHoldOdd(text: string): 'none' | 'top' | 'deep' {
  if (
    /[-+*/'^]|[\p{L}\p{N}_]\s+(?:and|or|in|of|for|if|not)\b|\b(?:and|or|in|of|for|if|not)\s+[\p{L}_]/u.test(
      text,
    )
  ) {
    return 'deep';
  }
  return /[.]/.test(text) ? 'top' : 'none';
}

const MOST_VALUES = 2_000;

/** Variables and odd keys within their values; of very large values only the beginning. */
export function keysWithin(context: Readonly<Record<string, unknown>>): Set<string> {
  const names = new Set(Object.keys(context));
  for (const value of Object.values(context)) {
    if (typeof value !== 'object' || value === null) continue;
    const within = known.get(value) ?? oddKeysWithin(value);
    known.set(value, within);
    for (const name of within) names.add(name);
  }
  return names;
}

/** Each value is gone through once, however many expressions see it: none changes. */
const known = new WeakMap<object, ReadonlySet<string>>();

/** Level by level. */
function oddKeysWithin(whole: object): Set<string> {
  const names = new Set<string>();
  const queue: unknown[] = [whole];
  for (let at = 0; at < queue.length && at < MOST_VALUES; at += 1) {
    const value = queue[at];
    if (typeof value !== 'object' || value === null) continue;
    if (Array.isArray(value)) {
      queue.push(...(value.slice(0, 20) as unknown[]));
      continue;
    }
    if (!isPlain(value)) continue;
    for (const [key, entry] of Object.entries(value)) {
      if (isOdd(key)) names.add(key);
      if (typeof entry === 'object' && entry !== null && queue.length < MOST_VALUES)
        queue.push(entry);
    }
  }
  return names;
}

function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
