/** Who catches what is thrown: the search goes outward, the nearest place that fits wins. */
import type {
  BoundaryEvent,
  Element,
  EventDefinition,
  EventSubProcess,
  SingleDefinition,
} from '../model/process.js';
import type { Variables } from './api.js';
import { received } from './expressions.js';
import { failed } from './failure.js';
import { beginHandler } from './handlers.js';
import type { Run } from './run.js';
import { cancel } from './scopes.js';
import { isClosedToEvents, type Instance } from './state.js';
import { spawn } from './tokens.js';
import { assignAll } from './variables.js';

/** How well an event definition fits what is thrown: 0 = not at all; the higher, the better. */
type Fit = (definition: SingleDefinition) => number;

/**
 * What catches: a boundary event with the activity (or multi-instance's body) it is attached to, or
 * an event sub-process with the instance it stands in.
 */
export interface Catcher {
  host: Instance;
  event: BoundaryEvent | EventSubProcess;
}

/**
 * Searches outward from where something was thrown, through scopes and calls. At each scope an
 * event sub-process comes before the boundary events.
 * @param from the instance it was thrown in: the failing activity, or the container of a throwing event
 */
export function findCatcher(run: Run, from: Instance, fit: Fit): Catcher | undefined {
  let inside = '';
  for (let host: Instance | undefined = from; host; host = around(run, host)) {
    const event = handlerIn(run, host, inside, fit) ?? boundaryAt(run, host, fit);
    if (event) return { host, event };
    inside = host.element;
  }
  return undefined;
}

const around = (run: Run, { parent }: Instance): Instance | undefined =>
  parent === '' ? undefined : run.instance(parent);

/** @param inside the element it was thrown in: an event sub-process throws outward, not to itself */
function handlerIn(
  run: Run,
  host: Instance,
  inside: string,
  fit: Fit,
): EventSubProcess | undefined {
  if (!host.container || isClosedToEvents(host.container)) return undefined;
  const { handlers } = run.bodies.body(host);
  return best(
    handlers.filter(({ id }) => id !== inside),
    fit,
  );
}

function boundaryAt(run: Run, host: Instance, fit: Fit): BoundaryEvent | undefined {
  // they are attached to the body of a multi-instance, and to a call, not to what it called
  if (host.parent === '' || host.index !== undefined || host.called !== undefined) return undefined;
  const element = run.bodies.element(host);
  if (!('boundary' in element)) return undefined;
  return best(run.bodies.boundaryEvents(run.bodies.scopeOf(host), element), fit);
}

function best<E extends { definition: EventDefinition }>(events: E[], fit: Fit): E | undefined {
  const quality = ({ definition }: E): number => Math.max(0, ...partsOf(definition).map(fit));
  let found: E | undefined;
  for (const event of events) if (quality(event) > (found ? quality(found) : 0)) found = event;
  return found;
}

export const partsOf = (definition: EventDefinition): SingleDefinition[] =>
  definition.type === 'multiple' ? definition.parts : [definition];

/** What is thrown is caught there. */
function catchIt(run: Run, { host, event }: Catcher, variables: Variables): void {
  const scope = event.type === 'boundaryEvent' ? run.instance(host.parent) : host;
  const kept = event.type === 'boundaryEvent' ? received(run, scope, event, variables) : variables;
  // what cannot be written must not keep an error from being caught
  if (!failed(kept)) assignAll(run, scope, kept);
  if (event.type === 'boundaryEvent') leaveByBoundary(run, host, event);
  else beginHandler(run, host, event);
}

/**
 * The boundary event happens: an interrupting one cancels its activity and takes its token, the
 * other adds a token beside it.
 */
export function leaveByBoundary(run: Run, host: Instance, event: BoundaryEvent): void {
  const scope = run.instance(host.parent);
  if (event.interrupting) cancel(run, host);
  // what undoes something holds no token of the scope, and who waits for it goes on
  if (!event.interrupting || host.compensates !== undefined) spawn(scope);
  if (event.interrupting && host.compensates !== undefined)
    run.push({ do: 'undo', in: host.compensates });
  run.completed(event);
  run.push({ do: 'leave', in: scope.id, element: event.id });
}

/**
 * An error is thrown.
 * @param by the event that throws it, which is completed when somebody catches
 * @returns whether somebody caught it
 */
export function throwError(
  run: Run,
  from: Instance,
  code: string,
  message: string,
  by?: Element,
): boolean {
  const fit: Fit = (definition) => (definition.type === 'error' ? fitOf(definition, code) : 0);
  const catcher = findCatcher(run, from, fit);
  if (!catcher) return false;
  if (by) run.completed(by);
  const variables: Variables = {};
  for (const part of partsOf(catcher.event.definition)) {
    if (part.type !== 'error' || fit(part) === 0) continue;
    if (part.codeVariable) variables[part.codeVariable] = code;
    if (part.messageVariable) variables[part.messageVariable] = message;
  }
  catchIt(run, catcher, variables);
  return true;
}

/** Something escalates: who catches it need not interrupt it, and nobody has to catch it. */
export function throwEscalation(
  run: Run,
  from: Instance,
  code: string,
  payload: Variables = {},
): void {
  const fit: Fit = (definition) => (definition.type === 'escalation' ? fitOf(definition, code) : 0);
  const catcher = findCatcher(run, from, fit);
  if (!catcher) return;
  const variables = { ...payload };
  for (const part of partsOf(catcher.event.definition)) {
    if (part.type === 'escalation' && part.codeVariable && fit(part) > 0)
      variables[part.codeVariable] = code;
  }
  catchIt(run, catcher, variables);
}

/** The same code is better than none. */
function fitOf({ code }: { code?: string }, thrown: string): number {
  if (code === undefined) return 1;
  return code === thrown ? 2 : 0;
}
