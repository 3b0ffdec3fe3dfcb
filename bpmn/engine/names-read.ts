/** Which variables an expression can mean, by its text alone. */

/** Letters (Chinese ones, too), digits and underscores: a name FEEL reads as one word. */
const WORD = /[\p{L}_][\p{L}\p{M}\p{N}_]*/gu;
const ONE_WORD = /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u;

/** How many texts are kept; then all are forgotten. A process has tens of them. */
const MOST_TEXTS = 5_000;
const words = new Map<string, ReadonlySet<string>>();

/**
 * Whether a name may be meant in an expression. A name of several words or with symbols in it
 * (`unit price`, `a-b`) counts as soon as its letters follow each other there.
 */
export function mayRead(feel: string, name: string): boolean {
  return ONE_WORD.test(name) ? wordsOf(feel).has(name) : squeeze(feel).includes(squeeze(name));
}

function wordsOf(feel: string): ReadonlySet<string> {
  let found = words.get(feel);
  if (!found) {
    found = new Set(feel.match(WORD));
    if (words.size >= MOST_TEXTS) words.clear();
    words.set(feel, found);
  }
  return found;
}

/** Without white space. */
export const squeeze = (text: string): string => text.replace(/\s+/g, '');
