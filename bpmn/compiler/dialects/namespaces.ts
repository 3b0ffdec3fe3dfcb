/** Namespaces of the engines whose files are read, and which of them a file is meant for. */
import type { BpmnNode } from '../moddle.js';

/** Camunda 7 and its kin, which share their words: JUEL in attributes. */
export const CAMUNDA = [
  'http://camunda.org/schema/1.0/bpmn',
  'http://activiti.org/bpmn',
  'http://flowable.org/bpmn',
];

/** Camunda 8: FEEL in extension elements. */
export const ZEEBE = ['http://camunda.org/schema/zeebe/1.0'];

const MODELER = 'http://camunda.org/schema/modeler/1.0';

/**
 * The namespaces that a file's own word on its engine (`modeler:executionPlatform`) leaves without
 * meaning: what an earlier engine needed often stays behind when a file moves to the next.
 */
export function meaningless(
  definitions: BpmnNode,
  prefixes: ReadonlyMap<string, readonly string[]>,
): readonly string[] {
  const platform = (prefixes.get(MODELER) ?? [])
    .map((prefix) => definitions.$attrs[`${prefix}:executionPlatform`])
    .find((value) => value !== undefined);
  if (platform === 'Camunda Cloud') return CAMUNDA;
  return platform === 'Camunda Platform' ? ZEEBE : [];
}
