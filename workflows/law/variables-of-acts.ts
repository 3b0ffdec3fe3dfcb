/**
 * Which variables of a case were written by somebody who answers for them: official acts and other answers
 * of people, decision tables, a payment, what another body or the province said. Nobody changes them
 * beside the diagram.
 */
import type { Element, Mapping, ProcessModel, Scope } from '../../bpmn/model/process.js';
import { PLATFORM_MESSAGES } from '../contracts/messages.js';

/** Adapters whose answer is money, a paper, or another body's word. */
const ANSWERED_FOR: ReadonlySet<string> = new Set([
  'payment',
  'license',
  'seal',
  'benefit-list',
  'return',
  'credit',
  'department-system',
]);

/** What the platform's own messages and the opening of a case write at the root. */
const BY_THE_PLATFORM = [
  ...['caseNumber', 'item', 'region', 'applicantKind', 'children', 'ways'],
  ...['payment', 'departmentSystem'],
];

/** Names of those variables, of the process and of what it calls as scopes. */
export function variablesOfActs(model: ProcessModel): ReadonlySet<string> {
  const names = new Set<string>(BY_THE_PLATFORM);
  for (const { body } of [model, ...Object.values(model.called)]) collect(body, names);
  return names;
}

function collect(scope: Scope, names: Set<string>): void {
  for (const element of Object.values(scope.elements)) {
    for (const name of writtenBy(element)) names.add(name);
    if ('body' in element) collect(element.body, names);
  }
}

function writtenBy(element: Element): string[] {
  if (!isAnsweredFor(element)) return [];
  const outputs: Mapping[] = ('outputs' in element && element.outputs) || [];
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
      return true;
    case 'serviceTask':
      return element.adapter !== undefined && ANSWERED_FOR.has(element.adapter);
    case 'receiveTask':
      return saysThePlatform(element.message.name);
    case 'intermediateCatchEvent':
    case 'boundaryEvent': {
      const { definition } = element;
      const parts = definition.type === 'multiple' ? definition.parts : [definition];
      return parts.some((part) => part.type === 'message' && saysThePlatform(part.message.name));
    }
    default:
      return false;
  }
}

const saysThePlatform = (name: { value: string } | { feel: string }): boolean =>
  'value' in name && PLATFORM_MESSAGES.has(name.value);
