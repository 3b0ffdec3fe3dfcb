/** bpmn-js's modeler with our properties, in Chinese; everything the page needs of it. */
import Modeler from 'bpmn-js/lib/Modeler';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import '@bpmn-io/properties-panel/dist/assets/properties-panel.css';
import 'diagram-js-minimap/assets/diagram-js-minimap.css';
import MinimapModule from 'diagram-js-minimap';
import { BpmnPropertiesPanelModule, BpmnPropertiesProviderModule } from 'bpmn-js-properties-panel';
import type { Element } from 'bpmn-js/lib/model/Types';
import type CommandStack from 'diagram-js/lib/command/CommandStack';
import type EventBus from 'diagram-js/lib/core/EventBus';
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
import { entryOf } from './entries.js';
import { onestopPropertiesModule } from './propertiesProvider.js';
import { worstFirst } from './severity.js';
import { keepTypedBrackets } from '../shared/feel/typedBrackets.js';
import type { KeptTests } from '../shared/versions/kept-tests.js';
import { keptTestsIn } from './keptTests.js';
import { tokensOn, type Tokens } from './tokens.js';
import { translateModule } from './translations.js';

export interface Editor {
  open: (xml: string) => Promise<void>;
  xml: () => Promise<string>;
  /** Selects the element, brings it into view, and opens the property that a rule speaks of. */
  show: (element: string, rule?: string) => void;
  act: (act: EditorAct) => void;
  /** As a picture, whole. */
  svg: () => Promise<string>;
  mark: (findings: Finding[]) => void;
  /** Of a rehearsal; null takes them away. */
  tokens: (tokens: Tokens | null) => void;
  tests: KeptTests;
  close: () => void;
}

/** What the bar above the drawing does; the keyboard does the same. */
export type EditorAct = 'undo' | 'redo' | 'larger' | 'smaller' | 'whole' | 'map' | 'find';

/** What can be undone and done again at this moment. */
export interface Standing {
  canUndo: boolean;
  canRedo: boolean;
}

interface Listeners {
  /** After every change of the diagram. */
  onChange: () => void;
  onStanding: (standing: Standing) => void;
}

interface EditorActions {
  trigger(action: string, options?: object): void;
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

/** @param process id of the one that is drawn */
export function createEditor(
  process: string,
  { box, panel }: { box: HTMLElement; panel: HTMLElement },
  { onChange, onStanding }: Listeners,
): Editor {
  const modeler = new Modeler({
    container: box,
    propertiesPanel: { parent: panel },
    moddleExtensions: { onestop: descriptor },
    additionalModules: [
      BpmnPropertiesPanelModule,
      BpmnPropertiesProviderModule,
      MinimapModule,
      onestopPropertiesModule,
      translateModule,
    ],
  });
  const canvas = modeler.get<Canvas>('canvas');
  const registry = modeler.get<ElementRegistry>('elementRegistry');
  /** The file as it came: what nobody changes is saved as it was written. */
  let opened = '';
  const stack = modeler.get<CommandStack>('commandStack');
  const tellStanding = () => onStanding({ canUndo: stack.canUndo(), canRedo: stack.canRedo() });
  modeler.on('commandStack.changed', () => {
    tellStanding();
    onChange();
  });
  keepTypedBrackets(panel);
  const actions = modeler.get<EditorActions>('editorActions');
  const acts: Record<EditorAct, () => void> = {
    undo: () => actions.trigger('undo'),
    redo: () => actions.trigger('redo'),
    larger: () => actions.trigger('stepZoom', { value: 1 }),
    smaller: () => actions.trigger('stepZoom', { value: -1 }),
    whole: () => showWhole(canvas),
    map: () => modeler.get<{ toggle(): void }>('minimap').toggle(),
    // A click anywhere closes it, the one that asked for it too.
    find: () => void window.setTimeout(() => actions.trigger('find')),
  };
  return {
    open: async (xml) => {
      opened = xml;
      await modeler.importXML(readable(xml));
      showWhole(canvas);
      tellStanding();
    },
    xml: async () => {
      const { xml = '' } = await modeler.saveXML({ format: true });
      return keepExtensions(opened, withOriginalIds(xml, renamedIds(opened)));
    },
    act: (act) => acts[act](),
    svg: async () => (await modeler.saveSVG()).svg,
    show: (id, rule) => {
      const element = registry.get(plainId(id));
      if (!element) return;
      modeler.get<Selection>('selection').select(element);
      // A process has no place in its own drawing.
      if ('x' in element || 'waypoints' in element) canvas.scrollToElement(element, 120);
      const entry = rule && entryOf(rule, (element as Element).type);
      // The panel shows the element a moment later.
      if (entry)
        window.setTimeout(() =>
          modeler
            .get<EventBus>('eventBus')
            .fire('propertiesPanel.showEntry', { id: entry, focus: true }),
        );
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
    tokens: tokensOn(modeler),
    tests: keptTestsIn(modeler, process),
    close: () => modeler.destroy(),
  };
}
