import type { ReceiveTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { remove } from '../../scopes.js';
import type { Run } from '../../run.js';
import type { Instance } from '../../state.js';
import type { Variables } from '../../api.js';
import { disarm, waitFor } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Waits for a message. */
export const receiveTask: Behaviour<ReceiveTask> = {
  arrive: arriveAt,

  start(run, instance, { id, message }) {
    return waitFor(run, instance, [{ element: id, definition: { type: 'message', message } }]);
  },

  triggered(run, { owner }, task, { variables, confined }) {
    // kept in the task alone they are seen by its mapping, and gone with it
    if (confined) keepInside(run, owner, variables);
    else assignAll(run, owner, variables);
    if (owner.element !== task.id) {
      // an event-based gateway waited for it
      const scope = run.instance(owner.parent);
      run.completed(run.bodies.element(owner));
      remove(run, owner);
      run.push({ do: 'happened', in: scope.id, element: task.id });
      return;
    }
    // the boundary events must not fire any more, even when mapping the outputs fails
    disarm(run, owner);
    run.push({ do: 'complete', in: owner.id });
  },

  happened(run, scope, task) {
    run.push({ do: 'complete', in: run.create(scope, task.id).id });
  },
};

function keepInside(run: Run, owner: Instance, variables: Variables): void {
  Object.assign(owner.variables, variables);
  run.changes.wrote(owner.id, Object.keys(variables));
}
