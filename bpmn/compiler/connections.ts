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
  for (const gateway of Object.values(elements)) {
    if (gateway.type !== 'eventBasedGateway') continue;
    const targets = flows.filter(({ source }) => source === gateway.id).map(({ target }) => target);
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
    if (!findings.all.some((finding) => finding.element === event.attachedTo))
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

/** The activity that an association joins with the event; tools draw it in either direction. */
function handlerOf(event: string, container: BpmnNode): string | undefined {
  for (const association of associations(container)) {
    const ends = ['sourceRef', 'targetRef'].map((end) => child(association, end)?.id);
    if (ends.includes(event)) return ends.find((id) => id !== event);
  }
  return undefined;
}

/** Associations stand in the scope, in one around it, or in the collaboration. */
function associations(container: BpmnNode): BpmnNode[] {
  const found: BpmnNode[] = [];
  let at: BpmnNode | undefined = container;
  for (; at && !is(at, 'Definitions'); at = at.$parent) found.push(...children(at, 'artifacts'));
  for (const root of at ? children(at, 'rootElements') : [])
    if (is(root, 'Collaboration')) found.push(...children(root, 'artifacts'));
  return found.filter((artifact) => is(artifact, 'Association'));
}

/** A link throw goes on at the catch of the same name in the same scope. */
function connectLinks(container: BpmnNode, elements: Elements, compiling: Compiling): void {
  const names = linkNames(container);
  for (const event of Object.values(elements)) {
    if (event.type !== 'intermediateThrowEvent' || event.definition?.type !== 'link') continue;
    const targets = Object.values(elements).filter(
      (other) =>
        other.type === 'intermediateCatchEvent' &&
        other.definition.type === 'link' &&
        names.get(other.id) === names.get(event.id),
    );
    if (targets.length === 1) event.definition.target = targets[0]?.id;
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
