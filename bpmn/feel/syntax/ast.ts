/** Expressions as a tree, each part with its place in the text. */
import type { Span } from '../evaluate/frame.js';
import type { Value } from '../values/kinds.js';

export type Comparator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type Operator = '+' | '-' | '*' | '/' | '**';

/** A name as it is written, its spaces made even. */
export interface Named extends Span {
  name: string;
}

export type Node = Span &
  (
    | {
        kind: 'literal';
        value: Value;
        /** Why it is null, though it is written as a date or the like. */
        wrong?: string;
      }
    | { kind: 'name'; name: string }
    /** `?`: the value that unary tests look at. */
    | { kind: 'input' }
    | { kind: 'path'; of: Node; entry: Named }
    | { kind: 'filter'; of: Node; by: Node }
    | { kind: 'call'; called: Node; positional: Node[] }
    | { kind: 'call'; called: Node; named: (Named & { value: Node })[] }
    | { kind: 'list'; items: Node[] }
    | { kind: 'context'; entries: (Named & { value: Node })[] }
    /** An end that is left out does not bound it: `(> 5)`. */
    | { kind: 'range'; start?: Node; end?: Node; startIncluded: boolean; endIncluded: boolean }
    /** `= 5` and `!= 5` where a test stands. */
    | { kind: 'equals'; operator: '=' | '!='; value: Node }
    | { kind: 'compare'; operator: Comparator; left: Node; right: Node }
    | { kind: 'arithmetic'; operator: Operator; left: Node; right: Node }
    | { kind: 'negation'; of: Node }
    | { kind: 'and' | 'or'; left: Node; right: Node }
    | { kind: 'if'; condition: Node; then: Node; otherwise: Node }
    | { kind: 'for'; loops: Loop[]; result: Node }
    | { kind: 'some' | 'every'; loops: Loop[]; condition: Node }
    | { kind: 'between'; of: Node; low: Node; high: Node }
    | { kind: 'in'; of: Node; tests: Node[] }
    | { kind: 'instance'; of: Node; type: Type }
    | { kind: 'function'; parameters: (Named & { type?: Type })[]; body: Node; external: boolean }
  );

export type NodeOf<Kind extends Node['kind']> = Extract<Node, { kind: Kind }>;

/** `x in list`, or `x in 1..10`. */
export interface Loop extends Named {
  over: Node;
  /** Of an iteration from `over` to here. */
  until?: Node;
}

export type Type =
  | { name: string }
  | { list: Type }
  | { range: Type }
  | { context: Record<string, Type> }
  | { parameters: Type[]; result: Type };

/** Unary tests: one of them, or none with `not`; `any` lets everything pass. */
export type Tests = { any: true } | { any?: undefined; negated: boolean; tests: Node[] };

/** All parts directly within a part. */
export function partsOf(node: Node): Node[] {
  switch (node.kind) {
    case 'literal':
    case 'name':
    case 'input':
      return [];
    case 'path':
    case 'negation':
    case 'instance':
      return [node.of];
    case 'filter':
      return [node.of, node.by];
    case 'call':
      return [
        node.called,
        ...('named' in node ? node.named.map(({ value }) => value) : node.positional),
      ];
    case 'list':
      return node.items;
    case 'context':
      return node.entries.map(({ value }) => value);
    case 'range':
      return [...(node.start ? [node.start] : []), ...(node.end ? [node.end] : [])];
    case 'equals':
      return [node.value];
    case 'compare':
    case 'arithmetic':
    case 'and':
    case 'or':
      return [node.left, node.right];
    case 'if':
      return [node.condition, node.then, node.otherwise];
    case 'for':
      return [...loopParts(node.loops), node.result];
    case 'some':
    case 'every':
      return [...loopParts(node.loops), node.condition];
    case 'between':
      return [node.of, node.low, node.high];
    case 'in':
      return [node.of, ...node.tests];
    case 'function':
      return [node.body];
  }
}

const loopParts = (loops: Loop[]): Node[] =>
  loops.flatMap(({ over, until }) => (until ? [over, until] : [over]));
