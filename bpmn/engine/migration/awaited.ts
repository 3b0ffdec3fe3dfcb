/** What an instance waits for by a version of its process, as far as its life has come. */
import type { Element, EventDefinition, SequenceFlow } from '../../model/process.js';
import type { Bodies } from '../bodies.js';
import { heldWork } from '../incidents.js';
import { isClosedToEvents, type Instance, type State, type Work } from '../state.js';
import type { Awaited } from '../triggers.js';

/** @param bodies of the version that is asked, where the instance has its name of that version */
export function awaitedBy(bodies: Bodies, state: State, instance: Instance): Awaited[] {
  const awaited: Awaited[] = [];
  // what an incident holds begins to wait when it is mended
  const held = (...before: Work['do'][]): boolean => isHeld(state, instance, before);
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

const isHeld = (state: State, { id }: Instance, before: Work['do'][]): boolean =>
  [...heldWork(state)].some((work) => work.in === id && before.includes(work.do));

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
