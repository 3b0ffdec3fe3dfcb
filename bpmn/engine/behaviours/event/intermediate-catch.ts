import type { IntermediateCatchEvent } from '../../../model/process.js';
import { remove } from '../../scopes.js';
import { spend, waitFor } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** The token waits until the event happens. */
export const intermediateCatchEvent: Behaviour<IntermediateCatchEvent> = {
  arrive(run, scope, { id, definition }) {
    const instance = run.create(scope, id);
    const failure = waitFor(run, instance, [{ element: id, definition }]);
    if (failure) remove(run, instance);
    return failure;
  },

  triggered(run, found, event, { variables }) {
    const scope = run.instance(found.owner.parent);
    spend(found);
    assignAll(run, scope, variables);
    remove(run, found.owner);
    run.completed(event);
    run.push({ do: 'leave', in: scope.id, element: event.id });
  },
};
