/** dmn-js's modeler in Chinese; everything the page needs of it. */
import Modeler from 'dmn-js/lib/Modeler';
import 'dmn-js/dist/assets/diagram-js.css';
import 'dmn-js/dist/assets/dmn-font/css/dmn.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression-controls.css';
import 'dmn-js/dist/assets/dmn-js-boxed-expression.css';
import 'dmn-js/dist/assets/dmn-js-decision-table-controls.css';
import 'dmn-js/dist/assets/dmn-js-decision-table.css';
import 'dmn-js/dist/assets/dmn-js-drd.css';
import 'dmn-js/dist/assets/dmn-js-literal-expression.css';
import 'dmn-js/dist/assets/dmn-js-shared.css';
import { plainId, renamedIds, withOriginalIds, withPlainIds } from '../../../bpmn/xml/index.js';
import type { Finding } from '../api/model.js';
import { feelBuiltins } from '../shared/feel/builtins.js';
import { keepTypedBrackets } from '../shared/feel/typedBrackets.js';
import type { KeptTests } from '../shared/versions/kept-tests.js';
import { keptTestsIn } from './keptTests.js';
import { translateModule } from './translations.js';

/** A part of the file to look at: the diagram, or one decision. */
export interface DmnView {
  id: string;
  name: string;
  isDiagram: boolean;
}

export interface DmnEditor {
  open: (xml: string) => Promise<void>;
  xml: () => Promise<string>;
  /** Opens the view of the decision with this id, or that holds the element. */
  show: (element: string) => void;
  /** Lights the rules that hit, by decision, first = 1, until something is changed. */
  light: (hits: Hits) => void;
  /** Marks the rules that tests say something of, until the next. */
  mark: (findings: readonly Finding[]) => void;
  tests: KeptTests;
  close: () => void;
}

export type Hits = ReadonlyMap<string, readonly number[]>;

interface Handlers {
  onChange: () => void;
  /** After each change of what there is to look at, and of what is looked at. */
  onViews: (views: DmnView[], active: string | undefined) => void;
}

/** Of the editors inside that take it; the diagram's own words come from diagram-js. */
const translated = {
  additionalModules: [translateModule],
  feelLanguageContext: { builtins: feelBuiltins },
};

export function createDmnEditor(box: HTMLElement, { onChange, onViews }: Handlers): DmnEditor {
  const modeler = new Modeler({
    container: box,
    drd: translated,
    decisionTable: translated,
    literalExpression: translated,
    boxedExpression: translated,
  });
  /** Ids of the file that the editor knows under others. */
  let renamed: ReadonlyMap<string, string> = new Map();
  const original = (id = '') => renamed.get(id) ?? id;
  const told = () => {
    const views = modeler.getViews().map(({ element, type }) => ({
      id: original(element.id),
      name: element.name ?? original(element.id),
      isDiagram: type === 'drd',
    }));
    const active = modeler.getActiveView()?.element.id;
    onViews(views, active === undefined ? undefined : original(active));
  };
  let wrong: ReadonlySet<string> = new Set();
  const mark = () => {
    for (const row of box.querySelectorAll('tr.is-wrong')) row.classList.remove('is-wrong');
    for (const cell of box.querySelectorAll<HTMLElement>('td.rule-index'))
      if (wrong.has(original(cell.dataset.rowId))) cell.closest('tr')?.classList.add('is-wrong');
  };
  let hits: Hits = new Map();
  const light = () => {
    for (const row of box.querySelectorAll('tr.is-hit')) row.classList.remove('is-hit');
    const active = modeler.getActiveView()?.element.id;
    const matched = active === undefined ? [] : (hits.get(original(active)) ?? []);
    const rules = box.querySelectorAll('td.rule-index');
    for (const rule of matched) rules[rule - 1]?.closest('tr')?.classList.add('is-hit');
  };
  modeler.on('views.changed', () => {
    told();
    // The table is drawn a moment later.
    window.setTimeout(() => {
      light();
      mark();
    });
  });
  keepTypedBrackets(box);
  modeler.on('viewer.created', ({ viewer }) => {
    const events = viewer as { on(event: string, listener: () => void): void };
    events.on('commandStack.changed', () => {
      hits = new Map();
      light();
      onChange();
    });
  });
  const show = (id: string) => {
    const element = plainId(id);
    const views = modeler.getViews();
    const found =
      views.find((view) => view.element.id === element) ??
      views.find((view) => view.type !== 'drd' && holds(view.element, element));
    if (found) void modeler.open(found).then(told);
  };
  return {
    open: async (xml) => {
      renamed = renamedIds(xml);
      await modeler.importXML(withPlainIds(xml));
      const views = modeler.getViews();
      const tables = views.filter(({ type }) => type !== 'drd');
      // A file of one decision opens at its table, a graph as a graph.
      const [only] = tables;
      if (only && tables.length === 1) await modeler.open(only);
      told();
    },
    xml: async () => withOriginalIds((await modeler.saveXML({ format: true })).xml, renamed),
    show,
    light: (wanted) => {
      hits = wanted;
      light();
    },
    mark: (findings) => {
      const tests = findings.filter(({ rule }) => rule === 'test-differs');
      wrong = new Set(tests.flatMap(({ element }) => element ?? []));
      mark();
    },
    tests: keptTestsIn(modeler, onChange),
    close: () => modeler.destroy(),
  };
}

/** Whether an element with this id lies inside a decision. */
function holds(element: object, id: string, seen = new Set<object>()): boolean {
  if (seen.has(element)) return false;
  seen.add(element);
  if ('id' in element && element.id === id) return true;
  return Object.entries(element).some(([key, value]) => {
    if (key.startsWith('$')) return false;
    const parts: unknown[] = Array.isArray(value) ? value : [value];
    return parts.some((part) => typeof part === 'object' && part !== null && holds(part, id, seen));
  });
}
