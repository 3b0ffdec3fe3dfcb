/**
 * The part of JUEL that diagrams of the Camunda family use in conditions — comparison, logic,
 * arithmetic, property access — translated to FEEL. Anything else (method calls, bean look-ups)
 * has no meaning in this engine and is refused.
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
  /\s*(?:(\d+(?:\.\d+)?)|('(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")|([A-Za-z_$][\w$]*)|(==|!=|<=|>=|&&|\|\||[-+*/%<>!?:.,()[\]]))/y;

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
  '%': { binds: 6, feel: 'modulo' },
};
const OPERAND = 9;

/** Whether the whole text is one JUEL expression, `${…}` or `#{…}`. */
export const isJuel = (text: string): boolean => /^[$#]\{[^]*\}$/.test(text.trim());

/** Translates `${…}` or `#{…}` to FEEL. @throws JuelError when it is outside the part carried over */
export function translateJuel(text: string): string {
  return new Translator(tokenize(text.trim().slice(2, -1))).translate();
}

function tokenize(source: string): Token[] {
  const tokens: Token[] = [];
  let position = 0;
  const end = source.trimEnd().length;
  while (position < end) {
    TOKEN.lastIndex = position;
    const match = TOKEN.exec(source);
    if (!match) throw new JuelError(`无法识别“${source.slice(position).trim()}”`);
    const [, number, string, name, symbol] = match;
    if (number !== undefined) tokens.push({ kind: 'number', text: number });
    else if (string !== undefined) tokens.push({ kind: 'string', text: unquote(string) });
    else if (name !== undefined && Object.hasOwn(WORDS, name))
      tokens.push({ kind: 'symbol', text: WORDS[name] ?? name });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name });
    else tokens.push({ kind: 'symbol', text: symbol ?? '' });
    position = TOKEN.lastIndex;
  }
  return tokens;
}

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
        operator.feel === 'modulo'
          ? { feel: `modulo(${left.feel}, ${right.feel})`, binds: OPERAND }
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
    const { kind, text } = this.peek();
    if (kind === 'name' && text === 'empty') {
      this.next++;
      const operand = within(this.unary(), OPERAND);
      return { feel: `(${operand} = null or ${operand} = "" or ${operand} = [])`, binds: OPERAND };
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
        const { kind, text } = this.take();
        this.require(']');
        if (kind === 'string') feel = `get value(${feel}, ${JSON.stringify(text)})`;
        // FEEL counts the items of a list from 1.
        else if (kind === 'number') feel += `[${Number(text) + 1}]`;
        else throw new JuelError('“[ ]”中只能写属性名或序号');
      } else if (this.peek().text === '(' && this.peek().kind === 'symbol') {
        throw new JuelError('不支持方法调用');
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
