/** What decisions and knowledge models require of each other. */
import { child, children, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type { DecisionModel } from '../model.js';
import type { Place, Reading } from './reading.js';

/** What `#id` and `namespace#id` mean in a file. */
export class References {
  constructor(
    private readonly namespace: string | undefined,
    /** Names of imports by the namespace they bring. */
    private readonly imports: ReadonlyMap<string, string>,
  ) {}

  /** The id in our model; undefined for one of a file that is not imported. */
  idOf(href: string): string | undefined {
    const at = href.indexOf('#');
    const [namespace, id] = [href.slice(0, Math.max(at, 0)), unescaped(href.slice(at + 1))];
    if (namespace === '' || namespace === this.namespace) return id;
    const name = this.imports.get(namespace);
    return name === undefined ? undefined : `${name}.${id}`;
  }
}

/** An id as an address may write it, in UTF-8 after percent signs, which no id has of its own. */
function unescaped(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}

/** Ids a node's requirements name, such as `requiredInput` of `informationRequirement`. */
export function required(
  node: DmnNode,
  requirement: string,
  property: string,
  known: ReadonlySet<string>,
  place: Place,
  reading: Reading,
): string[] {
  return children(node, requirement).flatMap((each) => {
    const target = child(each, property);
    const href = target && text(target, 'href');
    if (!href) return [];
    const id = reading.references.idOf(href);
    if (id !== undefined && known.has(id)) return [id];
    const elsewhere = id === undefined;
    reading.error(
      elsewhere ? 'import-unsupported' : 'reference-unresolved',
      place,
      elsewhere
        ? `引用了其他文件的“${href}”，那个文件没有随同引入（import）。请连同它一起给出，或把它放进本文件。`
        : `所需的“${href}”不存在。请连到图中已有的元素，或删去这条连线。`,
    );
    return [];
  });
}

/** Refuses decisions, or knowledge models, that require each other in a circle. */
export function refuseCycles(model: DecisionModel, reading: Reading): void {
  const decisions = Object.values(model.decisions);
  refuse(new Map(decisions.map((each) => [each.id, { ...each, next: each.decisions }])), reading);
  const knowledge = Object.values(model.knowledge);
  refuse(new Map(knowledge.map((each) => [each.id, { ...each, next: each.knowledge }])), reading);
}

interface Node {
  id: string;
  name: string;
  next: string[];
}

function refuse(nodes: ReadonlyMap<string, Node>, reading: Reading): void {
  const done = new Set<string>();
  const visit = (node: Node, path: Node[]) => {
    if (path.includes(node)) {
      const circle = [...path.slice(path.indexOf(node)), node].map(({ name }) => name);
      reading.error(
        'requirement-cycle',
        { element: node.id, called: `“${node.name}”` },
        `经 ${circle.join(' → ')} 需要自己，无法求值。请删去其中一条连线。`,
      );
      return;
    }
    if (done.has(node.id)) return;
    for (const id of node.next) {
      const next = nodes.get(id);
      if (next) visit(next, [...path, node]);
    }
    done.add(node.id);
  };
  for (const node of nodes.values()) visit(node, []);
}
