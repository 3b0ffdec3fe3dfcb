/** What an expression may name where it stands: what every case has, and what the elements before it bring. */
import type { Element, ModdleElement } from 'bpmn-js/lib/model/Types';
import type { AdapterName } from '../../../bpmn/model/vocabulary.js';
import type { FeelVariable } from '../shared/feel/builtins.js';
import { ADAPTER_TEMPLATES } from './adapterTemplates.js';

/** Of every case from its start. */
const GIVEN = ['form', 'item', 'region', 'caseNumber', 'applicantKind', 'children', 'ways'];

const named = (names: readonly string[]): FeelVariable[] => names.map((name) => ({ name }));

/** The nearest first. */
export function variablesAt(element: Element): FeelVariable[] {
  const found = [...before(element)].flatMap(broughtBy);
  const all = [...ofLoops(element), ...found, ...named(GIVEN)];
  return [...new Map(all.toReversed().map((one) => [one.name, one])).values()].toReversed();
}

/** Elements from which a token may have come, over borders and into sub-processes too. */
function before(element: Element): Set<Element> {
  const seen = new Set<Element>();
  const waiting = comesFrom(element);
  for (const one of waiting) {
    if (seen.has(one)) continue;
    seen.add(one);
    waiting.push(...comesFrom(one));
  }
  return seen;
}

function comesFrom(element: Element): Element[] {
  if ('waypoints' in element) return [element.source as Element];
  const into = (element.incoming ?? []).map(({ source }) => source as Element);
  const host = 'host' in element ? [element.host as Element] : [];
  const around = element.parent as Element | undefined;
  const parent = around?.type === 'bpmn:SubProcess' ? comesFrom(around) : [];
  return [...into, ...host, ...parent].filter(Boolean);
}

function broughtBy({ id, type, businessObject }: Element): FeelVariable[] {
  const business = businessObject as ModdleElement;
  const said = (name: string) => business.get(name) as string | undefined;
  const detail = said('name');
  if (type === 'bpmn:UserTask')
    return [{ name: id, detail, entries: named(['outcome', 'opinion', 'form']) }];
  const result = business.$instanceOf('bpmn:FlowNode') ? said('onestop:resultVariable') : undefined;
  if (result) return [{ name: result, detail }];
  const adapter = said('onestop:adapter') as AdapterName | undefined;
  return adapter
    ? [{ name: id, detail, entries: named(ADAPTER_TEMPLATES[adapter]?.gives ?? []) }]
    : [];
}

/** Of the repeated activities that it stands in, and its own. */
function ofLoops(element: Element): FeelVariable[] {
  const found: FeelVariable[] = [];
  let at: Element | undefined = element;
  while (at) {
    const loop = (at.businessObject as ModdleElement).get('loopCharacteristics') as
      | ModdleElement
      | undefined;
    if (loop) {
      const item = loop.get('onestop:elementVariable') as string | undefined;
      found.push(...named([...(item ? [item] : []), 'loopCounter']));
    }
    at = at.parent as Element | undefined;
  }
  return found;
}
