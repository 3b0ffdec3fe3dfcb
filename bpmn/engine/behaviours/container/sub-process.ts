import type { SubProcess } from '../../../model/process.js';
import { enterActivity } from '../../activities.js';
import { startTokens } from '../../scopes.js';
import type { Behaviour } from '../behaviour.js';

/** An embedded sub-process: tokens of its own in a scope of its own. */
export const subProcess: Behaviour<SubProcess> = {
  arrive: enterActivity,

  start(run, instance) {
    // the body is found by the container, so the instance must be one before its tokens start
    instance.container = { live: 0, waiting: {} };
    startTokens(run, instance);
  },

  closed(run, instance) {
    delete instance.container;
    run.push({ do: 'complete', in: instance.id });
  },
};
