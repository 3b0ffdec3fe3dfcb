/** By what a process starts: a start event, a receive task or an event-based gateway marked so. */
import type {
  EventBasedGateway,
  EventDefinition,
  ReceiveTask,
  StartEvent,
} from '../model/process.js';
import { EventRefused, type Event } from './api.js';
import type { Entry } from './bodies.js';
import { partsOf } from './catching.js';
import type { Run } from './run.js';
import { listen } from './scopes.js';
import type { Instance } from './state.js';

type Start = Extract<Event, { type: 'start' }>;

/**
 * The entry that a start event means; undefined when it means none.
 * @throws EventRefused when the process has no such entry
 */
export function entryFor(run: Run, start: Start): Entry | undefined {
  const { message, signal, startEvent } = start;
  if (message === undefined && signal === undefined && startEvent === undefined) return undefined;
  const root = run.instance(Object.keys(run.state.instances)[0] ?? '');
  const found = run.bodies.body(root).starts.find((entry) => {
    if (startEvent !== undefined) return entry.id === startEvent;
    return definitionsOf(run, root, entry).some(({ definition }) => fits(definition, start));
  });
  if (found) return found;
  const what = startEvent ?? (message === undefined ? `信号“${signal}”` : `消息“${message}”`);
  throw new EventRefused('no-such-start', `流程没有由${what}开始的入口`);
}

/**
 * Which of a start event's definitions has come: that of the message or signal; where neither is
 * named it was a time.
 */
export function placeOf({ definition }: StartEvent, start: Start): number {
  const parts = definition ? partsOf(definition) : [];
  const timed = start.message === undefined && start.signal === undefined;
  const came = parts.findIndex((part) => (timed ? part.type === 'timer' : fits(part, start)));
  return Math.max(0, came);
}

/** The events an entry waits for, each with the element that is reached when it has happened. */
function definitionsOf(
  run: Run,
  root: Instance,
  entry: Entry,
): { element: string; definition: EventDefinition }[] {
  if (entry.type === 'startEvent') {
    return entry.definition ? [{ element: entry.id, definition: entry.definition }] : [];
  }
  if (entry.type === 'receiveTask') {
    return [{ element: entry.id, definition: { type: 'message', message: entry.message } }];
  }
  return targetsOf(run, root, entry).flatMap((element) => {
    const target = run.bodies.elementIn(root, element);
    if (target.type === 'intermediateCatchEvent')
      return [{ element, definition: target.definition }];
    if (target.type !== 'receiveTask') return [];
    return [{ element, definition: { type: 'message' as const, message: target.message } }];
  });
}

function targetsOf(run: Run, root: Instance, gateway: EventBasedGateway): string[] {
  const { flows } = run.bodies.body(root);
  return gateway.outgoing.flatMap((id) => flows.get(id)?.target ?? []);
}

function fits(definition: EventDefinition, { message, signal }: Start): boolean {
  return partsOf(definition).some((part) => {
    if (part.type === 'message') return isNamed(part.message.name, message);
    return part.type === 'signal' && isNamed(part.name, signal);
  });
}

const isNamed = (name: { value: string } | { feel: string }, wanted?: string): boolean =>
  wanted !== undefined && 'value' in name && name.value === wanted;

/** Starts where the event has happened already; a parallel gateway goes on waiting for its others. */
export function startBy(
  run: Run,
  root: Instance,
  entry: ReceiveTask | EventBasedGateway,
  start: Start,
): void {
  const came = definitionsOf(run, root, entry).find(({ definition }) => fits(definition, start));
  const others =
    entry.type === 'eventBasedGateway' && entry.instantiate === 'parallel'
      ? targetsOf(run, root, entry).filter((id) => id !== came?.element)
      : [];
  root.container = { live: others.length + 1, waiting: {} };
  const failure = listen(run, root);
  if (failure) throw new EventRefused('no-such-start', failure.message);
  if (entry.type === 'eventBasedGateway') run.completed(entry);
  run.push(
    { do: 'happened', in: root.id, element: came?.element ?? entry.id },
    ...others.map((element) => ({ do: 'enter' as const, in: root.id, element })),
  );
}
