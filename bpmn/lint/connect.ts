/**
 * Most files in the wild leave out `incoming` and `outgoing`, which the standard lets them;
 * bpmnlint's rules read them. Here they are filled in from the flows.
 */
import type { BpmnNode } from 'bpmn-moddle';
import { contents } from '../compiler/moddle.js';
import { once } from './once.js';

/** Flows are found where they stand, for they may have no ids. */
export function connectFlows(node: BpmnNode): void {
  if (node.$type === 'bpmn:SequenceFlow') {
    add(node['sourceRef'], 'outgoing', node);
    add(node['targetRef'], 'incoming', node);
  }
  for (const inner of contents(node)) connectFlows(inner);
}

function add(end: unknown, side: 'incoming' | 'outgoing', flow: BpmnNode): void {
  if (typeof end !== 'object' || end === null) return;
  const node = end as BpmnNode;
  const flows = (node.get(side) ?? []) as BpmnNode[];
  if (flows.length === 0) node.set(side, [flow]);
  else if (!known(flows).has(flow)) {
    flows.push(flow);
    known(flows).add(flow);
  }
}

/** The same flows as a set: a gateway may have thousands. */
const known = once((flows: BpmnNode[]) => new Set(flows));
