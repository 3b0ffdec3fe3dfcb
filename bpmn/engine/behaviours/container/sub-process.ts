import type { SubProcess } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { open } from '../../scopes.js';
import { closeEvents } from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';

/** An embedded sub-process or a transaction: tokens of its own in a scope of its own. */
export const subProcess: Behaviour<SubProcess> = {
  arrive: arriveAt,

  start(run, instance) {
    open(run, instance);
  },

  closed(run, instance) {
    closeEvents(run, instance);
    run.push({ do: 'complete', in: instance.id });
  },
};
