import type { EndEvent } from '../../../model/process.js';
import type { Behaviour } from '../behaviour.js';
import { throwEvent } from './throwing.js';

/** The token ends here, with what the event throws. */
export const endEvent: Behaviour<EndEvent> = {
  arrive: (run, scope, event) => throwEvent(run, scope, event),
};
