/**
 * Most files in the wild leave out `incoming` and `outgoing`, which the standard lets them;
 * bpmnlint's rules read them. Here they are filled in from the flows.
 */
import type { BpmnNode } from 'bpmn-moddle';

type Elements = Readonly<Record<string, BpmnNode>>;

export function connectFlows(elementsById: Elements): void {
  for (const flow of Object.values(elementsById)) {
    if (flow.$type !== 'bpmn:SequenceFlow') continue;
    add(flow['sourceRef'], 'outgoing', flow);
    add(flow['targetRef'], 'incoming', flow);
  }
}

function add(end: unknown, side: 'incoming' | 'outgoing', flow: BpmnNode): void {
  if (typeof end !== 'object' || end === null) return;
  const node = end as BpmnNode;
  const flows = (node.get(side) ?? []) as BpmnNode[];
  if (!flows.includes(flow)) node.set(side, [...flows, flow]);
}
