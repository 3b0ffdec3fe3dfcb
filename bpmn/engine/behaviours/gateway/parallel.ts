import type { Gateway } from '../../../model/process.js';
import { go, isFull, join, outgoing, waitOn } from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';

/**
 * Waits for a token on each incoming flow, takes exactly one of each, and goes on by every
 * outgoing flow. Surplus tokens stay for the next round.
 */
export const parallelGateway: Behaviour<Gateway> = {
  arrive(run, scope, gateway, flow) {
    if (flow !== undefined) {
      waitOn(scope, flow);
      if (!isFull(run, scope, gateway)) return;
      join(scope, gateway.incoming);
    }
    run.completed(gateway);
    go(run, scope, outgoing(run, scope, gateway));
  },
};
