/** What an instance waits for from outside: timers, messages, signals, conditions. */
import type { EventDefinition, SingleDefinition } from '../model/process.js';
import type { OpenTimer, Subscription, Variables } from './api.js';
import { correlationKey } from './correlation-key.js';
import { textOf } from './expressions.js';
import { failed, type Failure } from './failure.js';
import { isSignal } from './lookup.js';
import type { Run } from './run.js';
import type { Instance, Trigger } from './state.js';
import { nextRound, readingOf, scheduleOf } from './timing.js';

type Bare<T> = T extends Trigger ? Omit<T, 'id' | 'element' | 'inside' | 'part'> : never;
/** A trigger before it has an id; undefined = nothing of this kind is waited for. */
type Draft = Bare<Trigger> | undefined;

type Arming = {
  [T in SingleDefinition['type']]: (
    run: Run,
    from: Instance,
    definition: Extract<SingleDefinition, { type: T }>,
  ) => Draft | Failure;
};

/** What is thrown inside the case needs no trigger: who catches is found when it is thrown. */
const fromInside = (): undefined => undefined;

/** How each kind of event is waited for. */
const arming: Arming = {
  timer(run, from, { timer }) {
    const schedule = scheduleOf(run, from, timer);
    return failed(schedule) || !schedule ? schedule : { type: 'timer', ...schedule };
  },
  message(run, from, { message }) {
    const name = textOf(run, from, message.name);
    if (failed(name)) return name;
    if (!message.key) return { type: 'message', name };
    const key = correlationKey(run, from, name, message);
    if (failed(key)) return key;
    return { type: 'message', name, ...(key !== undefined && { key }) };
  },
  signal(run, from, { name }) {
    const text = textOf(run, from, name);
    return failed(text) ? text : { type: 'signal', name: text };
  },
  conditional: () => ({ type: 'conditional', was: false }),
  error: fromInside,
  escalation: fromInside,
  compensate: fromInside,
  cancel: fromInside,
  link: fromInside,
  terminate: fromInside,
};

/** An event of the diagram to wait for. */
export interface Awaited {
  element: string;
  definition: EventDefinition;
  /** The element is an event sub-process inside the instance. */
  inside?: true;
  /** Of a multiple event, when only one of its parts is to be waited for: its place. */
  part?: number;
}

type Placed = Pick<Trigger, 'element' | 'inside' | 'part'> & { draft: NonNullable<Draft> };

/**
 * Makes an instance wait for events: all of them, or none and the failure.
 * Expressions are evaluated where the instance is.
 */
export function waitFor(run: Run, owner: Instance, events: Awaited[]): Failure | undefined {
  const drafts: Placed[] = [];
  for (const { definition, ...place } of events) {
    const several = definition.type === 'multiple';
    for (const [part, single] of (several ? definition.parts : [definition]).entries()) {
      const arm = arming[single.type] as Arming[SingleDefinition['type']] | undefined;
      if (!arm) throw new Error(`the engine cannot wait for ${single.type}`);
      const draft = arm(run, owner, single as never);
      if (failed(draft)) return draft;
      if (draft) drafts.push({ ...place, ...(several ? { part } : {}), draft });
    }
  }
  for (const { draft, ...place } of drafts) add(run, owner, place, draft);
  return undefined;
}

function add(
  run: Run,
  owner: Instance,
  place: Pick<Trigger, 'element' | 'inside' | 'part'>,
  draft: NonNullable<Draft>,
): void {
  const trigger: Trigger = { id: `${place.element}~${run.nextId()}`, ...place, ...draft };
  // an event sub-process comes before the boundary events of its scope
  owner.triggers.splice(trigger.inside ? firstAtBorder(owner) : owner.triggers.length, 0, trigger);
  run.lookup.armed(owner, trigger);
  if (trigger.type === 'conditional') run.changes.armed.add(owner.id);
  if (trigger.type === 'timer') run.emit({ type: 'setTimer', timer: openTimer(trigger) });
  const awaited = subscription(trigger);
  if (awaited) run.emit({ type: 'subscribe', subscription: awaited });
}

function firstAtBorder({ triggers }: Instance): number {
  const first = triggers.findIndex(({ inside }) => !inside);
  return first < 0 ? triggers.length : first;
}

export function openTimer({ id, element, due }: Extract<Trigger, { type: 'timer' }>): OpenTimer {
  return { id, element, due };
}

/** What the host must listen for; undefined for what it need not know. */
export function subscription(trigger: Trigger): Subscription | undefined {
  if (trigger.type !== 'message' && trigger.type !== 'signal') return undefined;
  const { id, element, type: kind, name } = trigger;
  const key = trigger.type === 'message' ? trigger.key : undefined;
  return { id, element, kind, name, ...(key === undefined ? {} : { key }) };
}

/** Stops what an instance waits for: everything, or only event sub-processes inside it. */
export function disarm(run: Run, owner: Instance, which: 'all' | 'inside' = 'all'): void {
  const left: Trigger[] = [];
  for (const trigger of owner.triggers) {
    if (which === 'inside' && !trigger.inside) left.push(trigger);
    else dismiss(run, trigger);
  }
  owner.triggers = left;
}

/** Waits for the same as a trigger that has been dismissed, at an element of another id. */
export function waitUnder(run: Run, owner: Instance, trigger: Trigger, element: string): void {
  const { id: _id, element: _element, inside, part, ...draft } = trigger;
  const place = { element, ...(inside && { inside }), ...(part !== undefined && { part }) };
  add(run, owner, place, draft);
}

/** Tells the host that something is no longer waited for. */
export function dismiss(run: Run, trigger: Trigger): void {
  if (trigger.type === 'timer') run.emit({ type: 'cancelTimer', id: trigger.id });
  else if (subscription(trigger)) run.emit({ type: 'unsubscribe', id: trigger.id });
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
export function findReceiver(
  run: Run,
  name: string,
  key?: string,
  subscription?: string,
): Found | undefined {
  return find(
    run,
    (trigger) =>
      trigger.type === 'message' &&
      (subscription === undefined || trigger.id === subscription) &&
      trigger.name === name &&
      (trigger.key === undefined || trigger.key === key),
  );
}

function find(run: Run, wanted: (trigger: Trigger) => boolean): Found | undefined {
  for (const owner of Object.values(run.state.instances)) {
    const trigger = owner.triggers.find(wanted);
    if (trigger) return { owner: run.instance(owner.id), trigger };
  }
  return undefined;
}

/** All that wait for a signal now, who has waited longest first; their work is done in this order. */
export function deliverSignal(
  run: Run,
  name: string,
  variables: Variables,
  confined?: true,
): boolean {
  const found = run.lookup.awaiting(name).flatMap((id) =>
    (run.state.instances[id]?.triggers ?? [])
      .filter((trigger) => isSignal(trigger, name))
      .map((trigger) => ({
        ...{ do: 'trigger' as const, in: id, trigger: trigger.id, variables },
        ...(confined && { confined }),
      })),
  );
  run.push(...found);
  return found.length > 0;
}

/**
 * Whether the event itself has happened with this trigger: of a parallel multiple event the last
 * of its parts must have come.
 */
export function happened(
  run: Run,
  { owner, trigger }: Found,
  definition: EventDefinition,
): boolean {
  if (definition.type !== 'multiple' || !definition.parallel) return true;
  if (trigger.type !== 'timer') dismiss(run, trigger);
  owner.triggers = owner.triggers.filter((one) => one !== trigger);
  return !owner.triggers.some(
    ({ element, inside }) => element === trigger.element && inside === trigger.inside,
  );
}

/** Takes a fired timer away without telling the host, which knows; else it goes on being waited for. */
export function spend({ owner, trigger }: Found): void {
  if (trigger.type === 'timer') owner.triggers = owner.triggers.filter((one) => one !== trigger);
}

/**
 * Waits again for an event that does not interrupt and has happened: the next round of a cycle,
 * and a parallel multiple event from the beginning, unless one of its times can come only once.
 */
export function waitAgain(
  run: Run,
  { owner, trigger }: Found,
  definition: EventDefinition,
): Failure | undefined {
  const { element, inside } = trigger;
  if (definition.type === 'multiple' && definition.parallel) {
    const once = definition.parts.some(
      (part) => part.type === 'timer' && part.timer.kind !== 'cycle',
    );
    if (once) return undefined;
    return waitFor(run, owner, [{ element, definition, ...(inside ? { inside } : {}) }]);
  }
  if (trigger.type !== 'timer') return undefined;
  const schedule = nextRound(trigger, readingOf(run));
  if (failed(schedule)) return schedule;
  const { id: _id, type: _type, due: _due, counted: _counted, cycle: _cycle, ...place } = trigger;
  if (schedule) add(run, owner, place, { type: 'timer', ...schedule });
  return undefined;
}

/** What came with a trigger. */
export interface Payload {
  variables: Variables;
  /** Only what the element maps may be kept of them. */
  confined?: true;
}
