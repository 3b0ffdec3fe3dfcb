/**
 * The life of an activity: arrive → (multi-instance or loop) → begin: inputs → arm: boundary events →
 * start: its own work → complete: outputs → leave. Each stage is work of its own, so that a
 * failure is retried where it happened.
 */
import type { Activity } from '../model/process.js';
import { completeOne, enterMulti } from './behaviours/container/multi-instance.js';
import { completePass, enterLoop } from './behaviours/container/standard-loop.js';
import { noteCompleted } from './completed.js';
import { mapped } from './expressions.js';
import { failed, type Result } from './failure.js';
import { leaveActivity } from './leaving.js';
import { throwMessage } from './messages.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';
import { waitFor } from './triggers.js';
import { assignAll } from './variables.js';

/**
 * A token reaches an activity.
 * @param more what an instance has that undoes another
 */
export function enterActivity(
  run: Run,
  scope: Instance,
  activity: Activity,
  more: Partial<Instance> = {},
): Result {
  if (activity.multiInstance) return enterMulti(run, scope, activity, activity.multiInstance, more);
  if (activity.loop) return enterLoop(run, scope, activity, activity.loop, more);
  const instance = run.create(scope, activity.id, more);
  run.push({ do: 'begin', in: instance.id });
}

/** How a token arrives at an activity: the flow makes no difference. */
export const arriveAt = (run: Run, scope: Instance, activity: Activity): Result =>
  enterActivity(run, scope, activity);

/** Maps the inputs into the instance's own variables. */
export function beginActivity(run: Run, instance: Instance): Result {
  const activity = run.bodies.activity(instance);
  // a call maps its inputs into the called process instead
  if (activity.type !== 'callActivity') {
    const inputs = mapped(run, instance, activity.inputs);
    if (failed(inputs)) return inputs;
    Object.assign(instance.variables, inputs);
  }
  // boundary events of a multi-instance or loop wait at its body, once
  run.push({ do: instance.index === undefined ? 'arm' : 'start', in: instance.id });
}

/** Begins to wait for the boundary events. */
export function armBoundary(run: Run, instance: Instance): Result {
  const scope = run.bodies.scopeOf(instance);
  const events = run.bodies.boundaryEvents(scope, run.bodies.activity(instance));
  const failure = waitFor(
    run,
    instance,
    events.map(({ id, definition }) => ({ element: id, definition })),
  );
  if (failure) return failure;
  run.push({ do: instance.multi ? 'spawn' : 'start', in: instance.id });
}

/** The activity's own work is over: maps the outputs and goes on. */
export function completeActivity(run: Run, instance: Instance): Result {
  const activity = run.bodies.activity(instance);
  const outputs = activity.type === 'callActivity' ? {} : mapped(run, instance, activity.outputs);
  if (failed(outputs)) return outputs;
  if (activity.type === 'serviceTask' && activity.message) {
    const failure = throwMessage(run, instance, activity.id, activity.message);
    if (failure) return failure;
  }
  if (instance.index !== undefined) {
    return activity.loop
      ? completePass(run, instance, activity, activity.loop, outputs)
      : completeOne(run, instance, activity, outputs);
  }
  const parent = run.instance(instance.parent);
  assignAll(run, parent, outputs);
  noteCompleted(run, instance, activity);
  run.completed(activity);
  leaveActivity(run, instance, activity);
}
