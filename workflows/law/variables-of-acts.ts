/**
 * Which variables of a case were written by somebody who answers for them: the application itself, official
 * acts and other answers of people, decision tables, a payment, what another body or the province said; and
 * what the diagram makes of these. Nobody changes them beside the diagram.
 */
import { elementsOf } from '../../bpmn/model/elements.js';
import type { Element, ProcessModel } from '../../bpmn/model/process.js';
import { derivedOf } from './derived-variables.js';

/** Adapters whose answer is nobody's word: what they tell is that they were called. */
const TELL_NOTHING: ReadonlySet<string> = new Set(['notify', 'regulation-push']);

/** What the platform's own messages and the opening of a case write at the root. */
const BY_THE_PLATFORM = [
  ...['caseNumber', 'item', 'region', 'applicantKind', 'form', 'children', 'ways'],
  ...['payment', 'departmentSystem'],
];

/** Names of those variables, of the process and of what it calls as scopes. */
export function variablesOfActs(model: ProcessModel): ReadonlySet<string> {
  const elements = elementsOf(model);
  const names = new Set([...BY_THE_PLATFORM, ...elements.flatMap(answeredIn)]);
  const derived = elements.flatMap(derivedOf);
  for (let before = 0; before < names.size;) {
    before = names.size;
    for (const { name, reads } of derived)
      if (reads.some((read) => names.has(read))) names.add(name);
  }
  return names;
}

/** What an element that somebody answers for writes. */
function answeredIn(element: Element): string[] {
  if (!isAnsweredFor(element)) return [];
  const outputs = ('outputs' in element && element.outputs) || [];
  const collection = 'multiInstance' in element && element.multiInstance?.outputCollection;
  const result = 'resultVariable' in element && element.resultVariable;
  return [
    element.id,
    ...outputs.map(({ target }) => target),
    ...(collection ? [collection] : []),
    ...(result ? [result] : []),
  ];
}

function isAnsweredFor(element: Element): boolean {
  switch (element.type) {
    case 'userTask':
    case 'businessRuleTask':
    case 'receiveTask':
    // What became of another case, or of a part of this one.
    case 'callActivity':
      return true;
    case 'serviceTask':
      return element.adapter !== undefined && !TELL_NOTHING.has(element.adapter);
    case 'startEvent':
    case 'intermediateCatchEvent':
    case 'boundaryEvent': {
      const { definition } = element;
      const parts = definition?.type === 'multiple' ? definition.parts : [definition];
      return parts.some((part) => part?.type === 'message' || part?.type === 'signal');
    }
    default:
      return false;
  }
}
