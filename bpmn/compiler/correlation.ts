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
  private readonly roots: readonly BpmnNode[];

  constructor(definitions: BpmnNode) {
    this.roots = children(definitions, 'rootElements');
  }

  /** What tells the receivers of a message apart; undefined where the file says nothing of it. */
  keyOf(message: BpmnNode, element: BpmnNode, compiling: Compiling): CorrelationKey | undefined {
    const sends = is(element, 'ThrowEvent') || is(element, 'SendTask');
    const bound = sends ? [] : bindingsOf(element);
    const properties = this.propertiesOf(message);
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

  /** The properties of the first key of which this message carries all. */
  private propertiesOf(message: BpmnNode): { property: BpmnNode; path: BpmnNode }[] {
    for (const properties of this.keys()) {
      const found = properties.flatMap((property) => {
        const path = pathIn(property, message);
        return path ? [{ property, path }] : [];
      });
      if (found.length > 0 && found.length === properties.length) return found;
    }
    return [];
  }

  private keys(): BpmnNode[][] {
    return this.roots
      .filter((root) => is(root, 'Collaboration'))
      .flatMap((collaboration) => children(collaboration, 'correlationKeys'))
      .map((key) => children(key, 'correlationPropertyRef'));
  }
}

/** Where a message carries the value of a property. */
function pathIn(property: BpmnNode, message: BpmnNode): BpmnNode | undefined {
  const retrieval = children(property, 'correlationPropertyRetrievalExpression').find(
    (one) => child(one, 'messageRef') === message,
  );
  return retrieval && child(retrieval, 'messagePath');
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
