/**
 * Pools that are not compiled here are black boxes: what is thrown to them goes out as a message.
 * Message flows between two pools that both run would join two instances, which is not carried out.
 */
import type { Findings } from './findings.js';
import { child, children, is, type BpmnNode } from './moddle.js';
import { refuseSymbol } from './unsupported.js';

export function refuseInnerMessageFlows(
  definitions: BpmnNode,
  processes: readonly BpmnNode[],
  findings: Findings,
): void {
  for (const collaboration of children(definitions, 'rootElements')) {
    if (!is(collaboration, 'Collaboration')) continue;
    for (const flow of children(collaboration, 'messageFlows')) {
      const ends = [child(flow, 'sourceRef'), child(flow, 'targetRef')].map(processOf);
      if (ends.every((end) => end !== undefined && processes.includes(end)))
        refuseSymbol(findings, flow.id ?? collaboration.id ?? '', '两个可执行泳池之间的消息流');
    }
  }
}

function processOf(end: BpmnNode | undefined): BpmnNode | undefined {
  if (end && is(end, 'Participant')) return child(end, 'processRef');
  let at = end;
  while (at && !is(at, 'Process')) at = at.$parent;
  return at;
}
