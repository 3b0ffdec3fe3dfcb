/**
 * XML as a sequence of tokens, read once from the beginning to the end: the cost grows with the
 * length of the text and nothing else, whatever stands in it. Everything in `bpmn/xml` reads by it.
 */

export interface Tag {
  kind: 'open' | 'close';
  /** With its prefix, as written. */
  name: string;
  start: number;
  end: number;
  /** `<a/>`: opens and closes. */
  empty: boolean;
}

/** `declaration` is `<!DOCTYPE` and its like, `broken` where no markup fits: both go to the end. */
export interface Stretch {
  kind: 'text' | 'comment' | 'data' | 'instruction' | 'declaration' | 'broken';
  start: number;
  end: number;
}

export type Token = Tag | Stretch;

export interface Attribute {
  /** With its prefix, as written. */
  name: string;
  start: number;
  /** Of the value, within its quotes. */
  from: number;
  to: number;
}

const ENCLOSED = [
  { kind: 'comment', opening: '<!--', closing: '-->' },
  { kind: 'data', opening: '<![CDATA[', closing: ']]>' },
  { kind: 'instruction', opening: '<?', closing: '?>' },
] as const;

/** The tokens of a text, without a gap. */
export function* tokens(xml: string): Generator<Token> {
  let position = 0;
  while (position < xml.length) {
    const token = tokenAt(xml, position);
    yield token;
    position = token.end;
  }
}

function tokenAt(xml: string, start: number): Token {
  if (xml.charAt(start) !== '<') {
    const next = xml.indexOf('<', start);
    return { kind: 'text', start, end: next < 0 ? xml.length : next };
  }
  if (/[!?]/.test(xml.charAt(start + 1))) return noTagAt(xml, start);
  const end = endOfTag(xml, start + 1);
  if (end < 0) return broken(xml, start);
  const closes = xml.charAt(start + 1) === '/';
  const named = start + (closes ? 2 : 1);
  const name = xml.slice(named, past(TAG_NAME, xml, named));
  if (name === '') return broken(xml, start);
  const empty = !closes && xml.charAt(end - 2) === '/';
  return { kind: closes ? 'close' : 'open', name, start, end, empty };
}

/** Markup that is no tag. */
function noTagAt(xml: string, start: number): Stretch {
  for (const { kind, opening, closing } of ENCLOSED) {
    if (!xml.startsWith(opening, start)) continue;
    const found = xml.indexOf(closing, start + opening.length);
    return found < 0 ? broken(xml, start) : { kind, start, end: found + closing.length };
  }
  // A DTD has a grammar of its own, and nothing reads beyond one.
  return /^<![a-z]/i.test(xml.slice(start, start + 3))
    ? { kind: 'declaration', start, end: xml.length }
    : broken(xml, start);
}

const broken = (xml: string, start: number): Stretch => ({
  kind: 'broken',
  start,
  end: xml.length,
});

/** Behind the `>` that ends a tag, or -1; within quotes it ends nothing. */
function endOfTag(xml: string, from: number): number {
  for (let at = past(OUTSIDE_QUOTES, xml, from); at < xml.length;) {
    const character = xml.charAt(at);
    if (character === '>') return at + 1;
    if (character === '<') return -1;
    const closing = xml.indexOf(character, at + 1);
    if (closing < 0) return -1;
    at = past(OUTSIDE_QUOTES, xml, closing + 1);
  }
  return -1;
}

const OUTSIDE_QUOTES = /[^<>"']*/y;
const BLANKS = /\s*/y;
const TAG_NAME = /[^\s/>!?<]*/y;
const ATTRIBUTE_NAME = /[^\s="'/]*/y;

/** Where what a pattern takes from a place on ends, though not beyond a limit. */
function past(pattern: RegExp, xml: string, from: number, limit = xml.length): number {
  pattern.lastIndex = from;
  pattern.test(xml); // takes nothing on at the least, and so always moves on to its end
  return Math.min(pattern.lastIndex, limit);
}

/** The attributes of an opening tag in their order; what is none is passed over. */
export function attributesOf(xml: string, tag: Tag): Attribute[] {
  return [...attributesIn(xml, tag)].filter((part) => 'name' in part);
}

/** The attributes of an opening tag in their order, and where something stands that is none. */
export function* attributesIn(
  xml: string,
  { name, start, end, empty }: Tag,
): Generator<Attribute | { astray: number }> {
  const last = end - (empty ? 2 : 1);
  let at = start + 1 + name.length;
  while (at < last) {
    const next = past(BLANKS, xml, at, last);
    if (next >= last) return;
    if (next === at) yield { astray: at }; // nothing keeps it apart from what stands before
    const nameEnd = past(ATTRIBUTE_NAME, xml, next, last);
    const equals = past(BLANKS, xml, nameEnd, last);
    const value = past(BLANKS, xml, equals + 1, last);
    const quote = xml.charAt(value);
    if (nameEnd > next && xml.charAt(equals) === '=' && (quote === '"' || quote === "'")) {
      const to = xml.indexOf(quote, value + 1); // the tag has an end, so the quote has one
      yield { name: xml.slice(next, nameEnd), start: next, from: value + 1, to };
      at = to + 1;
    } else {
      yield { astray: next };
      at = pastJunk(xml, next, last);
    }
  }
}

/** Behind a word without a value, or a value without a name. */
function pastJunk(xml: string, from: number, end: number): number {
  const quote = xml.charAt(from);
  if (quote === '"' || quote === "'") return xml.indexOf(quote, from + 1) + 1;
  return Math.max(past(ATTRIBUTE_NAME, xml, from, end), from + 1);
}

/** The prefix of a name, '' where it has none. */
export const prefixOf = (name: string): string => name.slice(0, Math.max(name.indexOf(':'), 0));

/** The name without its prefix. */
export const localOf = (name: string): string => name.slice(name.indexOf(':') + 1);

/** Stretches of a text in their order, each with what goes in its place. */
export interface Replacement {
  start: number;
  end: number;
  by: string;
}

/** @returns the text with all replacements made; the very same one where there are none */
export function replaceAll(text: string, replacements: readonly Replacement[]): string {
  if (replacements.length === 0) return text;
  const parts: string[] = [];
  let position = 0;
  for (const { start, end, by } of replacements) {
    parts.push(text.slice(position, start), by);
    position = end;
  }
  return parts.join('') + text.slice(position);
}
