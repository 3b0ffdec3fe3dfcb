/** The content of a process or sub-process. */
import type { Element, Scope } from '../model/process.js';
import { connectEvents } from './connections.js';
import type { Compiling } from './context.js';
import { elementCompilers } from './elements/index.js';
import { readFlows } from './flows.js';
import { children, is, text, type BpmnNode } from './moddle.js';

import { refuseSymbol, symbolOf } from './unsupported.js';

/** Compiles what stands in a container. Data and artifacts have no part in the flow of tokens. */
export function compileScope(container: BpmnNode, compiling: Compiling): Scope {
  const flows = readFlows(container, compiling);
  const [incoming, outgoing] = [idsBy(flows, 'target'), idsBy(flows, 'source')];
  const elements: Record<string, Element> = {};
  for (const node of children(container, 'flowElements')) {
    if (!is(node, 'FlowNode')) continue;
    const id = node.id ?? '__proto__';
    if (id === '__proto__') {
      compiling.findings.error(
        'id-missing',
        container.id,
        `其中的“${text(node, 'name') ?? symbolOf(node)}”没有可用的编号（id），请补上。`,
      );
      continue;
    }
    const place = { id, incoming: incoming.get(id) ?? [], outgoing: outgoing.get(id) ?? [] };
    const element = compileNode(node, place, compiling);
    if (element) elements[id] = element;
  }
  const scope = { elements, flows };
  connectEvents(container, scope, compiling);
  return scope;
}

function compileNode(
  node: BpmnNode,
  place: { id: string; incoming: string[]; outgoing: string[] },
  compiling: Compiling,
): Element | undefined {
  const compileElement = elementCompilers.get(node.$type);
  if (!compileElement) return refuseSymbol(compiling.findings, place.id, symbolOf(node));
  const name = text(node, 'name');
  const { id, ...flows } = place;
  return compileElement(node, { id, ...(name && { name }), ...flows }, compiling);
}

/** Ids of the flows at an element, by the element's id. */
function idsBy(flows: Scope['flows'], end: 'source' | 'target'): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const flow of flows) {
    const others = found.get(flow[end]);
    if (others) others.push(flow.id);
    else found.set(flow[end], [flow.id]);
  }
  return found;
}
