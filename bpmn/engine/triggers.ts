/** What an instance waits for from outside: timers and messages, its own or of its boundary events. */
import type { EventDefinition } from '../model/process.js';
import type { OpenTimer, Subscription, Variables } from './api.js';
import { textOf, valueOf } from './expressions.js';
import { failed, type Failure } from './failure.js';
import type { Run } from './run.js';
import type { Instance, Trigger } from './state.js';
import { nextRound, scheduleOf } from './timing.js';

/** A trigger before it has an id; undefined = nothing of this kind is waited for. */
type Draft =
  | Omit<Extract<Trigger, { type: 'timer' }>, 'id' | 'element'>
  | Omit<Extract<Trigger, { type: 'message' }>, 'id' | 'element'>
  | undefined;

type Arming = {
  [T in EventDefinition['type']]: (
    run: Run,
    from: Instance,
    definition: Extract<EventDefinition, { type: T }>,
  ) => Draft | Failure;
};

/** How each kind of event is waited for; what comes from inside needs no trigger. */
const arming: Arming = {
  timer(run, from, { timer }) {
    const schedule = scheduleOf(run, from, timer);
    return failed(schedule) || !schedule ? schedule : { type: 'timer', ...schedule };
  },
  message(run, from, { message }) {
    const name = textOf(run, from, message.name);
    if (failed(name)) return name;
    if (!message.key) return { type: 'message', name };
    const key = valueOf(run, from, message.key);
    if (failed(key)) return key;
    return { type: 'message', name, key: typeof key === 'string' ? key : JSON.stringify(key) };
  },
  error: () => undefined,
  terminate: () => undefined,
};

/** An event of the diagram to wait for. */
export interface Awaited {
  element: string;
  definition: EventDefinition;
}

/**
 * Makes an instance wait for events: all of them, or none and the failure.
 * Expressions are evaluated where the instance is.
 */
export function waitFor(run: Run, owner: Instance, events: Awaited[]): Failure | undefined {
  const drafts: { element: string; draft: NonNullable<Draft> }[] = [];
  for (const { element, definition } of events) {
    const arm = arming[definition.type] as Arming[EventDefinition['type']] | undefined;
    if (!arm) throw new Error(`the engine cannot wait for ${definition.type}`);
    const draft = arm(run, owner, definition as never);
    if (failed(draft)) return draft;
    if (draft) drafts.push({ element, draft });
  }
  for (const { element, draft } of drafts) add(run, owner, element, draft);
  return undefined;
}

function add(run: Run, owner: Instance, element: string, draft: NonNullable<Draft>): void {
  const trigger: Trigger = { id: `${element}~${run.nextId()}`, element, ...draft };
  owner.triggers.push(trigger);
  if (trigger.type === 'timer') run.emit({ type: 'setTimer', timer: openTimer(trigger) });
  else run.emit({ type: 'subscribe', subscription: subscription(trigger) });
}

export function openTimer({ id, element, due }: Extract<Trigger, { type: 'timer' }>): OpenTimer {
  return { id, element, due };
}

export function subscription({
  id,
  element,
  name,
  key,
}: Extract<Trigger, { type: 'message' }>): Subscription {
  return { id, element, name, ...(key === undefined ? {} : { key }) };
}

/** Stops everything an instance waits for. */
export function disarm(run: Run, owner: Instance): void {
  for (const trigger of owner.triggers) {
    if (trigger.type === 'timer') run.emit({ type: 'cancelTimer', id: trigger.id });
    else run.emit({ type: 'unsubscribe', id: trigger.id });
  }
  owner.triggers = [];
}

/** A trigger found with the instance that waits. */
export interface Found {
  owner: Instance;
  trigger: Trigger;
}

/** The timer with this id. */
export function findTimer(run: Run, id: string): Found | undefined {
  return find(run, (trigger) => trigger.type === 'timer' && trigger.id === id);
}

/** The one receiver of a message: who has waited longest. A subscription without key takes any. */
export function findReceiver(run: Run, name: string, key?: string): Found | undefined {
  return find(
    run,
    (trigger) =>
      trigger.type === 'message' &&
      trigger.name === name &&
      (trigger.key === undefined || trigger.key === key),
  );
}

function find(run: Run, wanted: (trigger: Trigger) => boolean): Found | undefined {
  for (const owner of Object.values(run.state.instances)) {
    const trigger = owner.triggers.find(wanted);
    if (trigger) return { owner, trigger };
  }
  return undefined;
}

/** Takes a fired timer away without telling the host, which knows; a message goes on being waited for. */
export function spend({ owner, trigger }: Found): void {
  if (trigger.type === 'timer')
    owner.triggers = owner.triggers.filter(({ id }) => id !== trigger.id);
}

/** Sets the next round of a cycle that has fired. */
export function repeat(run: Run, { owner, trigger }: Found): Failure | undefined {
  if (trigger.type !== 'timer') return undefined;
  const schedule = nextRound(trigger, run.clock);
  if (failed(schedule)) return schedule;
  if (schedule) add(run, owner, trigger.element, { type: 'timer', ...schedule });
  return undefined;
}

/** What came with a trigger. */
export interface Payload {
  variables: Variables;
}
