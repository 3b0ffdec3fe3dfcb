/**
 * Joins that wait for what can still come. An inclusive one goes on (BPMN 2.0.2, table 13.3) when a
 * token waits on at least one of its flows, and no token elsewhere could still reach an empty one,
 * unless that token could as well reach a flow on which one waits already. Paths neither pass the
 * join itself nor leave the scope. A complex one that has gone on is reset by the same rule.
 */
import type { BoundaryEvent, ComplexGateway, Gateway, SequenceFlow } from '../model/process.js';
import { reset } from './behaviours/gateway/complex.js';
import type { Body } from './bodies.js';
import { elementOf, heldWork, raise } from './incidents.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';
import { containerOf, join, occupied } from './tokens.js';

type Join = Gateway | ComplexGateway;

/**
 * Lets one join go on whose time has come.
 * Called when nothing else moves; looks only where a token moved or died since the last time.
 * @returns whether one did
 */
export function fireWaitingJoin(run: Run): boolean {
  for (const id of run.touched) {
    const scope = run.state.instances[id] && run.instance(id);
    if (scope?.container) {
      const ready = waitingJoins(run, scope).find((gateway) => isReady(run, scope, gateway));
      if (ready) {
        goOn(run, scope, ready);
        return true;
      }
    }
    run.touched.delete(id);
  }
  return false;
}

function goOn(run: Run, scope: Instance, gateway: Join): void {
  if (gateway.type === 'complexGateway') {
    const failure = reset(run, scope, gateway);
    if (failure) raise(run, { do: 'enter', in: scope.id, element: gateway.id }, failure);
    return;
  }
  join(scope, occupied(scope, gateway));
  run.push({ do: 'enter', in: scope.id, element: gateway.id });
}

function waitingJoins(run: Run, scope: Instance): Join[] {
  const { flows, scope: body } = run.bodies.body(scope);
  const joins = new Set<Join>();
  for (const flow of Object.keys(containerOf(scope).waiting)) {
    const target = body.elements[(flows.get(flow) as SequenceFlow).target];
    if (target?.type === 'inclusiveGateway') joins.add(target);
  }
  for (const id of Object.keys(containerOf(scope).resetting ?? {})) {
    if (!isHeld(run, scope, id)) joins.add(body.elements[id] as ComplexGateway);
  }
  return [...joins];
}

/** Its reset failed before: a person mends the cause and tries again. */
const isHeld = (run: Run, scope: Instance, gateway: string): boolean =>
  run.lookup
    .incidentsAt(scope.id)
    .some(({ retry }) => retry.do === 'enter' && retry.element === gateway);

function isReady(run: Run, scope: Instance, gateway: Join): boolean {
  const body = run.bodies.body(scope);
  const came = containerOf(scope).resetting?.[gateway.id] ?? [];
  const full = new Set([...came, ...occupied(scope, gateway)]);
  const empty = gateway.incoming.filter((flow) => !full.has(flow));
  if (empty.length === 0) return true;
  // what may still come may come of any boundary event; another way of the same token is one it takes
  const toEmpty = sourcesOf(body, gateway, empty, () => true);
  const toFull = sourcesOf(body, gateway, [...full], isOwnWay(run));
  return tokensOf(run, scope, gateway).every((place) => !toEmpty.has(place) || toFull.has(place));
}

/**
 * Whether the token of an activity can itself leave by a boundary event: one that does not interrupt
 * makes another token, and the activity's own is still to come.
 */
const isOwnWay = (run: Run) => (event: BoundaryEvent) =>
  event.interrupting || !run.behaves('boundaryBesideIsNoAlternative');

/**
 * Elements from which a token could come to one of these flows without passing the join.
 * @param counts whether a way by this boundary event is meant as well
 */
function sourcesOf(
  body: Body,
  gateway: Join,
  targets: string[],
  counts: (event: BoundaryEvent) => boolean,
): Set<string> {
  const found = new Set<string>();
  const open = targets.map((flow) => body.flows.get(flow)?.source);
  while (open.length > 0) {
    const source = open.pop();
    if (source === undefined || source === gateway.id || found.has(source)) continue;
    found.add(source);
    const element = body.scope.elements[source];
    for (const flow of element?.incoming ?? []) open.push(body.flows.get(flow)?.source);
    // a token in an activity may leave by its boundary events, one at a link throw by its catch
    if (element?.type === 'boundaryEvent' && counts(element)) open.push(element.attachedTo);
    open.push(...(body.linkedFrom.get(source) ?? []));
  }
  return found;
}

/** Elements at which the scope's tokens are, other than those that wait at the join itself. */
function tokensOf(run: Run, scope: Instance, gateway: Join): string[] {
  const { flows } = run.bodies.body(scope);
  const places: string[] = [];
  for (const id of run.lookup.childrenOf(scope.id)) {
    const { element, compensates, undoing } = run.state.instances[id] as Instance;
    const token = compensates === undefined && undoing?.then !== 'die';
    if (token) places.push(element);
  }
  for (const work of heldWork(run.state)) {
    if (work.in === scope.id) places.push(elementOf(run, work));
  }
  for (const flow of Object.keys(containerOf(scope).waiting)) {
    const { target } = flows.get(flow) as SequenceFlow;
    if (target !== gateway.id) places.push(target);
  }
  return places;
}
