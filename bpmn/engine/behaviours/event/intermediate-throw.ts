import type { IntermediateThrowEvent } from '../../../model/process.js';
import type { Behaviour } from '../behaviour.js';
import { throwEvent } from './throwing.js';

/** Throws something on the way. */
export const intermediateThrowEvent: Behaviour<IntermediateThrowEvent> = {
  arrive: (run, scope, event) => throwEvent(run, scope, event),
};
