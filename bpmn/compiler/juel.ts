/**
 * The part of JUEL that diagrams of the Camunda family use in conditions — comparison, logic,
 * arithmetic, choice, property and index access, text around expressions — translated to FEEL.
 * Anything else (method calls, bean look-ups) has no meaning in this engine and is refused.
 * A script in JavaScript, Groovy or the like is carried over where it says no more than that.
 */

/** The text is not in the part of JUEL that is carried over. */
export class JuelError extends Error {
  override name = 'JuelError';
}

interface Token {
  kind: 'number' | 'string' | 'name' | 'symbol' | 'end';
  text: string;
}

/** A translated piece and how tightly its outermost operator binds; an operand binds by 9. */
interface Piece {
  feel: string;
  binds: number;
}

const TOKEN =
  /\s*(?:(\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+(?:[eE][-+]?\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([\p{L}_$][\p{L}\p{N}_$]*)|(===|!==|==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]]))/uy;

/** Words that are operators in JUEL. */
const WORDS: Readonly<Record<string, string>> = {
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
};

/** Operators by how tightly they bind, and how FEEL writes them. */
const BINARY: Readonly<Record<string, { binds: number; feel: string }>> = {
  '||': { binds: 1, feel: 'or' },
  '&&': { binds: 2, feel: 'and' },
  '==': { binds: 3, feel: '=' },
  '!=': { binds: 3, feel: '!=' },
  '<': { binds: 4, feel: '<' },
  '>': { binds: 4, feel: '>' },
  '<=': { binds: 4, feel: '<=' },
  '>=': { binds: 4, feel: '>=' },
  '+': { binds: 5, feel: '+' },
  '-': { binds: 5, feel: '-' },
  '*': { binds: 6, feel: '*' },
  '/': { binds: 6, feel: '/' },
  '%': { binds: 6, feel: 'remainder' },
};
const OPERAND = 9;

/** One stretch of a text: as it stands, or the inside of `${…}` or `#{…}`. */
interface Segment {
  text: string;
  expression: boolean;
}

/** An expression, whose quoted texts may hold braces; `\${` stands for itself. */
const EMBEDDED = /(?<!\\)[$#]\{((?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*"|[^'"}])*)\}/g;

/** Whether a text is, or holds, a JUEL expression `${…}` or `#{…}`. */
export const hasJuel = (text: string): boolean => /(?<!\\)[$#]\{/.test(text);

/**
 * Translates a text that is or holds JUEL to FEEL. Text around expressions becomes a text, in
 * which what is null leaves no trace, as in JUEL.
 * @throws JuelError when it is outside the part carried over
 */
export function translateJuel(source: string): string {
  const parts = segmentsOf(source.trim());
  const [only] = parts;
  if (parts.length === 1 && only?.expression) return translate(only.text, JUEL);
  const texts = parts.map(({ text, expression }) =>
    expression ? `string(${translate(text, JUEL)})` : JSON.stringify(text),
  );
  return `string join([${texts.join(', ')}])`;
}

/**
 * Translates a script that is no more than an expression of comparison, logic and arithmetic.
 * @throws JuelError when it says more
 */
export function translateScript(source: string): string {
  const body = source.trim().replace(/^return\b/, '');
  return translate(body.replace(/;\s*$/, ''), SCRIPT);
}

/** Where the languages differ. */
interface Syntax {
  /** Words that are operators. */
  words: Readonly<Record<string, string>>;
  strictEquality: boolean;
}
const JUEL: Syntax = { words: { ...WORDS, empty: 'empty' }, strictEquality: false };
const SCRIPT: Syntax = { words: {}, strictEquality: true };

const translate = (source: string, syntax: Syntax): string =>
  new Translator(tokenize(source, syntax)).translate();

function segmentsOf(source: string): Segment[] {
  const parts: Segment[] = [];
  let position = 0;
  const plain = (until: number): void => {
    const text = source.slice(position, until);
    if (hasJuel(text)) throw new JuelError('表达式没有以“}”结束');
    if (text !== '') parts.push({ text: text.replace(/\\([$#]\{)/g, '$1'), expression: false });
  };
  for (const match of source.matchAll(EMBEDDED)) {
    plain(match.index);
    parts.push({ text: match[1] ?? '', expression: true });
    position = match.index + match[0].length;
  }
  plain(source.length);
  return parts;
}

function tokenize(source: string, { words, strictEquality }: Syntax): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const end = source.trimEnd().length;
  while (position < end) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(source);
    if (!match) throw new JuelError(`无法识别“${source.slice(position).trim()}”`);
    const [, number, string, name, symbol = ''] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: plainNumber(number) });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unquote(string) });
    else if (name !== undefined && Object.hasOwn(words, name))
      tokens.push({ kind: 'symbol', text: words[name] ?? name });
    else if (name !== undefined) tokens.push({ kind: 'name', text: checkedName(name) });
    else if (!/^[!=]==$/.test(symbol)) tokens.push({ kind: 'symbol', text: symbol });
    else if (strictEquality) tokens.push({ kind: 'symbol', text: symbol.slice(0, 2) });
    else throw new JuelError(`“${symbol}”不是 JUEL 的运算符`);
    position = TOKEN.lastIndex;
  }
  return tokens;
}

/** FEEL writes numbers without an exponent. */
function plainNumber(text: string): string {
  const plain = String(Number(text));
  if (/e/.test(plain)) throw new JuelError(`数“${text}”过大或过小`);
  return plain;
}

/** FEEL knows no `$` in names, and some of its own words are names elsewhere. */
function checkedName(name: string): string {
  if (name.includes('$') || FEEL_WORDS.has(name))
    throw new JuelError(`“${name}”不能用作 FEEL 的变量名`);
  return name;
}

const FEEL_WORDS: ReadonlySet<string> = new Set(
  'and or not if then else for in return some every satisfies between function instance'.split(' '),
);

const unquote = (quoted: string): string => quoted.slice(1, -1).replace(/\\(.)/g, '$1');

/** A recursive-descent translator: each method reads one construct and answers its FEEL. */
class Translator {
  private next = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  translate(): string {
    const { feel } = this.conditional();
    if (this.peek().kind !== 'end') throw new JuelError(`“${this.peek().text}”处多出内容`);
    return feel;
  }

  private conditional(): Piece {
    const test = this.binary(1);
    if (!this.accept('?')) return test;
    const whenTrue = this.conditional();
    this.require(':');
    const whenFalse = this.conditional();
    return { feel: `if ${test.feel} then ${whenTrue.feel} else ${whenFalse.feel}`, binds: 0 };
  }

  private binary(least: number): Piece {
    let left = this.unary();
    for (;;) {
      const operator = this.operator(least);
      if (!operator) return left;
      this.next++;
      const right = this.binary(operator.binds + 1);
      left =
        operator.feel === 'remainder'
          ? remainder(left, right)
          : {
              feel: `${within(left, operator.binds)} ${operator.feel} ${within(right, operator.binds + 1)}`,
              binds: operator.binds,
            };
    }
  }

  private operator(least: number) {
    const { kind, text } = this.peek();
    const operator = kind === 'symbol' && Object.hasOwn(BINARY, text) ? BINARY[text] : undefined;
    return operator && operator.binds >= least ? operator : undefined;
  }

  private unary(): Piece {
    if (this.accept('!')) return { feel: `not(${this.unary().feel})`, binds: OPERAND };
    if (this.accept('-')) return { feel: `-${within(this.unary(), OPERAND)}`, binds: 7 };
    if (this.accept('empty')) {
      const operand = within(this.unary(), OPERAND);
      return { feel: `(${operand} in ([null, "", [], {}]))`, binds: OPERAND };
    }
    return this.path(this.operand());
  }

  private operand(): Piece {
    const { kind, text } = this.take();
    if (kind === 'number') return { feel: text, binds: OPERAND };
    if (kind === 'string') return { feel: JSON.stringify(text), binds: OPERAND };
    if (kind === 'name') return { feel: text, binds: OPERAND };
    if (kind === 'symbol' && text === '(') {
      const inner = this.conditional();
      this.require(')');
      return { feel: `(${inner.feel})`, binds: OPERAND };
    }
    throw new JuelError(kind === 'end' ? '表达式不完整' : `“${text}”不能出现在此处`);
  }

  private path(start: Piece): Piece {
    let { feel } = start;
    for (;;) {
      if (this.accept('.')) {
        const { kind, text } = this.take();
        if (kind !== 'name') throw new JuelError('“.”之后应为属性名');
        feel += `.${text}`;
      } else if (this.accept('[')) {
        const index = this.conditional();
        this.require(']');
        feel = entry(feel, index);
      } else if (this.peek().text === '(' && this.peek().kind === 'symbol') {
        throw new JuelError(`不支持方法调用“${feel}(…)”`);
      } else return { feel, binds: OPERAND };
    }
  }

  private peek(): Token {
    return this.tokens[this.next] ?? { kind: 'end', text: '' };
  }

  private take(): Token {
    const token = this.peek();
    this.next++;
    return token;
  }

  private accept(symbol: string): boolean {
    const { kind, text } = this.peek();
    if (kind !== 'symbol' || text !== symbol) return false;
    this.next++;
    return true;
  }

  private require(symbol: string): void {
    if (!this.accept(symbol)) throw new JuelError(`缺少“${symbol}”`);
  }
}

const within = (piece: Piece, binds: number): string =>
  piece.binds < binds ? `(${piece.feel})` : piece.feel;

/** The remainder has the sign of the left side, where FEEL's `modulo` has that of the right. */
function remainder(left: Piece, right: Piece): Piece {
  const [dividend, divisor] = [within(left, 6), within(right, 7)];
  const times = `round down(${dividend} / ${divisor}, 0)`;
  return { feel: `(${within(left, 5)} - ${divisor} * ${times})`, binds: OPERAND };
}

/** An item of a list, counted from 0 where FEEL counts from 1, or an entry of a context. */
function entry(holder: string, index: Piece): string {
  const { feel } = index;
  if (/^"(?:[^"\\]|\\.)*"$/.test(feel)) return `get value(${holder}, ${feel})`;
  if (/^\d+$/.test(feel)) return `${holder}[${Number(feel) + 1}]`;
  const at = within(index, OPERAND);
  // A filter would look for the index's names in the items first; a part of a list does not.
  const item = `sublist(${holder}, ${at} + 1, 1)[1]`;
  return `(if ${at} instance of number then ${item} else get value(${holder}, ${at}))`;
}
