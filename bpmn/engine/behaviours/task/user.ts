import type { UserTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { textOf } from '../../expressions.js';
import { failed, type Failure } from '../../failure.js';
import { openTask } from '../../wait-states.js';
import type { Run } from '../../run.js';
import type { Instance } from '../../state.js';
import type { Behaviour } from '../behaviour.js';

/** A person's task: waits for `completeTask`. */
export const userTask: Behaviour<UserTask> = {
  arrive: arriveAt,

  start(run, instance, task) {
    const assigned = assignedTo(run, instance, task);
    if (failed(assigned)) return assigned;
    instance.open = { type: 'task', at: run.at, ...(assigned && { assigned }) };
    run.emit({ type: 'openTask', task: openTask(instance, task) });
  },
};

/** The line and the role that only the case knows; undefined when the diagram says them all. */
function assignedTo(
  run: Run,
  instance: Instance,
  { assignedBy }: UserTask,
): { line?: string; role?: string } | Failure | undefined {
  if (!assignedBy) return undefined;
  const assigned: { line?: string; role?: string } = {};
  for (const part of ['line', 'role'] as const) {
    const expression = assignedBy[part];
    const value = expression && textOf(run, instance, expression);
    if (value === undefined) continue;
    if (failed(value)) return value;
    assigned[part] = value;
  }
  return assigned;
}
