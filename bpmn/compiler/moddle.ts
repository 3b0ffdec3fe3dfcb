/** Typed reading of bpmn-moddle's elements: each function answers undefined where nothing stands. */
import type { BpmnNode } from 'bpmn-moddle';

export type { BpmnNode } from 'bpmn-moddle';

const isNode = (value: unknown): value is BpmnNode =>
  typeof value === 'object' && value !== null && '$type' in value;

/** A text attribute without surrounding blanks; an empty one counts as absent. */
export function text(node: BpmnNode, name: string): string | undefined {
  const value = node.get(name);
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}

export const flag = (node: BpmnNode, name: string): boolean => node.get(name) === true;

/** A single child or resolved reference. */
export function child(node: BpmnNode, name: string): BpmnNode | undefined {
  const value = node.get(name);
  return isNode(value) ? value : undefined;
}

/** Children or resolved references, in the order of the XML. */
export function children(node: BpmnNode, name: string): BpmnNode[] {
  const value = node.get(name);
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** Whether the node is of this BPMN type or derived from it. */
export const is = (node: BpmnNode, type: string): boolean =>
  node.$instanceOf?.(`bpmn:${type}`) ?? node.$type === `bpmn:${type}`;

/** The part of a QName after its prefix: `tns:task` → `task`. */
export const localName = (name: string): string => name.slice(name.lastIndexOf(':') + 1);

/** What stands inside an element, in no order that matters. */
export const contents = (node: BpmnNode): BpmnNode[] =>
  Object.values(node)
    .flatMap((value: unknown) => (Array.isArray(value) ? (value as unknown[]) : [value]))
    .filter((value): value is BpmnNode => isNode(value) && value.$parent === node);
