/** Which names an expression reads. */
import { partsOf, type Loop, type Named, type Node } from '../syntax/ast.js';

export interface NameRead extends Named {
  /** Within a filter: it may be an entry of the elements. */
  filtered: boolean;
  /** It is called as a function. */
  called: boolean;
}

/** Names that nothing within the expression binds, in their order; of calls, too. */
export function allNames(
  node: Node,
  bound: ReadonlySet<string> = new Set(),
  filtered = false,
): NameRead[] {
  switch (node.kind) {
    case 'name':
      return bound.has(node.name) ? [] : [{ ...node, filtered, called: false }];
    case 'call': {
      const { called } = node;
      const given = 'named' in node ? node.named.map(({ value }) => value) : node.positional;
      const target =
        called.kind === 'name'
          ? bound.has(called.name)
            ? []
            : [{ ...called, filtered, called: true }]
          : allNames(called, bound, filtered);
      return [...target, ...given.flatMap((each) => allNames(each, bound, filtered))];
    }
    case 'filter':
      return [
        ...allNames(node.of, bound, filtered),
        ...allNames(node.by, new Set([...bound, 'item']), true),
      ];
    case 'context':
      return inContext(node.entries, bound, filtered);
    case 'for':
    case 'some':
    case 'every':
      return inLoops(
        node.loops,
        node.kind === 'for' ? node.result : node.condition,
        bound,
        filtered,
      );
    case 'function':
      return allNames(
        node.body,
        new Set([...bound, ...node.parameters.map(({ name }) => name)]),
        filtered,
      );
    default:
      return partsOf(node).flatMap((part) => allNames(part, bound, filtered));
  }
}

function inContext(
  entries: readonly (Named & { value: Node })[],
  bound: ReadonlySet<string>,
  filtered: boolean,
): NameRead[] {
  const own = new Set(bound);
  return entries.flatMap(({ name, value }) => {
    const read = allNames(value, new Set(own), filtered);
    own.add(name);
    return read;
  });
}

function inLoops(
  loops: readonly Loop[],
  body: Node,
  bound: ReadonlySet<string>,
  filtered: boolean,
): NameRead[] {
  const own = new Set(bound);
  own.add('partial');
  const read = loops.flatMap(({ name, over, until }) => {
    const ends = (until ? [over, until] : [over]).flatMap((end) =>
      allNames(end, new Set(own), filtered),
    );
    own.add(name);
    return ends;
  });
  return [...read, ...allNames(body, own, filtered)];
}

/** Variables: names that are not called. */
export const namesRead = (node: Node): NameRead[] => allNames(node).filter(({ called }) => !called);
