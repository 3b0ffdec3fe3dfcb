/** Events at an instance are waited for as the new version draws them. */
import type { Element, EventDefinition, SequenceFlow } from '../../model/process.js';
import type { Bodies } from '../bodies.js';
import { Failure } from '../failure.js';
import type { Instance, State, Trigger } from '../state.js';
import { dismiss, waitFor, type Awaited } from '../triggers.js';
import type { Versions } from './versions.js';

export function waitAnew(versions: Versions, instance: Instance): void {
  const { run } = versions;
  const awaited = awaitedBy(run.bodies, versions.before, instance);
  const old = versions.was(instance.id);
  const kept: Trigger[] = [];
  for (const trigger of old.triggers) {
    const element = versions.name(trigger.element);
    const here = awaited.find((one) => one.element === element && one.inside === trigger.inside);
    const same =
      here &&
      JSON.stringify(here.definition) === JSON.stringify(definitionOf(versions, old, trigger));
    const again = trigger.type === 'timer' && versions.retime.has(element);
    // a timer keeps its due time also where the new version counts otherwise, unless chosen
    const timerStays = trigger.type === 'timer' && here?.definition.type === 'timer';
    if (here && !again && (same || timerStays) && element === trigger.element) kept.push(trigger);
    else dismiss(run, trigger);
  }
  instance.triggers = kept;
  const missing = awaited.filter(
    ({ element, inside }) =>
      !kept.some((one) => one.element === element && one.inside === inside) &&
      !hasHappened(versions, old, element, inside),
  );
  const failure = waitFor(run, instance, missing);
  if (failure instanceof Failure)
    versions.refuse(
      instance.element,
      'not-armed',
      `新版本中等待的事件无法建立：${failure.message}`,
    );
}

/** What an instance waits for by a version, as far as its life has come. */
function awaitedBy(bodies: Bodies, before: State, instance: Instance): Awaited[] {
  const awaited: Awaited[] = [];
  if (instance.container && !instance.container.deaf)
    for (const { id, definition } of bodies.body(instance).handlers)
      awaited.push({ element: id, definition, inside: true });
  if (instance.parent === '' || instance.called !== undefined || instance.undoing) return awaited;
  const element = bodies.element(instance);
  const scope = bodies.scopeOf(instance);
  if ('boundary' in element && instance.index === undefined && isArmed(before, instance))
    for (const { id, definition } of bodies.boundaryEvents(scope, element))
      awaited.push({ element: id, definition });
  if (element.type === 'intermediateCatchEvent' || element.type === 'startEvent')
    awaited.push({ element: element.id, definition: definitionAt(element) });
  if (element.type === 'receiveTask' && !instance.multi && !isHeld(before, instance))
    awaited.push({
      element: element.id,
      definition: { type: 'message', message: element.message },
    });
  if (element.type === 'eventBasedGateway')
    for (const target of targetsOf(bodies, scope, element.outgoing))
      awaited.push({ element: target.id, definition: definitionAt(target) });
  return awaited;
}

/** What the old version waited for there too, and waits for no more, is not waited for again. */
function hasHappened(
  versions: Versions,
  old: Instance,
  element: string,
  inside: true | undefined,
): boolean {
  const scope = inside ? old : versions.old.scopeOf(old);
  const { elements } = versions.old.body(scope).scope;
  const before = Object.keys(elements).filter((id) => versions.name(id) === element);
  const waited = old.triggers.some(
    (trigger) => before.includes(trigger.element) && trigger.inside === inside,
  );
  return before.length > 0 && !waited;
}

function definitionOf(versions: Versions, old: Instance, trigger: Trigger): EventDefinition {
  const { element: id, inside } = trigger;
  const scope = inside ? old : versions.old.scopeOf(old);
  return definitionAt(versions.old.elementIn(scope, id));
}

function targetsOf(bodies: Bodies, scope: Instance, outgoing: string[]): Element[] {
  const { flows } = bodies.body(scope);
  return outgoing.map((id) => bodies.elementIn(scope, (flows.get(id) as SequenceFlow).target));
}

function definitionAt(element: Element): EventDefinition {
  if (element.type === 'receiveTask') return { type: 'message', message: element.message };
  if ('definition' in element && element.definition) return element.definition;
  throw new Error(`${element.id} waits for nothing`);
}

/** An activity held by an incident before its boundary events were armed has none yet. */
function isArmed({ incidents }: State, { id }: Instance): boolean {
  return !Object.values(incidents).some(
    ({ retry }) => retry.in === id && (retry.do === 'begin' || retry.do === 'arm'),
  );
}

/** An incident holds it before its own work began. */
const isHeld = ({ incidents }: State, { id }: Instance): boolean =>
  Object.values(incidents).some(({ retry }) => retry.in === id && retry.do !== 'complete');
