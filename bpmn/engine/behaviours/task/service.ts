import type { ServiceTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { valueOf } from '../../expressions.js';
import { failed } from '../../failure.js';
import { openActivity } from '../../wait-states.js';
import type { Behaviour } from '../behaviour.js';

/** Work of an adapter: waits for `activityDone` or `activityFailed`. Unbound, it passes through. */
export const serviceTask: Behaviour<ServiceTask> = {
  arrive: arriveAt,

  start(run, instance, task) {
    const input = task.input ? valueOf(run, instance, task.input) : null;
    if (failed(input)) return input;
    if (task.adapter === undefined) {
      run.push({ do: 'complete', in: instance.id });
      return undefined;
    }
    instance.open = { type: 'activity', adapter: task.adapter, input };
    run.emit({ type: 'startActivity', activity: openActivity(instance, task) });
    return undefined;
  },
};
