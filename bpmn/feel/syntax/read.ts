/** The grammar's tree → our own. */
import type { SyntaxNode, Tree } from '@lezer/common';
import type { Span } from '../evaluate/frame.js';
import { MOST_EXPRESSION_TEXT, MOST_NESTING } from '../limits.js';
import { parseNumber } from '../values/number.js';
import { readTemporal } from '../values/temporal.js';
import type { Comparator, Loop, Named, Node, Operator, Tests, Type } from './ast.js';
import { parseTree } from './grammar.js';
import { normalName } from './names.js';
import { unreadable } from './problem.js';
import { readText } from './text.js';

/** @throws Unreadable */
export function readExpression(text: string, names: readonly string[]): Node {
  if (text.trim() === '') unreadableWhole('表达式为空，请填写表达式', text);
  const tree = readTree(text, 'Expression', names);
  const [expression, more] = childrenOf(tree.topNode);
  if (!expression || more) return unreadable('表达式不完整，请按 FEEL 语法修改', tree.topNode);
  return new Reader(text).node(expression);
}

/** @throws Unreadable */
export function readTests(text: string, names: readonly string[]): Tests {
  if (['', '-'].includes(text.trim())) return { any: true };
  const tree = readTree(text, 'UnaryTests', names);
  const children = childrenOf(tree.topNode);
  if (children[0]?.name === 'Wildcard') return { any: true };
  const negated = children[0]?.name === 'not';
  const tests = children.find(({ name }) => name === 'PositiveUnaryTests');
  if (!tests) return unreadable('条件不完整，请按 FEEL 语法修改', tree.topNode);
  const reader = new Reader(text);
  return { negated, tests: childrenOf(tests).map((test) => reader.node(only(test))) };
}

function readTree(text: string, top: 'Expression' | 'UnaryTests', names: readonly string[]): Tree {
  if (text.length > MOST_EXPRESSION_TEXT) {
    unreadableWhole(
      `表达式有 ${text.length} 个字符，超过上限 ${MOST_EXPRESSION_TEXT}，请拆成几个表达式`,
      text,
    );
  }
  const tree = parseTree(text, top, names);
  const cursor = tree.cursor();
  do {
    if (cursor.type.isError) refuse(text, cursor);
  } while (cursor.next());
  return tree;
}

function refuse(text: string, { from, to }: Span): never {
  const found = text.slice(from, to === from ? from + 1 : to);
  const what = found.trim() === '' ? '表达式不完整' : `不认识“${found}”`;
  return unreadable(`${what}，请按 FEEL 语法修改`, { from, to });
}

const unreadableWhole = (reason: string, text: string): never =>
  unreadable(reason, { from: 0, to: text.length });

const COMMENTS = ['LineComment', 'BlockComment'];

function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (!COMMENTS.includes(child.name)) children.push(child);
  return children;
}

const only = (node: SyntaxNode): SyntaxNode =>
  childrenOf(node)[0] ?? unreadable('表达式不完整，请按 FEEL 语法修改', node);

const PUNCTUATION = new Set('( ) [ ] { } . .. ,'.split(' '));

class Reader {
  private depth = 0;

  constructor(private readonly text: string) {}

  node(node: SyntaxNode): Node {
    this.depth += 1;
    if (this.depth > MOST_NESTING) {
      unreadable(`嵌套超过 ${MOST_NESTING} 层，请拆成几个表达式`, node);
    }
    const read =
      readers[node.name] ?? unreadable(`不认识“${this.of(node)}”，请按 FEEL 语法修改`, node);
    const result = { ...read(this, node), from: node.from, to: node.to } as Node;
    this.depth -= 1;
    return result;
  }

  nodes(nodes: SyntaxNode[]): Node[] {
    return nodes.map((each) => this.node(each));
  }

  of({ from, to }: Span): string {
    return this.text.slice(from, to);
  }

  named(node: SyntaxNode): Named {
    return { name: this.name(node), from: node.from, to: node.to };
  }

  /** A name without the comments in it. */
  name(node: SyntaxNode): string {
    return normalName(this.of(node).replace(/\/\*[^]*?\*\/|\/\/[^\n]*/g, ' '));
  }

  loops(node: SyntaxNode | undefined): Loop[] {
    return (node ? childrenOf(node) : []).map((each) => {
      const [name, , iteration] = childrenOf(each);
      if (!name || !iteration) return unreadable('循环不完整，请写作“名称 in 列表”', each);
      const [over, , until] = childrenOf(iteration);
      return {
        ...this.named(name),
        over: this.node(over ?? iteration),
        ...(until && { until: this.node(until) }),
      };
    });
  }

  type(node: SyntaxNode): Type {
    const inner = node.name === 'Type' || node.name === 'ArgumentType' ? only(node) : node;
    const parts = childrenOf(inner);
    const types = parts.filter(({ name }) => name === 'Type').map((each) => this.type(each));
    switch (inner.name) {
      case 'Type':
        return this.type(inner);
      case 'ListType': {
        const range = this.text.startsWith('range', inner.from);
        return range ? { range: types[0]! } : { list: types[0]! };
      }
      case 'ContextType': {
        const entries = parts
          .filter(({ name }) => name === 'ContextEntryTypes')
          .flatMap(childrenOf);
        return { context: Object.fromEntries(entries.map((entry) => this.entryType(entry))) };
      }
      case 'FunctionType': {
        const given = parts.filter(({ name }) => name === 'ArgumentTypes').flatMap(childrenOf);
        const result = types.at(-1) ?? unreadable('函数类型缺少结果的类型', inner);
        return { parameters: given.map((each) => this.type(each)), result };
      }
      default:
        return { name: this.name(inner) };
    }
  }

  private entryType(entry: SyntaxNode): [string, Type] {
    const [name, type] = childrenOf(entry);
    if (!name || !type) return unreadable('类型不完整', entry);
    return [this.name(name), this.type(type)];
  }
}

type Read<Kind extends Node = Node> = (reader: Reader, node: SyntaxNode) => Unplaced<Kind>;
type Unplaced<Kind> = Kind extends Node ? Omit<Kind, 'from' | 'to'> : never;

const INCOMPLETE = '表达式不完整，请按 FEEL 语法修改';

/** The parts of an operation, signs and words left out. */
function operands(reader: Reader, node: SyntaxNode): Node[] {
  const parts = childrenOf(node).filter(({ name }) => readers[name] !== undefined);
  return reader.nodes(parts);
}

function binary(reader: Reader, node: SyntaxNode): { left: Node; right: Node } {
  const [left, right] = operands(reader, node);
  return left && right ? { left, right } : unreadable(INCOMPLETE, node);
}

const inner: Read = (reader, node) => {
  const parts = childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name));
  return parts.length === 1 ? reader.node(parts[0]!) : unreadable(INCOMPLETE, node);
};

const literal = (value: unknown): Unplaced<Node> => ({ kind: 'literal', value });

const arithmetic: Read = (reader, node) => {
  const operator = reader.of(childrenOf(node).find(({ name }) => name === 'ArithOp') ?? node);
  const parts = operands(reader, node);
  if (parts.length === 1) return { kind: 'negation', of: parts[0]! };
  refuseTest(reader, childrenOf(node).at(-1));
  return { kind: 'arithmetic', operator: operator as Operator, ...binary(reader, node) };
};

/** `a == b` would be read as `a = (= b)`. */
function refuseTest(reader: Reader, right: SyntaxNode | undefined): void {
  if (right?.name !== 'SimplePositiveUnaryTest') return;
  const [operator] = childrenOf(right);
  if (operator?.name !== 'CompareOp') return;
  const sign = reader.of(operator);
  unreadable(
    sign === '='
      ? 'FEEL 用一个等号“=”比较，没有“==”，请删去一个等号'
      : `“${sign}”前面还有一个运算符，请删去一个`,
    operator,
  );
}

const comparison: Read = (reader, node) => {
  const parts = childrenOf(node);
  const [left, operator, right, , high] = parts;
  if (!left || !operator || !right) return unreadable(INCOMPLETE, node);
  if (operator.name === 'between') {
    if (!high) return unreadable('between 缺少“and 上限”', node);
    return {
      kind: 'between',
      of: reader.node(left),
      low: reader.node(right),
      high: reader.node(high),
    };
  }
  if (operator.name === 'in') {
    const tests = parts.find(({ name }) => name === 'PositiveUnaryTests');
    const read = (tests ? childrenOf(tests) : [right]).map((test) =>
      reader.node(test.name === 'PositiveUnaryTest' ? only(test) : test),
    );
    return { kind: 'in', of: reader.node(left), tests: read };
  }
  refuseTest(reader, right);
  return {
    kind: 'compare',
    operator: reader.of(operator) as Comparator,
    left: reader.node(left),
    right: reader.node(right),
  };
};

const test: Read = (reader, node) => {
  const [operator, operand] = childrenOf(node);
  if (operator?.name === 'Interval') return interval(reader, operator);
  if (!operator || !operand) return unreadable(INCOMPLETE, node);
  const sign = reader.of(operator);
  const value = reader.node(operand);
  if (sign === '=' || sign === '!=') return { kind: 'equals', operator: sign, value };
  const included = sign.endsWith('=');
  return sign.startsWith('<')
    ? { kind: 'range', end: value, startIncluded: false, endIncluded: included }
    : { kind: 'range', start: value, startIncluded: included, endIncluded: false };
};

const interval: Read = (reader, node) => {
  const parts = childrenOf(node);
  const [start, end] = reader.nodes(parts.filter(({ name }) => !PUNCTUATION.has(name)));
  if (!start || !end) return unreadable('区间不完整，请写作 [下限..上限]', node);
  const [open, close] = [parts[0]!, parts.at(-1)!].map((each) => reader.of(each));
  return { kind: 'range', start, end, startIncluded: open === '[', endIncluded: close === ']' };
};

const invocation: Read = (reader, node) => {
  const [called, ...rest] = childrenOf(node);
  if (!called) return unreadable(INCOMPLETE, node);
  const name: Node = isName(called)
    ? { kind: 'name', ...reader.named(called) }
    : reader.node(called);
  const named = rest.find((each) => each.name === 'NamedParameters');
  if (named) {
    return {
      kind: 'call',
      called: name,
      named: childrenOf(named).map((each) => {
        const [parameter, value] = childrenOf(each);
        if (!parameter || !value) return unreadable(INCOMPLETE, each);
        return { ...reader.named(parameter), value: reader.node(value) };
      }),
    };
  }
  const positional = rest.find((each) => each.name === 'PositionalParameters');
  return {
    kind: 'call',
    called: name,
    positional: positional ? reader.nodes(childrenOf(positional)) : [],
  };
};

const isName = ({ name }: SyntaxNode): boolean =>
  ['SpecialFunctionName', 'DateTimeConstructor', 'VariableName'].includes(name);

/** `date(…)`, which is a call, or `@"…"`. */
const temporal: Read = (reader, node) => {
  const [first] = childrenOf(node);
  if (first?.name !== 'AtLiteral') return invocation(reader, node);
  const written = readText(reader.of(only(first)));
  const value = readTemporal(written);
  const wrong = `“${written}”不是日期、时间或时长，请按 ISO 8601 书写`;
  return value === null ? { kind: 'literal', value, wrong } : literal(value);
};

const loop =
  (kind: 'some' | 'every' | 'for'): Read =>
  (reader, node) => {
    const parts = childrenOf(node);
    const loops = reader.loops(parts.find(({ name }) => name === 'InExpressions'));
    const body = parts.at(-1);
    if (loops.length === 0 || !body || !readers[body.name]) return unreadable(INCOMPLETE, node);
    const result = reader.node(body);
    return kind === 'for' ? { kind, loops, result } : { kind, loops, condition: result };
  };

const functionDefinition: Read = (reader, node) => {
  const parts = childrenOf(node);
  const formal = parts.find(({ name }) => name === 'FormalParameters');
  const body = parts.find(({ name }) => name === 'FunctionBody');
  if (!body) return unreadable('函数没有内容', node);
  return {
    kind: 'function',
    parameters: (formal ? childrenOf(formal) : []).map((each) => {
      const [name, type] = childrenOf(each);
      if (!name) return unreadable(INCOMPLETE, each);
      return { ...reader.named(name), ...(type && { type: reader.type(type) }) };
    }),
    body: reader.node(only(body)),
    external: parts.some(({ name }) => name === 'external'),
  };
};

const context: Read = (reader, node) => ({
  kind: 'context',
  entries: childrenOf(node)
    .filter(({ name }) => name === 'ContextEntry')
    .map((entry) => {
      const [key, value] = childrenOf(entry);
      if (!key || !value) return unreadable('上下文的条目不完整，请写作“名称: 值”', entry);
      const written = only(key);
      const name =
        written.name === 'StringLiteral' ? readText(reader.of(written)) : reader.name(written);
      return { name, from: key.from, to: key.to, value: reader.node(value) };
    }),
});

const readers: Readonly<Record<string, Read>> = {
  NumericLiteral: (reader, node) => {
    const number = parseNumber(reader.of(node).replace(/\s+/g, ''));
    return number === null ? unreadable('数字太大', node) : literal(number);
  },
  StringLiteral: (reader, node) => literal(readText(reader.of(node))),
  BooleanLiteral: (reader, node) => literal(reader.of(node) === 'true'),
  null: () => literal(null),
  '?': () => ({ kind: 'input' }),
  VariableName: (reader, node) => {
    const name = reader.name(node);
    return name === '?' ? { kind: 'input' } : { kind: 'name', name };
  },
  DateTimeLiteral: temporal,
  ParenthesizedExpression: inner,
  SimplePositiveUnaryTest: test,
  PositiveUnaryTest: inner,
  Interval: interval,
  List: (reader, node) => ({
    kind: 'list',
    items: reader.nodes(childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name))),
  }),
  Context: context,
  PathExpression: (reader, node) => {
    const parts = childrenOf(node);
    return { kind: 'path', of: reader.node(parts[0]!), entry: reader.named(parts.at(-1)!) };
  },
  FilterExpression: (reader, node) => {
    const [of, by] = reader.nodes(childrenOf(node).filter(({ name }) => !PUNCTUATION.has(name)));
    return of && by ? { kind: 'filter', of, by } : unreadable('筛选条件不完整', node);
  },
  FunctionInvocation: invocation,
  ArithmeticExpression: arithmetic,
  Comparison: comparison,
  Conjunction: (reader, node) => ({ kind: 'and', ...binary(reader, node) }),
  Disjunction: (reader, node) => ({ kind: 'or', ...binary(reader, node) }),
  InstanceOfExpression: (reader, node) => {
    const parts = childrenOf(node);
    return { kind: 'instance', of: reader.node(parts[0]!), type: reader.type(parts.at(-1)!) };
  },
  IfExpression: (reader, node) => {
    const [condition, then, otherwise] = operands(reader, node);
    if (!condition || !then || !otherwise) {
      return unreadable('if 须写全：if 条件 then 值 else 值', node);
    }
    return { kind: 'if', condition, then, otherwise };
  },
  ForExpression: loop('for'),
  QuantifiedExpression: (reader, node) =>
    loop(childrenOf(node)[0]?.name === 'every' ? 'every' : 'some')(reader, node),
  FunctionDefinition: functionDefinition,
};
