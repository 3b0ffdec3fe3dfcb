/** What an instance waits for by a version of its process, as far as its life has come. */
import type { Element, EventDefinition, SequenceFlow } from '../../model/process.js';
import type { Bodies } from '../bodies.js';
import { heldWork } from '../incidents.js';
import { isClosedToEvents, type Instance, type State, type Work } from '../state.js';
import type { Awaited } from '../triggers.js';

/** What incidents hold: of an instance by its id, the kinds of work. */
export type Held = ReadonlyMap<string, ReadonlySet<Work['do']>>;

/** Counted once for all instances: each may have its incident. */
export function heldIn(state: State): Held {
  const held = new Map<string, Set<Work['do']>>();
  for (const work of heldWork(state)) {
    const kinds = held.get(work.in);
    if (kinds) kinds.add(work.do);
    else held.set(work.in, new Set([work.do]));
  }
  return held;
}

/** @param bodies of the version that is asked, where the instance has its name of that version */
export function awaitedBy(bodies: Bodies, everyHeld: Held, instance: Instance): Awaited[] {
  const awaited: Awaited[] = [];
  // what an incident holds begins to wait when it is mended
  const kinds = everyHeld.get(instance.id);
  const held = (...before: Work['do'][]): boolean => before.some((kind) => kinds?.has(kind));
  if (instance.container && !isClosedToEvents(instance.container) && !held('open'))
    for (const { id, definition } of bodies.body(instance).handlers)
      awaited.push({ element: id, definition, inside: true });
  if (instance.parent === '' || instance.called !== undefined || instance.undoing) return awaited;
  const element = bodies.element(instance);
  const scope = bodies.scopeOf(instance);
  if ('boundary' in element && instance.index === undefined && !held('begin', 'arm'))
    for (const { id, definition } of bodies.boundaryEvents(scope, element))
      awaited.push({ element: id, definition });
  const events = element.type === 'eventBasedGateway' ? behind(bodies, scope, element) : [element];
  for (const event of events) {
    const definition = definitionAt(event);
    if (definition) awaited.push({ element: event.id, definition });
  }
  return awaited;
}

function behind(bodies: Bodies, scope: Instance, gateway: Element): Element[] {
  const { flows } = bodies.body(scope);
  return gateway.outgoing.map((id) =>
    bodies.elementIn(scope, (flows.get(id) as SequenceFlow).target),
  );
}

/** What a token that rests at an element waits for; undefined where it rests for other reasons. */
function definitionAt(element: Element): EventDefinition | undefined {
  switch (element.type) {
    case 'receiveTask':
      return { type: 'message', message: element.message };
    case 'intermediateCatchEvent':
    case 'startEvent':
      return element.definition;
    default:
      return undefined;
  }
}
