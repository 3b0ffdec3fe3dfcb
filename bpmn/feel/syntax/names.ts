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
  // as in most cases
  if (lengths.length === 0) return [];
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

type Context = Readonly<Record<string, unknown>>;

/** Of all variables together. */
const MOST_VALUES = 1_999;

/** Variables and odd keys within their values, level by level; of very large ones only the beginning. */
export function keysWithin(context: Context): Set<string> {
  const names = new Set(Object.keys(context));
  const queue: unknown[] = partsIn(context).slice(0, MOST_VALUES);
  for (let at = 0; at < queue.length && at < MOST_VALUES; at += 1) {
    const value = queue[at];
    if (Array.isArray(value)) queue.push(...(value.slice(0, 20) as unknown[]));
    else if (isPlain(value)) {
      const { odd, parts } = seenOf(value);
      for (const name of odd) names.add(name);
      queue.push(...parts.slice(0, Math.max(0, MOST_VALUES - queue.length)));
    }
  }
  return names;
}

/** Lists and contexts. */
const partsIn = (context: Context): unknown[] =>
  Object.values(context).filter((value) => typeof value === 'object' && value !== null);

/** Of each context only once, however many expressions see it: unlike a list, none grows. */
const seen = new WeakMap<Context, { odd: readonly string[]; parts: readonly unknown[] }>();

function seenOf(context: Context) {
  const found = seen.get(context) ?? {
    odd: Object.keys(context).filter(isOdd),
    parts: partsIn(context),
  };
  seen.set(context, found);
  return found;
}

function isPlain(value: unknown): value is Context {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
