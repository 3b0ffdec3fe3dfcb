import type { PassTask } from '../../../model/process.js';
import { enterActivity } from '../../activities.js';
import type { Behaviour } from '../behaviour.js';

/** Abstract and manual tasks: nothing for the engine to do. */
export const passTask: Behaviour<PassTask> = {
  arrive: enterActivity,

  start(run, instance) {
    run.push({ do: 'complete', in: instance.id });
  },
};
