/** Builds models for tests in a few lines: `build({ elements: [...], flows: ['a>b'] })`. */
import type { Element, ProcessModel, Scope, SequenceFlow } from '../../model/process.js';

/** An element with only what the test is about; the rest is filled in. */
export type Part = { id: string; type: Element['type'] } & Record<string, unknown>;

export interface Plan {
  elements: Part[];
  /** `source>target`, or `source>target: condition`; the id is `source>target`. */
  flows: string[];
}

/** A scope from a plan. Boundary events are hung on what they are attached to. */
export function scope({ elements, flows }: Plan): Scope {
  const built: Scope = { elements: {}, flows: flows.map(flow) };
  for (const part of elements) {
    built.elements[part.id] = { ...defaultsOf(part), ...part } as unknown as Element;
  }
  for (const { id, source, target } of built.flows) {
    built.elements[source]?.outgoing.push(id);
    built.elements[target]?.incoming.push(id);
  }
  for (const element of Object.values(built.elements)) {
    if (element.type !== 'boundaryEvent') continue;
    const host = built.elements[element.attachedTo];
    if (host && 'boundary' in host) host.boundary.push(element.id);
  }
  return built;
}

/** A process from a plan. */
export function build(plan: Plan, called: Record<string, ProcessModel> = {}): ProcessModel {
  return { format: 1, id: 'process', body: scope(plan), called };
}

const person = { assignment: {}, outcomes: [] };
const ACTIVITIES = new Set<Element['type']>([
  'userTask',
  'serviceTask',
  'scriptTask',
  'receiveTask',
  'businessRuleTask',
  'task',
  'manualTask',
  'callActivity',
  'subProcess',
  'adHocSubProcess',
]);

function defaultsOf({ type }: Part): object {
  return {
    incoming: [],
    outgoing: [],
    ...(ACTIVITIES.has(type) && { boundary: [], inputs: [], outputs: [] }),
    ...(type === 'userTask' && structuredClone(person)),
    ...(type === 'boundaryEvent' && { interrupting: true }),
  };
}

function flow(text: string): SequenceFlow {
  const [ends = '', condition] = text.split(/:\s*(.*)/s);
  const [source = '', target = ''] = ends.split('>');
  return { id: ends, source, target, ...(condition ? { condition: { feel: condition } } : {}) };
}
