/**
 * When an inclusive join goes on (BPMN 2.0.2, table 13.3): a token waits on at least one of its
 * flows, and no token elsewhere could still reach an empty one, unless that token could as well
 * reach a flow on which one waits already. Paths neither pass the join itself nor leave the scope.
 */
import type { Gateway } from '../model/process.js';
import type { Body } from './bodies.js';
import { elementOf } from './incidents.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';
import { join, occupied } from './tokens.js';

/**
 * Lets one join go on whose time has come.
 * Called when nothing else moves; looks only where a token moved or died since the last time.
 * @returns whether one did
 */
export function fireInclusiveJoin(run: Run): boolean {
  for (const id of run.touched) {
    const scope = run.state.instances[id];
    if (scope?.container) {
      for (const gateway of waitingJoins(run, scope)) {
        if (!isReady(run, scope, gateway)) continue;
        join(scope, occupied(scope, gateway));
        run.push({ do: 'enter', in: scope.id, element: gateway.id });
        return true;
      }
    }
    run.touched.delete(id);
  }
  return false;
}

function waitingJoins(run: Run, scope: Instance): Set<Gateway> {
  const { flows, scope: body } = run.bodies.body(scope);
  const joins = new Set<Gateway>();
  for (const flow of Object.keys(scope.container?.waiting ?? {})) {
    const target = body.elements[flows.get(flow)?.target ?? ''];
    if (target?.type === 'inclusiveGateway') joins.add(target);
  }
  return joins;
}

function isReady(run: Run, scope: Instance, gateway: Gateway): boolean {
  const body = run.bodies.body(scope);
  const full = new Set(occupied(scope, gateway));
  const empty = gateway.incoming.filter((flow) => !full.has(flow));
  if (empty.length === 0) return true;
  const toEmpty = sourcesOf(body, gateway, empty);
  const toFull = sourcesOf(body, gateway, [...full]);
  return tokensOf(run, scope, gateway).every((place) => !toEmpty.has(place) || toFull.has(place));
}

/** Elements from which a token could come to one of these flows without passing the join. */
function sourcesOf({ flows, scope }: Body, gateway: Gateway, targets: string[]): Set<string> {
  const found = new Set<string>();
  const open = [...targets];
  for (let flow = open.pop(); flow !== undefined; flow = open.pop()) {
    let source = flows.get(flow)?.source;
    while (source !== undefined && source !== gateway.id && !found.has(source)) {
      found.add(source);
      const element = scope.elements[source];
      open.push(...(element?.incoming ?? []));
      // a token in an activity may leave by its boundary events
      source = element?.type === 'boundaryEvent' ? element.attachedTo : undefined;
    }
  }
  return found;
}

/** Elements at which the scope's tokens are, other than those that wait at the join itself. */
function tokensOf(run: Run, scope: Instance, gateway: Gateway): string[] {
  const { flows } = run.bodies.body(scope);
  const places: string[] = [];
  for (const instance of Object.values(run.state.instances)) {
    if (instance.parent === scope.id) places.push(instance.element);
  }
  for (const { retry } of Object.values(run.state.incidents)) {
    if (retry.in === scope.id) places.push(elementOf(run, retry));
  }
  for (const flow of Object.keys(scope.container?.waiting ?? {})) {
    const target = flows.get(flow)?.target;
    if (target !== undefined && target !== gateway.id) places.push(target);
  }
  return places;
}
