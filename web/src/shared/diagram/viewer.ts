/** bpmn-js for looking only; kept in a chunk of its own. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import descriptor from '../../../../bpmn/model/onestop.moddle.json';
import { plainId, readable } from '../../../../bpmn/xml/index.js';
import type { CaseDiagram } from '../../api/model.js';

const ROOM = 90;

/** Brings the lit elements into view at a size that can be read; small diagrams fit as a whole. */
function show(canvas: Canvas, registry: ElementRegistry, ids: string[]): void {
  canvas.zoom('fit-viewport');
  const lit = ids.map((id) => registry.get(plainId(id))).find((element) => element !== undefined);
  if (!lit || !('x' in lit) || canvas.zoom() > 0.55) return;
  const size = canvas.getSize();
  const scale = 0.75;
  const width = size.width / scale;
  const height = size.height / scale;
  canvas.viewbox({
    x: Math.max(lit.x - width / 2, -ROOM),
    y: Math.max(lit.y - height / 2, -ROOM),
    width,
    height,
  });
}

/** Draws the diagram into the box. @returns a function that takes it away */
export async function openViewer(box: HTMLElement, diagram: CaseDiagram): Promise<() => void> {
  const viewer = new NavigatedViewer({
    container: box,
    moddleExtensions: { onestop: descriptor },
  });
  await viewer.importXML(readable(diagram.xml));
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const mark = (ids: string[], marker: string) => {
    for (const id of ids.map(plainId)) if (registry.get(id)) canvas.addMarker(id, marker);
  };
  mark(diagram.completed, 'is-completed');
  mark(diagram.active, 'is-active');
  mark(diagram.incidents, 'is-incident');
  show(canvas, registry, [...diagram.incidents, ...diagram.active]);
  return () => viewer.destroy();
}
