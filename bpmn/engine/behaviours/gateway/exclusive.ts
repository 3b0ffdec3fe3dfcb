import type { Gateway, SequenceFlow } from '../../../model/process.js';
import { isTrue } from '../../expressions.js';
import { failed, type Failure } from '../../failure.js';
import type { Run } from '../../run.js';
import type { Instance } from '../../state.js';
import { go, noFlowTaken, outgoing } from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';

/** One way on: the first flow, in the order of the diagram, whose condition holds; else the default. */
export const exclusiveGateway: Behaviour<Gateway> = {
  arrive(run, scope, gateway) {
    const taken = choose(run, scope, gateway);
    if (failed(taken)) return taken;
    run.completed(gateway);
    go(run, scope, taken);
    return undefined;
  },
};

function choose(run: Run, scope: Instance, gateway: Gateway): SequenceFlow[] | Failure {
  const flows = outgoing(run, scope, gateway);
  if (flows.length === 0) return [];
  for (const flow of flows) {
    if (flow.id === gateway.default) continue;
    const holds = flow.condition ? isTrue(run, scope, flow.condition) : true;
    if (failed(holds)) return holds;
    if (holds) return [flow];
  }
  const fallback = flows.find(({ id }) => id === gateway.default);
  return fallback ? [fallback] : noFlowTaken(gateway);
}
