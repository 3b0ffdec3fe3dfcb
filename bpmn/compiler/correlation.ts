/**
 * The standard's correlation: a property says where each message carries its value, a key names the
 * properties that tell conversations apart, a process may bind them to its own data.
 */
import type { Expression } from '../model/process.js';
import type { Compiling } from './context.js';
import { child, children, is, type BpmnNode } from './moddle.js';

export interface CorrelationKey {
  key: Expression;
  /** The conversation may not have begun yet: without a value any message will do. */
  ifKnown: boolean;
}

export class Correlations {
  /** The properties of the first key of which a message carries all, by the message. */
  private readonly carried = new Map<BpmnNode, readonly Carried[]>();

  constructor(definitions: BpmnNode) {
    for (const root of children(definitions, 'rootElements'))
      if (is(root, 'Collaboration'))
        for (const key of children(root, 'correlationKeys')) this.learn(key);
  }

  private learn(key: BpmnNode): void {
    const properties = children(key, 'correlationPropertyRef');
    const byMessage = new Map<BpmnNode, Carried[]>();
    for (const property of properties)
      for (const [message, path] of pathsOf(property)) {
        const carried = byMessage.get(message) ?? [];
        carried.push({ property, path });
        byMessage.set(message, carried);
      }
    for (const [message, carried] of byMessage)
      if (carried.length === properties.length && !this.carried.has(message))
        this.carried.set(message, carried);
  }

  /** What tells the receivers of a message apart; undefined where the file says nothing of it. */
  keyOf(message: BpmnNode, element: BpmnNode, compiling: Compiling): CorrelationKey | undefined {
    const sends = is(element, 'ThrowEvent') || is(element, 'SendTask');
    const bound = sends ? [] : bindingsOf(element);
    const properties = this.carried.get(message) ?? [];
    const parts = properties.flatMap(({ property, path }) => {
      const binding = bound.find((one) => child(one, 'correlationPropertyRef') === property);
      const said = binding ? child(binding, 'dataPath') : path;
      return compiling.expressions.node(said, element.id ?? '') ?? [];
    });
    const [first, ...others] = parts;
    if (!first || parts.length < properties.length) return undefined;
    const list = `[${parts.map(({ feel }) => feel).join(', ')}]`;
    return { key: others.length > 0 ? { feel: list } : first, ifKnown: bound.length === 0 };
  }
}

interface Carried {
  property: BpmnNode;
  path: BpmnNode;
}

/** Where messages carry the value of a property; of several places in a message the first. */
function pathsOf(property: BpmnNode): Map<BpmnNode, BpmnNode> {
  const paths = new Map<BpmnNode, BpmnNode>();
  const told = new Set<BpmnNode>();
  for (const one of children(property, 'correlationPropertyRetrievalExpression')) {
    const [message, path] = [child(one, 'messageRef'), child(one, 'messagePath')];
    if (!message || told.has(message)) continue;
    told.add(message);
    if (path) paths.set(message, path);
  }
  return paths;
}

function bindingsOf(element: BpmnNode): BpmnNode[] {
  let process: BpmnNode | undefined = element;
  while (process && !is(process, 'Process')) process = process.$parent;
  return process
    ? children(process, 'correlationSubscriptions').flatMap((one) =>
        children(one, 'correlationPropertyBinding'),
      )
    : [];
}
