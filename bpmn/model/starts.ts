/** What begins a process besides a person: its events, each with the entry that the engine is told. */
import type { Element, EventDefinition, ProcessModel, Scope, SingleDefinition } from './process.js';

export interface ProcessStart {
  /** The start event, receive task or event-based gateway that stands at the beginning. */
  entry: string;
  /** What waits for the event: the entry itself, or what follows the gateway. */
  element: string;
  definition: SingleDefinition;
  /** Which of the event's definitions it is, from 0. */
  place: number;
}

/** In the order of the XML; several definitions of one event are several starts. */
export function startsOf({ body }: ProcessModel): ProcessStart[] {
  return Object.values(body.elements).flatMap((entry) =>
    awaitedBy(body, entry).flatMap(({ element, definition }) =>
      partsOf(definition).map((part, place) => ({
        entry: entry.id,
        element,
        definition: part,
        place,
      })),
    ),
  );
}

/** Those at which a signal opens a case. */
export const signalStartsOf = (model: ProcessModel): ProcessStart[] =>
  startsOf(model).filter(({ definition }) => definition.type === 'signal');

interface Awaited {
  element: string;
  definition: EventDefinition;
}

function awaitedBy(scope: Scope, entry: Element): Awaited[] {
  if (entry.type === 'startEvent')
    return entry.definition ? [{ element: entry.id, definition: entry.definition }] : [];
  if (!('instantiate' in entry) || entry.instantiate === undefined) return [];
  if (entry.type === 'receiveTask') return caughtAt(entry);
  return scope.flows
    .filter(({ source }) => source === entry.id)
    .flatMap(({ target }) => caughtAt(scope.elements[target]));
}

function caughtAt(element: Element | undefined): Awaited[] {
  if (element?.type === 'intermediateCatchEvent')
    return [{ element: element.id, definition: element.definition }];
  if (element?.type !== 'receiveTask') return [];
  return [{ element: element.id, definition: { type: 'message', message: element.message } }];
}

const partsOf = (definition: EventDefinition): SingleDefinition[] =>
  definition.type === 'multiple' ? definition.parts : [definition];

/** The name that the diagram gives a message, signal or nothing; undefined = an expression tells it. */
export function fixedName(definition: SingleDefinition): string | undefined {
  if (definition.type !== 'message' && definition.type !== 'signal') return undefined;
  const name = definition.type === 'message' ? definition.message.name : definition.name;
  return 'value' in name ? name.value : undefined;
}

/** The message that an element of the process waits for, at whatever depth; undefined = none by name. */
export function messageAwaitedAt({ body }: ProcessModel, id: string): string | undefined {
  const element = find(body, id);
  if (!element) return undefined;
  if (element.type === 'receiveTask')
    return fixedName({ type: 'message', message: element.message });
  if (!('definition' in element) || element.definition === undefined) return undefined;
  return partsOf(element.definition)
    .filter(({ type }) => type === 'message')
    .map(fixedName)
    .find((name) => name !== undefined);
}

function find(scope: Scope, id: string): Element | undefined {
  if (Object.hasOwn(scope.elements, id)) return scope.elements[id];
  for (const element of Object.values(scope.elements)) {
    const found = 'body' in element ? find(element.body, id) : undefined;
    if (found) return found;
  }
  return undefined;
}
