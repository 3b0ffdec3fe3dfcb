/** Two versions of a diagram beside each other, with what changed marked in both; both move together. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import descriptor from '../../../bpmn/model/onestop.moddle.json';
import { plainId, readable } from '../../../bpmn/xml/index.js';
import type { Difference } from '../api/model.js';

export interface Sides {
  /** Brings the element into the middle of each side that has it. */
  show(element: string): void;
  close(): void;
}

interface Side {
  box: HTMLElement;
  xml: string;
  /** Changes that this side shows. */
  marks: readonly Difference['change'][];
}

async function openSide({ box, xml, marks }: Side, differences: readonly Difference[]) {
  const viewer = new NavigatedViewer({
    container: box,
    moddleExtensions: { onestop: descriptor },
  });
  await viewer.importXML(readable(xml));
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  canvas.zoom('fit-viewport');
  for (const { change, place } of differences) {
    const id = plainId(place);
    if (marks.includes(change) && registry.get(id)) canvas.addMarker(id, `is-${change}`);
  }
  const show = (element: string) => {
    const id = plainId(element);
    const found = registry.get(id);
    for (const one of registry.getAll()) canvas.removeMarker(one.id, 'is-chosen');
    if (!found) return;
    canvas.addMarker(id, 'is-chosen');
    if (canvas.zoom() < 0.6) canvas.zoom(0.8);
    canvas.scrollToElement(found, 80);
  };
  return { viewer, canvas, show };
}

/** @param before, after where each is drawn, and what it is */
export async function openSides(
  before: Omit<Side, 'marks'>,
  after: Omit<Side, 'marks'>,
  differences: readonly Difference[],
): Promise<Sides> {
  const sides = await Promise.all([
    openSide({ ...before, marks: ['removed', 'changed'] }, differences),
    openSide({ ...after, marks: ['added', 'changed'] }, differences),
  ]);
  let following = false;
  for (const [side, other] of [sides, [...sides].reverse()] as (typeof sides)[]) {
    side!.viewer.on('canvas.viewbox.changed', () => {
      if (following) return;
      following = true;
      const { x, y, width, height } = side!.canvas.viewbox();
      other!.canvas.viewbox({ x, y, width, height });
      following = false;
    });
  }
  return {
    show: (element) => {
      following = true;
      for (const { show } of sides) show(element);
      following = false;
    },
    close: () => {
      for (const { viewer } of sides) viewer.destroy();
    },
  };
}
