/** Events at an instance are waited for as the new version draws them. */
import type { EventDefinition } from '../../model/process.js';
import type { Bodies } from '../bodies.js';
import { Failure } from '../failure.js';
import type { Instance, Trigger } from '../state.js';
import { dismiss, waitFor, waitUnder, type Awaited } from '../triggers.js';
import { awaitedBy } from './awaited.js';
import type { Versions } from './versions.js';

export function waitAnew(versions: Versions, instance: Instance): void {
  const { run } = versions;
  const old = versions.was(instance.id);
  const before = awaitedBy(versions.old, versions.held, old);
  const awaited = awaitedBy(run.bodies, versions.held, instance);
  /** Of what is awaited, what was waited for already. */
  const known = new Set<Awaited>();
  const anew: Awaited[] = [];
  instance.triggers = [];
  for (const trigger of old.triggers) {
    const element = versions.name(trigger.element);
    const here = awaited.find((one) => one.element === element);
    const stays = here && isSame(trigger, here, definitionOf(before, trigger));
    const again = trigger.type === 'timer' && versions.retime.has(element);
    if (stays) known.add(here);
    if (stays && !again) keep(versions, instance, trigger, element);
    else dismiss(run, trigger);
    if (stays && again) anew.push(partOf(here, trigger));
  }
  const missing = awaited.filter(
    (one) => !known.has(one) && !hasHappened(versions, old, before, one.element),
  );
  const failure = waitFor(run, instance, [...anew, ...missing]);
  if (failure instanceof Failure)
    versions.refuse(old.element, 'not-armed', `新版本中等待的事件无法建立：${failure.message}`);
  else if (restsForEver(run.bodies, instance))
    versions.refuse(
      old.element,
      'not-armed',
      `“${old.element}”在新版本中不再等待任何事件，办件会永远停在那里，请在新版本中保留它等待的事件，或指定其他环节。`,
    );
}

/** Drawn as before. A timer keeps its due time also where the new version counts otherwise. */
const isSame = ({ type }: Trigger, { definition }: Awaited, was: EventDefinition): boolean =>
  (type === 'timer' && definition.type === 'timer') ||
  JSON.stringify(definition) === JSON.stringify(was);

function keep({ run }: Versions, instance: Instance, trigger: Trigger, element: string): void {
  if (element === trigger.element) instance.triggers.push(trigger);
  else {
    dismiss(run, trigger);
    waitUnder(run, instance, trigger, element);
  }
}

/** Of a multiple event only the part that a trigger was for. */
function partOf(awaited: Awaited, { part }: Trigger): Awaited {
  const { definition } = awaited;
  if (definition.type !== 'multiple' || part === undefined) return awaited;
  return { ...awaited, definition: definition.parts[part] as EventDefinition, part };
}

const definitionOf = (before: Awaited[], { element }: Trigger): EventDefinition =>
  (before.find((one) => one.element === element) as Awaited).definition;

/** What the old version waited for here too, and waits for no more, is not waited for again. */
function hasHappened(
  { name }: Versions,
  old: Instance,
  before: Awaited[],
  element: string,
): boolean {
  return (
    before.some((one) => name(one.element) === element) &&
    !old.triggers.some((trigger) => name(trigger.element) === element)
  );
}

/** What does nothing but wait would wait for nothing. */
const restsForEver = (bodies: Bodies, instance: Instance): boolean =>
  instance.triggers.length === 0 &&
  instance.parent !== '' &&
  WAITING.includes(bodies.element(instance).type);

const WAITING = ['intermediateCatchEvent', 'startEvent', 'eventBasedGateway'];
