import type { ReceiveTask } from '../../../model/process.js';
import { enterActivity } from '../../activities.js';
import { disarm, waitFor } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Waits for a message. */
export const receiveTask: Behaviour<ReceiveTask> = {
  arrive: enterActivity,

  start(run, instance, { id, message }) {
    return waitFor(run, instance, [{ element: id, definition: { type: 'message', message } }]);
  },

  triggered(run, { owner }, _task, { variables }) {
    // the boundary events must not fire any more, even when mapping the outputs fails
    disarm(run, owner);
    assignAll(run, owner, variables);
    run.push({ do: 'complete', in: owner.id });
  },
};
