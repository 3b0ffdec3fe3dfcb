/** The diagram with its heat: a colour and a number on every element that has one. */
import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Overlays from 'diagram-js/lib/features/overlays/Overlays';
import descriptor from '../../../bpmn/model/onestop.moddle.json';
import { plainId, readable } from '../../../bpmn/xml/index.js';

export interface Heat {
  element: string;
  /** From 0 (coolest) to 1 (hottest). */
  warmth: number;
  label: string;
}

const STEPS = 5;

/** Draws the diagram; @returns the function that shows other heat, and the one that takes it away */
export async function openHeat(box: HTMLElement, xml: string) {
  const viewer = new NavigatedViewer({ container: box, moddleExtensions: { onestop: descriptor } });
  await viewer.importXML(readable(xml));
  const canvas = viewer.get<Canvas>('canvas');
  const registry = viewer.get<ElementRegistry>('elementRegistry');
  const overlays = viewer.get<Overlays>('overlays');
  canvas.zoom('fit-viewport');
  let marked: [string, string][] = [];
  const show = (heat: Heat[]) => {
    overlays.clear();
    for (const [element, marker] of marked) canvas.removeMarker(element, marker);
    marked = [];
    for (const { element: id, warmth, label } of heat) {
      const element = plainId(id);
      if (!registry.get(element)) continue;
      const marker = `heat-${Math.min(STEPS, 1 + Math.floor(warmth * STEPS))}`;
      canvas.addMarker(element, marker);
      marked.push([element, marker]);
      const badge = document.createElement('span');
      badge.className = `heat-badge ${marker}`;
      badge.textContent = label;
      overlays.add(element, { position: { top: -12, right: 16 }, scale: { min: 1 }, html: badge });
    }
  };
  return { show, close: () => viewer.destroy() };
}
