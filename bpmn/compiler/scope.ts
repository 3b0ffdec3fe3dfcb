/** The content of a process or sub-process. */
import type { Activity, Element, Scope } from '../model/process.js';
import type { Compiling } from './context.js';
import { elementCompilers } from './elements/index.js';
import { readFlows } from './flows.js';
import { children, is, text, type BpmnNode } from './moddle.js';
import { refusedMarker, refuseSymbol, symbolOf } from './unsupported.js';

/** Compiles what stands in a container. Data and artifacts have no part in the flow of tokens. */
export function compileScope(container: BpmnNode, compiling: Compiling): Scope {
  const flows = readFlows(container, compiling);
  const elements: Record<string, Element> = {};
  for (const node of children(container, 'flowElements')) {
    if (!is(node, 'FlowNode')) continue;
    const id = node.id;
    if (id === undefined || id === '__proto__') {
      compiling.findings.error(
        'id-missing',
        container.id,
        `其中的“${text(node, 'name') ?? symbolOf(node)}”没有可用的编号（id），请补上。`,
      );
      continue;
    }
    const element = compileNode(node, id, flows, compiling);
    if (element) elements[id] = element;
  }
  attachBoundaries(elements, compiling);
  return { elements, flows };
}

function compileNode(
  node: BpmnNode,
  id: string,
  flows: Scope['flows'],
  compiling: Compiling,
): Element | undefined {
  const marker = refusedMarker(node);
  if (marker) return refuseSymbol(compiling.findings, id, marker);
  const compileElement = elementCompilers.get(node.$type);
  if (!compileElement) return refuseSymbol(compiling.findings, id, symbolOf(node));
  const name = text(node, 'name');
  const place = {
    id,
    ...(name && { name }),
    incoming: flows.filter((flow) => flow.target === id).map((flow) => flow.id),
    outgoing: flows.filter((flow) => flow.source === id).map((flow) => flow.id),
  };
  return compileElement(node, place, compiling);
}

function attachBoundaries(elements: Readonly<Record<string, Element>>, compiling: Compiling): void {
  for (const event of Object.values(elements)) {
    if (event.type !== 'boundaryEvent') continue;
    const host = Object.hasOwn(elements, event.attachedTo) ? elements[event.attachedTo] : undefined;
    if (host && isActivity(host)) host.boundary.push(event.id);
    else if (!compiling.findings.all.some((finding) => finding.element === event.attachedTo))
      compiling.findings.error(
        'boundary-incomplete',
        event.id,
        '边界事件须附着在同一层流程的活动上，请重新放置。',
      );
  }
}

const isActivity = (element: Element): element is Activity => 'boundary' in element;
