import type { UserTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { openTask } from '../../open.js';
import type { Behaviour } from '../behaviour.js';

/** A person's task: waits for `completeTask`. */
export const userTask: Behaviour<UserTask> = {
  arrive: arriveAt,

  start(run, instance, task) {
    instance.open = { type: 'task', at: run.at };
    run.emit({ type: 'openTask', task: openTask(instance, task) });
  },
};
