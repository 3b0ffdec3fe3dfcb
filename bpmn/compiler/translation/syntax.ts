/** Expressions of EL and its like as trees: one grammar, whatever the operators come to mean. */
import { JuelError, short, tokenize, type Token, type Words } from './lexer.js';

export type Node =
  | { type: 'literal'; kind: 'number' | 'string' | 'boolean' | 'null'; text: string }
  | { type: 'name'; name: string }
  | { type: 'member'; of: Node; name: string }
  | { type: 'entry'; of: Node; at: Node }
  | { type: 'unary'; operator: '!' | '-' | 'empty'; operand: Node }
  | { type: 'binary'; operator: string; left: Node; right: Node }
  | { type: 'choice'; test: Node; yes: Node; no: Node };

/** Operators by how tightly they bind. */
const BINDS: Readonly<Record<string, number>> = {
  '||': 1,
  '&&': 2,
  '==': 3,
  '!=': 3,
  '===': 3,
  '!==': 3,
  '<': 4,
  '>': 4,
  '<=': 4,
  '>=': 4,
  '+': 5,
  '-': 5,
  '*': 6,
  '/': 6,
  '%': 6,
};

/** Brackets, choices and prefixes in one another at most. */
const MOST_DEPTH = 100;

/** @throws JuelError when it is no expression, or says more than one may */
export const parse = (source: string, words: Words): Node =>
  new Parser(tokenize(source, words)).parse();

/** Recursive descent, each method a construct, down to a depth. */
class Parser {
  private next = 0;
  private depth = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  parse(): Node {
    const node = this.conditional();
    if (this.peek().kind !== 'end') throw new JuelError(`“${short(this.peek().text)}”处多出内容`);
    return node;
  }

  private deeper(read: () => Node): Node {
    this.depth += 1;
    if (this.depth > MOST_DEPTH) throw new JuelError(`括号和运算嵌套超过 ${MOST_DEPTH} 层`);
    const node = read();
    this.depth -= 1;
    return node;
  }

  private conditional(): Node {
    return this.deeper(() => {
      const test = this.binary(1);
      if (!this.accept('?')) return test;
      const yes = this.conditional();
      this.require(':');
      return { type: 'choice', test, yes, no: this.conditional() };
    });
  }

  private binary(least: number): Node {
    let left = this.unary();
    for (;;) {
      const { kind, text } = this.peek();
      const binds = kind === 'symbol' && Object.hasOwn(BINDS, text) ? BINDS[text] : undefined;
      if (binds === undefined || binds < least) return left;
      this.next++;
      left = { type: 'binary', operator: text, left, right: this.binary(binds + 1) };
    }
  }

  private unary(): Node {
    for (const operator of ['!', '-', 'empty'] as const)
      if (this.accept(operator))
        return this.deeper(() => ({ type: 'unary', operator, operand: this.unary() }));
    return this.path(this.operand());
  }

  private operand(): Node {
    const { kind, text } = this.take();
    if (kind === 'number' || kind === 'string') return { type: 'literal', kind, text };
    if (kind === 'name' && /^(true|false)$/.test(text))
      return { type: 'literal', kind: 'boolean', text };
    if (kind === 'name' && text === 'null') return { type: 'literal', kind: 'null', text };
    if (kind === 'name') return { type: 'name', name: text };
    if (kind === 'symbol' && text === '(') {
      const inner = this.conditional();
      this.require(')');
      return inner;
    }
    throw new JuelError(kind === 'end' ? '表达式不完整' : `“${short(text)}”不能出现在此处`);
  }

  private path(start: Node): Node {
    let node = start;
    for (;;) {
      if (this.accept('.')) {
        const { kind, text } = this.take();
        if (kind !== 'name') throw new JuelError('“.”之后应为属性名');
        node = { type: 'member', of: node, name: text };
      } else if (this.accept('[')) {
        const at = this.conditional();
        this.require(']');
        node = { type: 'entry', of: node, at };
      } else if (this.peek().kind === 'symbol' && this.peek().text === '(') {
        throw new JuelError(`不支持方法调用“${nameOf(node)}(…)”`);
      } else return node;
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

function nameOf(node: Node): string {
  if (node.type === 'name') return node.name;
  if (node.type === 'member') return short(`${nameOf(node.of)}.${node.name}`);
  return '…';
}
