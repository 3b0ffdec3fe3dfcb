import type { BoundaryEvent } from '../../../model/process.js';
import { leaveByBoundary } from '../../catching.js';
import { repeat, spend } from '../../triggers.js';
import type { Behaviour } from '../behaviour.js';

/** Attached to an activity: its timer or message takes the activity's token, or adds one. */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  arrive(_run, _scope, { id }) {
    throw new Error(`no flow leads to the boundary event ${id}`);
  },

  triggered(run, found, event, { variables }) {
    if (!event.interrupting) {
      const failure = repeat(run, found);
      if (failure) return failure;
    }
    spend(found);
    leaveByBoundary(run, { host: found.owner, event }, variables);
    return undefined;
  },
};
