import type { Gateway } from '../../../model/process.js';
import { failed } from '../../failure.js';
import { chooseFlows, go, waitOn } from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';

/**
 * Goes on by every flow whose condition holds. As a join it waits; `waiting-joins.ts` decides,
 * after every move and death of a token, when it goes on, and then sends a token here without flow.
 */
export const inclusiveGateway: Behaviour<Gateway> = {
  arrive(run, scope, gateway, flow) {
    if (flow !== undefined && gateway.incoming.length > 1) {
      waitOn(scope, flow);
      return undefined;
    }
    const taken = chooseFlows(run, scope, gateway);
    if (failed(taken)) return taken;
    run.completed(gateway);
    go(run, scope, taken);
    return undefined;
  },
};
