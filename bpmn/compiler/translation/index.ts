/**
 * The part of EL (JUEL) that diagrams of the Camunda family use — comparison, logic, arithmetic,
 * choice, property and index access, text around expressions — and scripts that say no more than
 * that, translated to FEEL with all that their own languages make of values of other kinds.
 * Anything else (method calls, bean look-ups) has no meaning in this engine and is refused.
 */
import { EL } from './el.js';
import { JuelError, type Words } from './lexer.js';
import { translated } from './operands.js';
import { meaningOf, type Script } from './script.js';
import { parse } from './syntax.js';

export { JuelError } from './lexer.js';

/** FEEL that says what a foreign expression says. */
export interface Translation {
  feel: string;
  /** Where it comes from it always has a value: null means that it failed. */
  certain: boolean;
}

/** Longest text in which expressions are looked for, in UTF-16 code units. */
const MOST_TEXT = 20_000;

const WORDS: Words = {
  operators: {
    eq: '==',
    ne: '!=',
    lt: '<',
    gt: '>',
    le: '<=',
    ge: '>=',
    and: '&&',
    or: '||',
    not: '!',
    div: '/',
    mod: '%',
    empty: 'empty',
  },
  refused: new Set(['instanceof']),
  strictEquality: false,
  octal: false,
  interpolates: false,
};

const NO_VARIABLES = new Set(
  'undefined NaN Infinity this typeof new void delete in instanceof var let const def None True False nil self'.split(
    ' ',
  ),
);

/** Whether a text is, or holds, a JUEL expression `${…}` or `#{…}`. */
export const hasJuel = (text: string): boolean => /(?<!\\)[$#]\{/.test(text);

/**
 * Translates a text that is or holds JUEL to FEEL. Text around expressions becomes a text, in
 * which what is null leaves no trace, as in JUEL.
 * @throws JuelError when it is outside the part carried over
 */
export function translateJuel(source: string): Translation {
  const parts = segmentsOf(source.trim());
  const [only] = parts;
  if (parts.length === 1 && only?.expression) return fromEl(only.text);
  const texts = parts.map(({ text, expression }) =>
    expression ? fromEl(text) : { feel: JSON.stringify(text), certain: false },
  );
  const joined = composedOf(texts, (feels) => {
    const written = feels.map((feel, at) => (parts[at]?.expression ? `string(${feel})` : feel));
    return `string join([${written.join(', ')}])`;
  });
  return { ...joined, certain: true };
}

/**
 * FEEL that is put together from others. One of them that failed in its own language would be null
 * within a value that looks whole: the whole is null then.
 * @param body given what stands for each part
 */
export function composedOf(
  parts: readonly Translation[],
  body: (feels: string[]) => string,
): Translation {
  const named = parts.map(({ feel, certain }, at) => (certain ? `whole_${at + 1}` : feel));
  const certain = parts.flatMap((part, at) => (part.certain ? [{ ...part, name: named[at] }] : []));
  if (certain.length === 0) return { feel: body(named), certain: false };
  const entries = certain.map(({ name, feel }) => `${name}: ${feel}`);
  const failed = certain.map(({ name }) => `${name} = null`).join(' or ');
  const value = `if ${failed} then null else ${body(named)}`;
  return { feel: `{${entries.join(', ')}, value: ${value}}.value`, certain: true };
}

function fromEl(source: string): Translation {
  const { feel, certain } = translated(parse(source, WORDS), EL);
  return { feel, certain };
}

/**
 * Translates a script that is no more than an expression of comparison, logic and arithmetic.
 * @param language as the file names it
 * @throws JuelError when it says more
 */
export function translateScript(source: string, language: string): Translation {
  if (source.length > MOST_TEXT) throw new JuelError(`脚本超过 ${MOST_TEXT} 个字`);
  const script = scriptOf(language);
  const words: Words = {
    operators: {},
    refused: NO_VARIABLES,
    strictEquality: script === 'javascript',
    octal: true,
    interpolates: script !== 'javascript',
  };
  const body = source
    .trim()
    .replace(/^return\b/, '')
    .trimEnd()
    .replace(/;$/, '');
  const { feel, certain } = translated(parse(body, words), meaningOf(script));
  return { feel, certain };
}

function scriptOf(language: string): Script {
  if (/java-?script|ecma-?script|^(x-)?js$/i.test(language)) return 'javascript';
  return /groovy/i.test(language) ? 'groovy' : 'other';
}

/** One stretch of a text: as it stands, or the inside of `${…}` or `#{…}`. */
interface Segment {
  text: string;
  expression: boolean;
}

/** An expression, whose quoted texts may hold braces; `\${` stands for itself. */
const INSIDE = /(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^'"}])*\}/y;

function segmentsOf(source: string): Segment[] {
  if (source.length > MOST_TEXT) throw new JuelError(`表达式超过 ${MOST_TEXT} 个字`);
  const parts: Segment[] = [];
  let position = 0;
  const plain = (until: number): void => {
    const text = source.slice(position, until);
    if (text !== '') parts.push({ text: text.replace(/\\([$#]\{)/g, '$1'), expression: false });
  };
  for (
    let opening = nextOpening(source, 0);
    opening >= 0;
    opening = nextOpening(source, position)
  ) {
    plain(opening);
    INSIDE.lastIndex = opening + 2;
    if (!INSIDE.test(source)) throw new JuelError('表达式没有以“}”结束');
    parts.push({ text: source.slice(opening + 2, INSIDE.lastIndex - 1), expression: true });
    position = INSIDE.lastIndex;
  }
  plain(source.length);
  return parts;
}

function nextOpening(source: string, from: number): number {
  const opening = /(?<!\\)[$#]\{/g;
  opening.lastIndex = from;
  return opening.exec(source)?.index ?? -1;
}
