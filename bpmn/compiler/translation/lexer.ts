/** The words of an expression of EL (JUEL), JavaScript, Groovy and their like. */

/** The text is not in the part of its language that is carried over. */
export class JuelError extends Error {
  override name = 'JuelError';
}

export interface Token {
  kind: 'number' | 'string' | 'name' | 'symbol' | 'end';
  text: string;
}

/** Where the languages differ in their words. */
export interface Words {
  /** Words that are operators. */
  operators: Readonly<Record<string, string>>;
  /** Names that mean something else than a variable, and what to say of them. */
  refused: ReadonlySet<string>;
  strictEquality: boolean;
  /** Whether `010` is 8, or nothing at all. */
  octal: boolean;
  /** Whether `"…$x…"` holds expressions. */
  interpolates: boolean;
}

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{L}_$][\p{L}\p{N}_$]*)|(===|!==|==|!=|<=|>=|&&|\|\||--|\+\+|[-+*/%<>!?:.,()[\]]))/uy;

/** Words of an expression at most; longer ones are programs. */
const MOST_TOKENS = 1_000;

/** @throws JuelError */
export function tokenize(source: string, words: Words): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const end = source.trimEnd().length;
  while (position < end) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(source);
    if (!match) throw new JuelError(`无法识别“${short(source.slice(position).trim())}”`);
    tokens.push(tokenOf(match, words));
    if (tokens.length > MOST_TOKENS) throw new JuelError(`表达式超过 ${MOST_TOKENS} 个词`);
    position = TOKEN.lastIndex;
  }
  return tokens;
}

function tokenOf([, number, string, name, symbol = '']: RegExpExecArray, words: Words): Token {
  if (number !== undefined) return { kind: 'number', text: plainNumber(number, words) };
  if (string !== undefined) return { kind: 'string', text: unquote(string, words) };
  if (name !== undefined && Object.hasOwn(words.operators, name))
    return { kind: 'symbol', text: words.operators[name] ?? name };
  if (name !== undefined) return { kind: 'name', text: checkedName(name, words) };
  if (/^[!=]==$/.test(symbol) && !words.strictEquality)
    throw new JuelError(`“${symbol}”不是这种语言的运算符`);
  return { kind: 'symbol', text: symbol };
}

/** FEEL writes numbers without an exponent. */
function plainNumber(text: string, { octal }: Words): string {
  if (octal && /^0\d/.test(text)) throw new JuelError(`数“${short(text)}”不能以 0 开头`);
  const plain = String(Number(text));
  if (/[eI]/.test(plain)) throw new JuelError(`数“${short(text)}”过大或过小`);
  return plain;
}

/** FEEL knows no `$` in names, and some of its own words are names elsewhere. */
function checkedName(name: string, { refused }: Words): string {
  if (refused.has(name)) throw new JuelError(`“${name}”在 FEEL 中没有对应`);
  if (name.includes('$') || FEEL_WORDS.has(name))
    throw new JuelError(`“${short(name)}”不能用作 FEEL 的变量名`);
  return name;
}

const FEEL_WORDS: ReadonlySet<string> = new Set(
  'and or not if then else for in return some every satisfies between function instance'.split(' '),
);

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

function unquote(quoted: string, { interpolates }: Words): string {
  const inside = quoted.slice(1, -1);
  if (interpolates && quoted.startsWith('"') && /(?<!\\)[$#]/.test(inside))
    throw new JuelError(`文字 ${short(quoted)} 中有表达式`);
  return inside.replace(/\\(u[\da-f]{4}|.)/gi, (_whole, one: string) =>
    one.length > 1 ? String.fromCharCode(Number.parseInt(one.slice(1), 16)) : (ESCAPES[one] ?? one),
  );
}

/** A text as it can stand in a sentence. */
export const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
