import type { BoundaryEvent } from '../../../model/process.js';
import { leaveByBoundary } from '../../catching.js';
import { received } from '../../expressions.js';
import { failed } from '../../failure.js';
import { happened, spend, waitAgain } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Attached to an activity: what it waits for takes the activity's token, or adds one. */
export const boundaryEvent: Behaviour<BoundaryEvent> = {
  arrive(_run, _scope, { id }) {
    throw new Error(`no flow leads to the boundary event ${id}`);
  },

  triggered(run, found, event, { variables, confined }) {
    const scope = run.instance(found.owner.parent);
    const kept = received(run, scope, event, variables, confined);
    if (failed(kept)) return kept;
    assignAll(run, scope, kept);
    if (!happened(run, found, event.definition)) return undefined;
    if (!event.interrupting) {
      const failure = waitAgain(run, found, event.definition);
      if (failure) return failure;
    }
    spend(found);
    leaveByBoundary(run, found.owner, event);
    return undefined;
  },
};
