/** The data that a file says there is, which whoever starts a process may bring along. */
import { contents, is, type BpmnNode } from '../compiler/moddle.js';

const DATA = ['DataObject', 'DataObjectReference', 'Property', 'DataInput'];

/** By name, and by id. */
export function declaredIn(node: BpmnNode): string[] {
  const own = DATA.some((type) => is(node, type)) ? [node.name, node.id] : [];
  return [...own.filter((name) => name !== undefined), ...contents(node).flatMap(declaredIn)];
}
