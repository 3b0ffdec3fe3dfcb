/** What becomes null whatever the variables are, because one side of it is of the wrong kind. */
import { operatesOn } from '../evaluate/arithmetic.js';
import { acceptsAt, builtinNamed } from '../functions/index.js';
import { partsOf, type Node, type NodeOf } from '../syntax/ast.js';
import { KIND_NAMES, type Kind } from '../values/kinds.js';
import { constantOf, isConstant } from './constants.js';

export interface WrongKind {
  /** Chinese, with the place. */
  message: string;
  from: number;
  to: number;
}

/** Kinds of what is written as such, though variables may stand within. */
const WRITTEN: Partial<Record<Node['kind'], Kind>> = {
  list: 'list',
  for: 'list',
  context: 'context',
  range: 'range',
  function: 'function',
};
const ORDERLESS: ReadonlySet<Kind> = new Set(['boolean', 'list', 'context', 'function', 'range']);

/**
 * Findings of all parts, in the order of the tree. A constant is evaluated as a whole; of the rest
 * each operation is asked whether it knows the kinds that are certain.
 * @param text the expression that the places point into
 */
export function wrongKinds(node: Node, text: string): WrongKind[] {
  // a name by itself, or null, is nothing that goes wrong
  if (isConstant(node)) {
    const [first] = constantOf(node, text)?.warnings ?? [];
    return first ? [first] : [];
  }
  const own = wrong(node, (part) => kindOfNode(part, text));
  return [...own, ...partsOf(node).flatMap((part) => wrongKinds(part, text))];
}

/** Undefined where it may be anything; null may always come, and is told of at run time. */
function kindOfNode(node: Node, text: string): Kind | undefined {
  const kind = WRITTEN[node.kind] ?? (isConstant(node) ? constantOf(node, text)?.kind : undefined);
  return kind === 'null' ? undefined : kind;
}

type KindOf = (node: Node) => Kind | undefined;

function wrong(node: Node, kindOf: KindOf): WrongKind[] {
  switch (node.kind) {
    case 'call':
      return wrongCall(node, kindOf);
    case 'arithmetic':
      return wrongArithmetic(node, kindOf);
    case 'compare':
      return isOrder(node)
        ? [node.left, node.right].flatMap((side) => orderless(side, kindOf))
        : [];
    case 'and':
    case 'or':
      return [node.left, node.right].flatMap((side) => noTruth(side, kindOf));
    case 'if':
      return noTruth(node.condition, kindOf);
    default:
      return [];
  }
}

const at = ({ from, to }: Node, what: string): WrongKind[] => [
  { message: `第 ${from + 1} 个字符处：${what}`, from, to },
];
const isOrder = ({ operator }: NodeOf<'compare'>) => operator !== '=' && operator !== '!=';

function noTruth(node: Node, kindOf: KindOf): WrongKind[] {
  const kind = kindOf(node);
  if (kind === undefined || kind === 'boolean') return [];
  return at(node, `应为 true 或 false，写的是${KIND_NAMES[kind]}`);
}

function orderless(node: Node, kindOf: KindOf): WrongKind[] {
  const kind = kindOf(node);
  if (kind === undefined || !ORDERLESS.has(kind)) return [];
  return at(node, `${KIND_NAMES[kind]}不能比较大小`);
}

function wrongArithmetic(node: NodeOf<'arithmetic'>, kindOf: KindOf): WrongKind[] {
  const sides = [node.left, node.right] as const;
  return sides.flatMap((side, place) => {
    const kind = kindOf(side);
    if (kind === undefined || operatesOn(kind, node.operator, place === 0 ? 'left' : 'right')) {
      return [];
    }
    return at(side, `${KIND_NAMES[kind]}不能用“${node.operator}”计算`);
  });
}

/** Values given by place; of names a call has few, and they are checked when it is carried out. */
function wrongCall(node: NodeOf<'call'>, kindOf: KindOf): WrongKind[] {
  const builtin = node.called.kind === 'name' ? builtinNamed(node.called.name) : undefined;
  if (!builtin || 'named' in node) return [];
  const given = node.positional;
  return given.flatMap((value, place) => {
    const kind = kindOf(value);
    if (kind === undefined || acceptsAt(builtin, given.length, place, kind)) return [];
    return at(value, `函数 ${builtin.name} 的第 ${place + 1} 个参数不能是${KIND_NAMES[kind]}`);
  });
}
