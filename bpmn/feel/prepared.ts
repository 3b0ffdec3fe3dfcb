/**
 * Expressions read once. feelin reads its text anew at every evaluation, which costs a hundred
 * times more than to evaluate it. So an expression is evaluated once as the body of a FEEL function
 * whose parameters are the variables it names, and that function is called with their values:
 * it is feelin that evaluates in any case, and it gives the same value and the same warnings.
 *
 * That holds where the values of variables make no difference to the reading of the text. They do
 * where a name in them has a space or a symbol in it (`a-b`) or is a word of FEEL; such an
 * expression is left to the caller to be read anew (`undefined`).
 */
import { evaluate, FeelFunction, isFunction, parseExpression, type Warning } from 'feelin';

type Context = Readonly<Record<string, unknown>>;

export interface Prepared {
  value: unknown;
  warnings: Warning[];
}

/** A function for one expression and the names it finds; null = has to be read anew every time. */
interface Ready {
  names: readonly string[];
  call: FeelFunction;
  /** feelin adds to it at each call. */
  warnings: Warning[];
}

interface Text {
  /** Without white space: what a name must occur in to make a difference. */
  squeezed: string;
  /** Words in it that can be names of variables. */
  words: readonly string[];
  /** Whether entries of values are named in it, too. */
  looksInside: boolean;
  ready: Map<string, Ready | null>;
}

/** How many texts are kept; then all are forgotten. A process has tens of them. */
const MOST_TEXTS = 5_000;
/** Which of its variables are there differs from one evaluation of a text to the next; seldom much. */
const MOST_VARIANTS = 16;
const MOST_NAMES = 50_000;

const texts = new Map<string, Text>();
const squeezedNames = new Map<string, string | null>();

const WORD = /[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*/g;
const PLAIN_NAME = /^[A-Za-z_\u4e00-\u9fff][A-Za-z0-9_\u4e00-\u9fff]*$/;

/** Words that FEEL reads in a way of its own, or objects in JavaScript. */
const RESERVED = new Set(
  (
    'if then else for in return some every satisfies instance of and or not between null true ' +
    'false function external date time duration list context range partial item __proto__'
  ).split(' '),
);

/**
 * Evaluates an expression without reading it anew.
 * @returns undefined when it has to be read anew with just these values
 * @throws what feelin throws
 */
export function evaluatePrepared(expression: string, context: Context): Prepared | undefined {
  const text = textOf(expression);
  if (mattersToReading(text, context)) return undefined;
  const names = text.words.filter(
    (word) => Object.hasOwn(context, word) && context[word] !== undefined,
  );
  const key = names.join(' ');
  let ready = text.ready.get(key);
  if (ready === undefined) {
    ready = prepare(expression, names);
    if (text.ready.size >= MOST_VARIANTS) text.ready.clear();
    text.ready.set(key, ready);
  }
  return ready ? call(ready, context) : undefined;
}

function textOf(expression: string): Text {
  let text = texts.get(expression);
  if (!text) {
    const words = new Set(expression.match(WORD) ?? []);
    text = {
      squeezed: squeeze(expression),
      words: [...words].filter((word) => !RESERVED.has(word)),
      looksInside: /[.[]/.test(expression),
      ready: new Map(),
    };
    if (texts.size >= MOST_TEXTS) texts.clear();
    texts.set(expression, text);
  }
  return text;
}

/** The expression as a function, unless feelin reads it otherwise there than alone. */
function prepare(expression: string, names: readonly string[]): Ready | null {
  const head = `function(${names.join(', ')}) `;
  const whole = head + expression;
  try {
    const alone = shape(expression, Object.fromEntries(names.map((name) => [name, null])), 0);
    const body = shape(whole, {}, head.length);
    if (alone.join() !== body.join()) return null;
    const { value, warnings } = evaluate(whole, {});
    return isFunction(value) ? { names, call: value as FeelFunction, warnings } : null;
  } catch {
    return null;
  }
}

/** What is read from a place on: the kind, beginning and end of each part of the expression. */
function shape(text: string, context: Context, offset: number): string[] {
  const parts: string[] = [];
  parseExpression(text, context, undefined).iterate({
    enter({ type, name, from, to }) {
      if (type.isError) throw new Error('unreadable');
      const framing = name === 'Expression' || name === 'FunctionBody';
      if (from >= offset && !framing) parts.push(`${name} ${from - offset} ${to - offset}`);
    },
  });
  return parts;
}

function call({ names, call: body, warnings }: Ready, context: Context): Prepared {
  // calls may nest, when a variable is a function that evaluates further FEEL
  const before = warnings.length;
  try {
    const value: unknown = body.invoke(names.map((name) => context[name]));
    return { value, warnings: warnings.slice(before) };
  } finally {
    warnings.length = before;
  }
}

/** Whether the reading of a text depends on names in these values, or feelin would convert them. */
function mattersToReading(text: Text, context: Context): boolean {
  for (const name of Object.keys(context)) {
    if (isNamedOddly(text, name) || hasOddValue(text, context[name])) return true;
  }
  return false;
}

function hasOddValue(text: Text, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (Array.isArray(value)) return value.some((entry) => hasOddValue(text, entry));
  if (Object.getPrototypeOf(value) !== Object.prototype) return true;
  for (const name in value) {
    if (text.looksInside && isNamedOddly(text, name)) return true;
    if (hasOddValue(text, (value as Context)[name])) return true;
  }
  return false;
}

function isNamedOddly({ squeezed }: Text, name: string): boolean {
  let odd = squeezedNames.get(name);
  if (odd === undefined) {
    odd = PLAIN_NAME.test(name) && !RESERVED.has(name) ? null : squeeze(name);
    if (squeezedNames.size >= MOST_NAMES) squeezedNames.clear();
    squeezedNames.set(name, odd);
  }
  return odd !== null && squeezed.includes(odd);
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');
