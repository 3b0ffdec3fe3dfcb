import type { PassTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import type { Behaviour } from '../behaviour.js';

/** Abstract and manual tasks: nothing for the engine to do. */
export const passTask: Behaviour<PassTask> = {
  arrive: arriveAt,

  start(run, instance) {
    run.push({ do: 'complete', in: instance.id });
  },
};
