/**
 * Makes a file drawable: modelling tools need a diagram, ids and plain references. A file that has
 * a diagram keeps it as it is.
 */
import { BpmnModdle, type BpmnNode } from 'bpmn-moddle';
import { Findings } from '../compiler/findings.js';
import { children, contents, is } from '../compiler/moddle.js';
import { onestopDescriptor, readDocument } from '../compiler/read.js';
import { keepExtensions } from '../xml/index.js';
import type { Box } from './drawing.js';
import { sheetsOf, type Sheet } from './diagram.js';

export interface Drawable {
  xml: string;
  /** Whether the drawing is ours. */
  laidOut: boolean;
}

/** The file with a diagram. One that cannot be read, or has a diagram, is given back unchanged. */
export async function drawable(xml: string): Promise<Drawable> {
  const document = await readDocument(xml, new Findings());
  if (!document || isDrawn(document.definitions)) return { xml, laidOut: false };
  const { definitions } = document;
  identify(definitions, new Set(Object.keys(document.elementsById)));
  definitions.set(
    'diagrams',
    sheetsOf(definitions).map((sheet, index) => sheetNode(sheet, index)),
  );
  const moddle = new BpmnModdle({ onestop: onestopDescriptor });
  const written = await moddle.toXML(definitions, { format: true });
  return { xml: keepExtensions(xml, written.xml), laidOut: true };
}

/** A plane with any shape on it is somebody's drawing. */
function isDrawn(definitions: BpmnNode): boolean {
  return children(definitions, 'diagrams').some((diagram) => {
    const plane = diagram.get('plane') as BpmnNode | undefined;
    return plane !== undefined && children(plane, 'planeElement').length > 0;
  });
}

/** A diagram refers to what it shows by id; flows get the ids that the compiler gives them. */
function identify(node: BpmnNode, taken: Set<string>): void {
  for (const [index, element] of children(node, 'flowElements').entries())
    if (is(element, 'SequenceFlow') && element.id === undefined)
      name(element, `flow-${node.id ?? ''}-${index}`, taken);
  for (const inner of contents(node)) {
    if (inner.id === undefined && DRAWN.some((type) => is(inner, type)))
      name(inner, `drawn-${taken.size}`, taken);
    identify(inner, taken);
  }
}

const DRAWN = [
  'FlowElement',
  'Artifact',
  'Lane',
  'Participant',
  'MessageFlow',
  'DataAssociation',
  'Collaboration',
  'Process',
];

function name(node: BpmnNode, wanted: string, taken: Set<string>): void {
  let id = wanted;
  while (taken.has(id)) id += '_';
  taken.add(id);
  node.set('id', id);
}

function sheetNode({ element, drawing }: Sheet, index: number): BpmnNode {
  const create = (type: string, attributes: Record<string, unknown>) =>
    element.$model.create(type, attributes);
  const bounds = (box: Box) => create('dc:Bounds', { ...rounded(box) });
  const shapes = drawing.shapes.map(({ node, box }) =>
    create('bpmndi:BPMNShape', {
      id: `${node.id}_di`,
      bpmnElement: node,
      bounds: bounds(box),
      ...((is(node, 'Participant') || is(node, 'Lane')) && { isHorizontal: true }),
      ...(is(node, 'SubProcess') && { isExpanded: true }),
      ...(is(node, 'ExclusiveGateway') && { isMarkerVisible: true }),
    }),
  );
  const lines = drawing.lines.map(({ node, points }) =>
    create('bpmndi:BPMNEdge', {
      id: `${node.id}_di`,
      bpmnElement: node,
      waypoint: points.map((point) => create('dc:Point', { ...rounded(point) })),
    }),
  );
  const plane = create('bpmndi:BPMNPlane', {
    id: `plane-${index}`,
    bpmnElement: element,
    planeElement: [...shapes, ...lines],
  });
  return create('bpmndi:BPMNDiagram', { id: `diagram-${index}`, plane });
}

const rounded = <T extends object>(figures: T): T =>
  Object.fromEntries(
    Object.entries(figures).map(([name, value]: [string, number]) => [name, Math.round(value)]),
  ) as T;
