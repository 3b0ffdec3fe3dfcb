/** What belongs together in a scope besides flows: borders, links, handlers of compensation. */
import type {
  Activity,
  BoundaryEvent,
  EndEvent,
  Element,
  Scope,
  SingleDefinition,
} from '../model/process.js';
import type { Compiling } from './context.js';
import { child, children, is, text, type BpmnNode } from './moddle.js';
import { definitionsOf } from './unsupported.js';

type Elements = Readonly<Record<string, Element>>;

/** Joins events with what they belong to, once all elements of a scope are known. */
export function connectEvents(container: BpmnNode, scope: Scope, compiling: Compiling): void {
  const { elements } = scope;
  for (const event of Object.values(elements)) {
    if (event.type === 'boundaryEvent') attach(event, container, elements, compiling);
  }
  connectLinks(container, elements, compiling);
  checkCancels(container, elements, compiling);
  checkEventGateways(scope, compiling);
}

/** Behind an event-based gateway stand only events that come from outside. */
function checkEventGateways({ elements, flows }: Scope, { findings }: Compiling): void {
  const targetOf = new Map(flows.map(({ id, target }) => [id, target]));
  for (const gateway of Object.values(elements)) {
    if (gateway.type !== 'eventBasedGateway') continue;
    const targets = gateway.outgoing.flatMap((flow) => targetOf.get(flow) ?? []);
    if (targets.length === 0)
      findings.error('event-gateway-target', gateway.id, '事件网关后面没有事件，请补上。');
    for (const id of targets) {
      const target = own(elements, id);
      if (target && !canBeAwaited(target))
        findings.error(
          'event-gateway-target',
          id,
          '事件网关后面只能是消息、定时、信号、条件捕获事件，或没有边界事件的接收任务，请更换。',
        );
    }
  }
}

function canBeAwaited(target: Element): boolean {
  if (target.type === 'receiveTask')
    return target.boundary.length === 0 && !target.multiInstance && !target.loop;
  return target.type === 'intermediateCatchEvent' && target.definition.type !== 'link';
}

function attach(
  event: BoundaryEvent,
  container: BpmnNode,
  elements: Elements,
  compiling: Compiling,
): void {
  const { findings } = compiling;
  const host = own(elements, event.attachedTo);
  if (!host || !isActivity(host)) {
    if (!findings.concern(event.attachedTo))
      findings.error(
        'boundary-incomplete',
        event.id,
        '边界事件须附着在同一层流程的活动上，请重新放置。',
      );
    return;
  }
  host.boundary.push(event.id);
  if (event.definition.type !== 'compensate') return;
  const handler = handlerOf(event.id, container);
  const activity = handler === undefined ? undefined : own(elements, handler);
  if (!activity || !isActivity(activity) || !activity.isForCompensation) {
    findings.error(
      'compensation-handler',
      event.id,
      '补偿边界事件须用关联线连到同一层的补偿活动（isForCompensation），请补上。',
    );
    return;
  }
  if (activity.incoming.length + activity.outgoing.length > 0)
    findings.error('compensation-handler', activity.id, '补偿活动不能连顺序流，请删除连线。');
  host.compensation = activity.id;
}

/**
 * The activity that an association joins with the event; tools draw it in either direction. It stands
 * in the scope, in one around it, or in the collaboration.
 */
function handlerOf(event: string, container: BpmnNode): string | undefined {
  for (let at: BpmnNode | undefined = container; at; at = at.$parent) {
    const joined = joinedIn(at);
    if (joined.has(event)) return joined.get(event);
  }
  return undefined;
}

/** Those of its collaborations stand for a file's. */
const artifactsIn = (place: BpmnNode): BpmnNode[] =>
  is(place, 'Definitions')
    ? children(place, 'rootElements')
        .filter((root) => is(root, 'Collaboration'))
        .flatMap((root) => children(root, 'artifacts'))
    : children(place, 'artifacts');

type Joined = ReadonlyMap<string, string | undefined>;
const joinedBy = new WeakMap<BpmnNode, Joined>();

/** What the associations that stand in a place join, from either end; of several the first. */
function joinedIn(place: BpmnNode): Joined {
  const known = joinedBy.get(place);
  if (known) return known;
  const joined = new Map<string, string | undefined>();
  for (const artifact of artifactsIn(place)) {
    if (!is(artifact, 'Association')) continue;
    const [from, to] = ['sourceRef', 'targetRef'].map((end) => child(artifact, end)?.id);
    if (from !== undefined && !joined.has(from)) joined.set(from, to === from ? undefined : to);
    if (to !== undefined && !joined.has(to)) joined.set(to, from);
  }
  joinedBy.set(place, joined);
  return joined;
}

/** A link throw goes on at the catch of the same name in the same scope. */
function connectLinks(container: BpmnNode, elements: Elements, compiling: Compiling): void {
  const names = linkNames(container);
  const catches = new Map<string | undefined, string[]>();
  for (const other of Object.values(elements)) {
    if (other.type !== 'intermediateCatchEvent' || other.definition.type !== 'link') continue;
    const name = names.get(other.id);
    const others = catches.get(name);
    if (others) others.push(other.id);
    else catches.set(name, [other.id]);
  }
  for (const event of Object.values(elements)) {
    if (event.type !== 'intermediateThrowEvent' || event.definition?.type !== 'link') continue;
    const targets = catches.get(names.get(event.id)) ?? [];
    if (targets.length === 1) event.definition.target = targets[0];
    else
      compiling.findings.error(
        'link-target',
        event.id,
        targets.length === 0
          ? '链接没有同名的捕获端，请在同一层流程中补上。'
          : '链接有多个同名的捕获端，请只保留一个。',
      );
  }
}

function linkNames(container: BpmnNode): Map<string, string | undefined> {
  const names = new Map<string, string | undefined>();
  for (const node of children(container, 'flowElements')) {
    if (!is(node, 'Event')) continue;
    const link = definitionsOf(node).find((one) => is(one, 'LinkEventDefinition'));
    if (link && node.id) names.set(node.id, text(link, 'name') ?? text(node, 'name'));
  }
  return names;
}

/** A cancel end stands in a transaction, which must have a cancel event on its border. */
function checkCancels(container: BpmnNode, elements: Elements, compiling: Compiling): void {
  const { findings } = compiling;
  for (const element of Object.values(elements)) {
    if (element.type === 'endEvent' && throwsCancel(element)) {
      if (!insideTransaction(container))
        findings.error(
          'cancel-misplaced',
          element.id,
          '取消结束事件只能放在事务子流程里，请移动。',
        );
    }
    if (element.type === 'boundaryEvent' && kindOf(element) === 'cancel') {
      const host = own(elements, element.attachedTo);
      if (host && !(host.type === 'subProcess' && host.transaction))
        findings.error(
          'cancel-misplaced',
          element.id,
          '取消边界事件只能附着在事务子流程上，请移动。',
        );
    }
    if (element.type !== 'subProcess' || !element.transaction || !cancels(element.body.elements))
      continue;
    const caught = element.boundary.some((id) => kindOf(own(elements, id)) === 'cancel');
    if (!caught)
      findings.error(
        'cancel-uncaught',
        element.id,
        '事务会被取消，但边界上没有取消事件，取消后无路可走，请补上取消边界事件。',
      );
  }
}

function insideTransaction(container: BpmnNode): boolean {
  let at: BpmnNode | undefined = container;
  for (; at && is(at, 'FlowNode'); at = at.$parent) if (is(at, 'Transaction')) return true;
  return false;
}

/** Whether a cancel end stands in the transaction itself, not in one inside it. */
const cancels = (elements: Elements): boolean =>
  Object.values(elements).some((element) => {
    if (element.type === 'endEvent') return throwsCancel(element);
    if (!('body' in element)) return false;
    return (
      !(element.type === 'subProcess' && element.transaction) && cancels(element.body.elements)
    );
  });

const throwsCancel = ({ definition }: EndEvent): boolean =>
  definition?.type === 'multiple'
    ? definition.parts.some(({ type }) => type === 'cancel')
    : definition?.type === 'cancel';

const kindOf = (element: Element | undefined): SingleDefinition['type'] | 'multiple' | undefined =>
  element && 'definition' in element ? element.definition?.type : undefined;

const own = (elements: Elements, id: string): Element | undefined =>
  Object.hasOwn(elements, id) ? elements[id] : undefined;

const isActivity = (element: Element): element is Activity => 'boundary' in element;
