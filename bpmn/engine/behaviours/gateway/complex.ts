/**
 * Goes on when its activation condition holds (BPMN 2.0.2, table 13.5); then it waits, as an
 * inclusive join does, for what can still come, takes it, and can be activated anew. On that
 * reset only flows receive a token whose condition holds (they may ask `waitingForStart`), or the
 * default flow.
 */
import type { ComplexGateway, SequenceFlow } from '../../../model/process.js';
import { isTrue } from '../../expressions.js';
import { failed, type Failure, type Result } from '../../failure.js';
import type { Run } from '../../run.js';
import type { Instance } from '../../state.js';
import {
  consume,
  containerOf,
  go,
  join,
  noFlowTaken,
  occupied,
  outgoing,
  waitOn,
} from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';

export const complexGateway: Behaviour<ComplexGateway> = {
  arrive(run, scope, gateway, flow) {
    if (flow !== undefined) waitOn(scope, flow);
    if (!containerOf(scope).resetting?.[gateway.id]) return activate(run, scope, gateway);
    // a retry of the reset comes without a flow: it is to be looked at once more
    run.touched.add(scope.id);
    return undefined;
  },
};

/** Goes on if the tokens that wait are enough. A failure leaves them waiting; a retry asks again. */
function activate(run: Run, scope: Instance, gateway: ComplexGateway): Result {
  const came = occupied(scope, gateway);
  if (gateway.incoming.length > 0 && came.length === 0) return;
  const enough = isActivated(run, scope, gateway);
  if (failed(enough)) return again(run, scope, gateway, enough);
  if (!enough) return;
  const taken = choose(run, scope, gateway, true);
  if (failed(taken)) return again(run, scope, gateway, taken);
  const fallback = taken.length > 0 ? taken : byDefault(run, scope, gateway);
  if (fallback.length === 0 && gateway.outgoing.length > 0)
    return again(run, scope, gateway, noFlowTaken(gateway));
  if (came.length > 0) join(scope, came);
  if (came.length < gateway.incoming.length) expectRest(scope, gateway, came);
  run.completed(gateway);
  go(run, scope, fallback);
}

/** The token waits at the gateway already, so a retry must not have it arrive a second time. */
function again(run: Run, scope: Instance, { id }: ComplexGateway, failure: Failure): Failure {
  return failure.withRetry({ do: 'enter', in: scope.id, element: id });
}

function isActivated(run: Run, scope: Instance, gateway: ComplexGateway): boolean | Failure {
  // where a scope begins there is nothing to wait for
  if (!gateway.activation || gateway.incoming.length === 0) return true;
  const { waiting } = containerOf(scope);
  const activationCount = gateway.incoming.reduce((sum, flow) => sum + (waiting[flow] ?? 0), 0);
  return isTrue(run, scope, gateway.activation, { activationCount, waitingForStart: true });
}

function expectRest(scope: Instance, { id }: ComplexGateway, came: string[]): void {
  const container = containerOf(scope);
  container.resetting = { ...container.resetting, [id]: came };
}

/** Everything that could come has come: takes it, and waits for a new beginning. */
export function reset(run: Run, scope: Instance, gateway: ComplexGateway): Result {
  const container = containerOf(scope);
  const came = container.resetting?.[gateway.id] ?? [];
  const rest = occupied(scope, gateway).filter((flow) => !came.includes(flow));
  const chosen = rest.length > 0 ? choose(run, scope, gateway, false) : [];
  if (failed(chosen)) return chosen;
  const taken = chosen.length > 0 ? chosen : byDefault(run, scope, gateway);
  const { [gateway.id]: _done, ...others } = container.resetting ?? {};
  container.resetting = others;
  if (rest.length > 0) {
    join(scope, rest);
    if (taken.length > 0) {
      run.completed(gateway);
      go(run, scope, taken);
    } else consume(run, scope, 1);
  }
  // what came a second time in the first phase may be enough already
  run.push({ do: 'enter', in: scope.id, element: gateway.id });
}

function choose(
  run: Run,
  scope: Instance,
  gateway: ComplexGateway,
  waitingForStart: boolean,
): SequenceFlow[] | Failure {
  const taken: SequenceFlow[] = [];
  for (const flow of outgoing(run, scope, gateway)) {
    if (flow.id === gateway.default) continue;
    const holds = flow.condition
      ? isTrue(run, scope, flow.condition, { waitingForStart })
      : waitingForStart;
    if (failed(holds)) return holds;
    if (holds) taken.push(flow);
  }
  return taken;
}

const byDefault = (run: Run, scope: Instance, gateway: ComplexGateway): SequenceFlow[] =>
  outgoing(run, scope, gateway).filter(({ id }) => id === gateway.default);
