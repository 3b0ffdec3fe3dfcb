/** Ids are optional in the standard's schema; here what runs is known by its id. */
import { children, is, type BpmnNode } from './moddle.js';

type ById = Record<string, BpmnNode>;

/**
 * Gives an id to every process and flow node that has none, by its place: the same in every
 * reading of the file.
 */
export function nameElements(definitions: BpmnNode, byId: ById): void {
  for (const [index, root] of children(definitions, 'rootElements').entries())
    if (is(root, 'Process')) name(root, 'definitions', index, byId);
}

function name(node: BpmnNode, around: string, index: number, byId: ById): void {
  const id = node.id ?? free(`${kindOf(node)}-${around}-${index}`, byId);
  if (node.id === undefined) {
    node.set('id', id);
    byId[id] = node;
  }
  for (const [place, inner] of children(node, 'flowElements').entries())
    if (is(inner, 'FlowNode')) name(inner, id, place, byId);
}

const kindOf = ({ $type }: BpmnNode): string => $type.slice($type.indexOf(':') + 1);

function free(wanted: string, byId: ById): string {
  return Object.hasOwn(byId, wanted) ? free(`${wanted}-`, byId) : wanted;
}
