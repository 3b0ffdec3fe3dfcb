/** bpmn-js's modeler with our properties, in Chinese; everything the page needs of it. */
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import type Canvas from 'diagram-js/lib/core/Canvas';
import type ElementRegistry from 'diagram-js/lib/core/ElementRegistry';
import type Selection from 'diagram-js/lib/features/selection/Selection';
import {
  keepExtensions,
  plainId,
  readable,
  renamedIds,
  withOriginalIds,
} from '../../../bpmn/xml/index.js';
import descriptor from '../../../bpmn/model/onestop.moddle.json';
import type { Finding } from '../api/model.js';
import { onestopPropertiesModule } from './propertiesProvider.js';
import { worstFirst } from './severity.js';
import { translateModule } from './translations.js';

export interface Editor {
  open: (xml: string) => Promise<void>;
  xml: () => Promise<string>;
  /** Selects the element and brings it into view. */
  show: (element: string) => void;
  mark: (findings: Finding[]) => void;
  close: () => void;
}

const MARKERS = ['has-error', 'has-warning'];

/** The whole diagram, clear of the palette on the left. */
function showWhole(canvas: Canvas): void {
  canvas.zoom('fit-viewport');
  const { inner, scale } = canvas.viewbox();
  const palette = 110 / Math.min(scale, 1);
  canvas.viewbox({
    x: inner.x - palette,
    y: inner.y - 30,
    width: inner.width + palette + 30,
    height: inner.height + 60,
  });
  if (canvas.zoom() > 1) canvas.zoom(1);
}

/** @param onChange called after every change of the diagram */
export function createEditor(box: HTMLElement, panel: HTMLElement, onChange: () => void): Editor {
  const modeler = new Modeler({
    container: box,
    propertiesPanel: { parent: panel },
    moddleExtensions: { onestop: descriptor },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      onestopPropertiesModule,
      translateModule,
    ],
  });
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  /** The file as it came: what nobody changes is saved as it was written. */
  let opened = '';
  modeler.on('commandStack.changed', onChange);
  return {
    open: async (xml) => {
      opened = xml;
      await modeler.importXML(readable(xml));
      showWhole(canvas);
    },
    xml: async () => {
      const { xml = '' } = await modeler.saveXML({ format: true });
      return keepExtensions(opened, withOriginalIds(xml, renamedIds(opened)));
    },
    show: (id) => {
      const element = registry.get(plainId(id));
      if (!element) return;
      modeler.get<Selection>('selection').select(element);
      canvas.scrollToElement(element, 120);
    },
    mark: (findings) => {
      for (const { id } of registry.getAll()) {
        for (const marker of MARKERS) canvas.removeMarker(id, marker);
      }
      const worst = new Map<string, Finding['severity']>();
      for (const finding of worstFirst(findings).reverse())
        if (finding.element) worst.set(plainId(finding.element), finding.severity);
      for (const [element, severity] of worst)
        if (registry.get(element)) canvas.addMarker(element, `has-${severity}`);
    },
    close: () => modeler.destroy(),
  };
}
