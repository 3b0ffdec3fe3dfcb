/**
 * Message flows between pools. Pools that run are joined: what one throws starts another or is
 * delivered to it. Pools that are not compiled are black boxes: what goes there leaves the house.
 */
import type { MessageTarget } from '../model/process.js';
import { child, children, is, text, type BpmnNode } from './moddle.js';

export class MessageFlows {
  /** By the ids of their ends. */
  private readonly at = new Map<string, BpmnNode[]>();
  /** By the process that they leave. */
  private readonly leaving = new Map<BpmnNode, Leaving[]>();

  constructor(definitions: BpmnNode) {
    for (const root of children(definitions, 'rootElements'))
      if (is(root, 'Collaboration'))
        for (const flow of children(root, 'messageFlows')) this.learn(flow);
  }

  private learn(flow: BpmnNode): void {
    const [source, target] = [child(flow, 'sourceRef'), child(flow, 'targetRef')];
    for (const id of new Set([source?.id, target?.id]))
      if (id !== undefined) add(this.at, id, flow);
    const from = source && processOf(source);
    const pool = target && processOf(target);
    if (from && pool && pool !== from) add(this.leaving, from, { source, target, pool });
  }

  /** The message that a flow at this element carries, where the element itself names none. */
  messageOf(element: string): BpmnNode | undefined {
    return this.flowsAt(element)
      .map((flow) => child(flow, 'messageRef'))
      .find((message) => message !== undefined);
  }

  /** A message that nobody names is called after the flow that carries it. */
  nameOf(element: string): string | undefined {
    const [flow] = this.flowsAt(element);
    return flow && (text(flow, 'name') ?? flow.id ?? endsOf(flow));
  }

  /** Where what this process throws goes in other pools that run, by the element that throws. */
  from(process: BpmnNode, running: ReadonlySet<BpmnNode>): Record<string, MessageTarget> {
    const targets: Record<string, MessageTarget> = {};
    for (const { source, target, pool } of this.outOf(process)) {
      if (source.id === undefined || pool.id === undefined || !running.has(pool)) continue;
      const element = is(target, 'Participant') ? undefined : receiverOf(target);
      if (!Object.hasOwn(targets, source.id))
        targets[source.id] = { process: pool.id, ...(element && { element }) };
    }
    return targets;
  }

  /** The pools that are sent something from this process. */
  partners(process: BpmnNode): BpmnNode[] {
    return this.outOf(process).map(({ pool }) => pool);
  }

  private outOf(process: BpmnNode): readonly Leaving[] {
    return this.leaving.get(process) ?? [];
  }

  private flowsAt(element: string): readonly BpmnNode[] {
    return this.at.get(element) ?? [];
  }
}

/** A flow to another pool. */
interface Leaving {
  source: BpmnNode;
  target: BpmnNode;
  pool: BpmnNode;
}

function add<Key, Value>(lists: Map<Key, Value[]>, key: Key, value: Value): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}

const endsOf = (flow: BpmnNode): string =>
  ['sourceRef', 'targetRef'].map((end) => child(flow, end)?.id).join('-');

/** Who waits for it: for the start event of an event sub-process, the sub-process. */
function receiverOf(target: BpmnNode): string | undefined {
  const parent = target.$parent;
  const inHandler = is(target, 'StartEvent') && parent?.get('triggeredByEvent') === true;
  return inHandler ? parent.id : target.id;
}

function processOf(end: BpmnNode): BpmnNode | undefined {
  if (is(end, 'Participant')) return child(end, 'processRef');
  let at: BpmnNode | undefined = end;
  while (at && !is(at, 'Process')) at = at.$parent;
  return at;
}
