/** Wait states: what the outside owes an instance before it goes on: a person's task, an adapter's work, a case of its own. */
import type { Json, OpenActivity, OpenChild, OpenTask, Variables } from './api.js';
import type { CallActivity, ServiceTask, UserTask } from '../model/process.js';
import type { Run } from './run.js';
import type { Instance, Open } from './state.js';

/** The name under which the outside knows an instance; its number is never given again. */
export const keyOf = ({ element, id }: Instance): string => `${element}~${id}`;

/** The instance that waits for this kind of answer under this key. */
export function findOpen(run: Run, type: Open['type'], key: string): Instance | undefined {
  const instance = run.state.instances[key.slice(key.lastIndexOf('~') + 1)];
  const owes = instance && instance.open?.type === type && keyOf(instance) === key;
  return owes ? run.instance(instance.id) : undefined;
}

/** A user task as people see it. */
export function openTask(instance: Instance, task: UserTask): OpenTask {
  if (instance.open?.type !== 'task') throw new Error(`no task is open at ${instance.id}`);
  const { form, limit, act } = task;
  return {
    key: keyOf(instance),
    element: task.id,
    name: task.name ?? task.id,
    assignment: { ...task.assignment, ...instance.open.assigned },
    ...(form === undefined ? {} : { form }),
    outcomes: task.outcomes,
    ...(limit === undefined ? {} : { limit }),
    ...(act === undefined ? {} : { act }),
    ...(instance.index === undefined ? {} : { loopCounter: instance.index }),
    inputs: inputsOf(instance, task),
    openedAt: instance.open.at,
  };
}

/** Mapped inputs and the multi-instance's item, as far as the instance holds them. */
function inputsOf(instance: Instance, task: UserTask): Variables {
  const names = task.inputs.map(({ target }) => target);
  if (task.multiInstance?.element) names.unshift(task.multiInstance.element);
  const inputs: Variables = {};
  for (const name of names) {
    if (Object.hasOwn(instance.variables, name)) inputs[name] = instance.variables[name] as Json;
  }
  return inputs;
}

/** An adapter's work under way. */
export function openActivity(instance: Instance, task: ServiceTask): OpenActivity {
  if (instance.open?.type !== 'activity') throw new Error(`no work is open at ${instance.id}`);
  const { adapter, input } = instance.open;
  return {
    occurrence: keyOf(instance),
    element: task.id,
    name: task.name ?? task.id,
    adapter,
    ...(task.level === undefined ? {} : { level: task.level }),
    input,
  };
}

/** A case of its own under way. */
export function openChild(instance: Instance, call: CallActivity): OpenChild {
  if (instance.open?.type !== 'child') throw new Error(`no child is open at ${instance.id}`);
  return {
    occurrence: keyOf(instance),
    element: call.id,
    name: call.name ?? call.id,
    process: call.calledElement,
    ...(call.item === undefined ? {} : { item: call.item }),
    variables: instance.open.variables,
  };
}

/** Nothing is owed any more: answered, or no longer wanted. */
export function closeOpen(run: Run, instance: Instance, reason: 'completed' | 'cancelled'): void {
  const { open } = instance;
  if (!open) return;
  delete instance.open;
  const key = keyOf(instance);
  if (open.type === 'task') run.emit({ type: 'closeTask', key, reason });
  if (reason === 'completed') return;
  if (open.type === 'activity') run.emit({ type: 'cancelActivity', occurrence: key });
  if (open.type === 'child') run.emit({ type: 'cancelChild', occurrence: key });
}
