/**
 * Whether JSON keeps within bounds, told in one pass over its bytes, before anything is built of
 * them: what reads a body afterwards may then take its size for granted.
 */

export interface JsonBounds {
  /** Objects and arrays within one another. */
  depth: number;
  /** Entries of one object or array. */
  members: number;
  /** Entries in all. */
  values: number;
}

/**
 * What is wrong; `text` is a string that no database keeps: a NUL, or half of a surrogate pair; `key` the
 * name `__proto__`, by which an object that is copied would get what nobody looks for in it.
 */
export type JsonFault = keyof JsonBounds | 'text' | 'key';

export interface FoundFault {
  fault: JsonFault;
  /** JSON pointer to where it is, as far as it was read. */
  field: string;
}

interface Container {
  isArray: boolean;
  members: number;
  /** Where the key stands that was read last, without its quotes. */
  key: readonly [from: number, to: number];
}

const [QUOTE, BACKSLASH, COMMA, COLON] = [...'"\\,:'].map((sign) => sign.charCodeAt(0));
const [BRACE, BRACE_END, BRACKET, BRACKET_END] = [...'{}[]'].map((sign) => sign.charCodeAt(0));

/** Of a pointer so many characters are told, of a key in it so many. */
const LONGEST_FIELD = 200;
const LONGEST_KEY = 60;

/**
 * The first fault of a JSON text, undefined when there is none. Whether it is JSON at all is the
 * parser's to say.
 * @param bytes UTF-8: within a character no byte looks like one of JSON's signs
 */
export function faultOfJson(bytes: Buffer, bounds: JsonBounds): FoundFault | undefined {
  const open: Container[] = [];
  let values = 0;
  let lastText: Container['key'] = [0, 0];
  const found = (fault: JsonFault): FoundFault => ({ fault, field: pointer(bytes, open) });
  for (let at = 0; at < bytes.length; at += 1) {
    const byte = bytes[at];
    const within = open.at(-1);
    if (byte === QUOTE) {
      const end = endOfText(bytes, at + 1);
      if (end === undefined) return found('text');
      lastText = [at + 1, end];
      at = end;
    } else if (byte === COLON) {
      if (within) within.key = lastText;
      if (isPrototype(bytes, lastText)) return found('key');
    } else if (byte === BRACE || byte === BRACKET) {
      open.push({ isArray: byte === BRACKET, members: 1, key: [0, 0] });
      values += 1;
      if (open.length > bounds.depth) return found('depth');
    } else if (byte === BRACE_END || byte === BRACKET_END) {
      open.pop();
    } else if (byte === COMMA && within) {
      within.members += 1;
      values += 1;
      if (within.members > bounds.members) return found('members');
    }
    if (values > bounds.values) return found('values');
  }
  return undefined;
}

const PROTOTYPE = '__proto__';
/** All of it spelt as `\\uXXXX`. */
const LONGEST_SPELLING = PROTOTYPE.length * 6;

function isPrototype(bytes: Buffer, [from, to]: Container['key']): boolean {
  if (to - from > LONGEST_SPELLING) return false;
  const key = bytes.toString('utf8', from, to);
  if (!key.includes('\\')) return key === PROTOTYPE;
  try {
    return JSON.parse(`"${key}"`) === PROTOTYPE;
  } catch {
    return false;
  }
}

/** Place of the closing quote, or the text's end; undefined = it holds what cannot be kept. */
function endOfText(bytes: Buffer, from: number): number | undefined {
  for (let at = from; at < bytes.length; at += 1) {
    if (bytes[at] === QUOTE) return at;
    if (bytes[at] !== BACKSLASH) continue;
    const code = escaped(bytes, at);
    if (code === 0 || isLowSurrogate(code)) return undefined;
    if (isHighSurrogate(code)) {
      if (!isLowSurrogate(escaped(bytes, at + 6))) return undefined;
      at += 6;
    }
    at += 1;
  }
  return bytes.length;
}

/** Of `\uXXXX` at this place the code; NaN for anything else. */
function escaped(bytes: Buffer, at: number): number {
  const text = bytes.toString('latin1', at, at + 6);
  return /^\\u[0-9a-f]{4}$/i.test(text) ? Number.parseInt(text.slice(2), 16) : NaN;
}

const isHighSurrogate = (code: number): boolean => code >= 0xd800 && code <= 0xdbff;
const isLowSurrogate = (code: number): boolean => code >= 0xdc00 && code <= 0xdfff;

function pointer(bytes: Buffer, open: readonly Container[]): string {
  const steps = open.map(({ isArray, members, key: [from, to] }) =>
    isArray ? String(members - 1) : bytes.toString('utf8', from, Math.min(to, from + LONGEST_KEY)),
  );
  // The container that is over its bound is named, not its entry.
  return `/${steps.join('/')}`.slice(0, LONGEST_FIELD);
}
