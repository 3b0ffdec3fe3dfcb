import type {
  CallActivity,
  ProcessModel,
  SequenceFlow,
  ServiceTask,
  UserTask,
} from '../model/process.js';
import type { Position } from './api.js';
import { Bodies } from './bodies.js';
import { openActivity, openChild, openTask } from './wait-states.js';
import type { Instance, State } from './state.js';
import { openTimer, subscription } from './triggers.js';

/** What a case waits for. Pure; the order is that of creation. */
export function position(model: ProcessModel, state: State): Position {
  const bodies = new Bodies(model, state);
  const instances = Object.values(state.instances);
  const at: Position = {
    tasks: [],
    activities: [],
    timers: [],
    children: [],
    subscriptions: [],
    incidents: Object.values(state.incidents).map(({ id, element, code, message, at: since }) => ({
      id,
      element,
      code,
      message,
      at: since,
    })),
    active: active(bodies, state, instances),
    ended: state.ended,
    variables: { ...instances[0]?.variables },
  };
  for (const instance of instances) collect(at, bodies, instance);
  return at;
}

function collect(at: Position, bodies: Bodies, instance: Instance): void {
  const type = instance.open?.type;
  if (type) {
    const element = bodies.element(instance);
    if (type === 'task') at.tasks.push(openTask(instance, element as UserTask));
    if (type === 'activity') at.activities.push(openActivity(instance, element as ServiceTask));
    if (type === 'child') at.children.push(openChild(instance, element as CallActivity));
  }
  for (const trigger of instance.triggers) {
    if (trigger.type === 'timer') at.timers.push(openTimer(trigger));
    const awaited = subscription(trigger);
    if (awaited) at.subscriptions.push(awaited);
  }
}

function active(bodies: Bodies, state: State, instances: Instance[]): string[] {
  const ids = new Set<string>();
  if (state.ended) return [];
  for (const instance of instances) {
    if (instance.element !== '') ids.add(instance.element);
    for (const flow of Object.keys(instance.container?.waiting ?? {})) {
      ids.add((bodies.body(instance).flows.get(flow) as SequenceFlow).target);
    }
  }
  for (const { element } of Object.values(state.incidents)) if (element) ids.add(element);
  return [...ids];
}
