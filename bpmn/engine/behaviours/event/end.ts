import type { EndEvent } from '../../../model/process.js';
import { failed } from '../../failure.js';
import { consume } from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';
import { throwEvent } from './throwing.js';

/** The token ends here, with what the event throws. */
export const endEvent: Behaviour<EndEvent> = {
  arrive(run, scope, event) {
    const thrown = throwEvent(run, scope, event);
    if (failed(thrown)) return thrown;
    if (thrown === 'go on') consume(run, scope, 1);
    return undefined;
  },
};
