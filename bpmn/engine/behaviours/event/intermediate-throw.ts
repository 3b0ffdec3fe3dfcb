import type { IntermediateThrowEvent } from '../../../model/process.js';
import { failed } from '../../failure.js';
import type { Behaviour } from '../behaviour.js';
import { throwEvent } from './throwing.js';

/** Throws something on the way. */
export const intermediateThrowEvent: Behaviour<IntermediateThrowEvent> = {
  arrive(run, scope, event) {
    const thrown = throwEvent(run, scope, event);
    if (failed(thrown)) return thrown;
    if (thrown === 'go on') run.push({ do: 'leave', in: scope.id, element: event.id });
    return undefined;
  },
};
