/** Who catches what is thrown: the search goes outward, the nearest place that fits wins. */
import type { BoundaryEvent, Element, EventDefinition } from '../model/process.js';
import type { Variables } from './api.js';
import type { Run } from './run.js';
import { cancel } from './scopes.js';
import type { Instance } from './state.js';
import { spawn } from './tokens.js';
import { assignAll } from './variables.js';

/** How well an event definition fits what is thrown: 0 = not at all; the higher, the better. */
type Fit = (definition: EventDefinition) => number;

/** A boundary event that catches, and the activity (or multi-instance's body) it is attached to. */
export interface Catcher {
  host: Instance;
  event: BoundaryEvent;
}

/**
 * Searches outward from where something was thrown, through scopes and calls.
 * @param from the instance it was thrown in: the failing activity, or the container of a throwing event
 */
export function findCatcher(run: Run, from: Instance, fit: Fit): Catcher | undefined {
  for (let host = from; host.parent !== ''; host = run.instance(host.parent)) {
    // boundary events are attached to the body of a multi-instance, and to a call, not to what it called
    if (host.index !== undefined || host.called !== undefined) continue;
    const event = bestOf(run, host, fit);
    if (event) return { host, event };
  }
  return undefined;
}

function bestOf(run: Run, host: Instance, fit: Fit): BoundaryEvent | undefined {
  const element = run.bodies.element(host);
  if (!('boundary' in element)) return undefined;
  const events = run.bodies.boundaryEvents(run.bodies.scopeOf(host), element);
  let best: BoundaryEvent | undefined;
  for (const event of events) {
    if (fit(event.definition) > (best ? fit(best.definition) : 0)) best = event;
  }
  return best;
}

/**
 * The boundary event happens: an interrupting one cancels its activity and takes its token, the
 * other adds a token beside it.
 */
export function leaveByBoundary(run: Run, { host, event }: Catcher, variables: Variables): void {
  const scope = run.instance(host.parent);
  if (event.interrupting) cancel(run, host);
  else spawn(scope);
  assignAll(run, scope, variables);
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
  const catcher = findCatcher(run, from, (definition) => {
    if (definition.type !== 'error') return 0;
    if (definition.code === undefined) return 1;
    return definition.code === code ? 2 : 0;
  });
  if (!catcher) return false;
  if (by) run.completed(by);
  const { definition } = catcher.event;
  const variables: Variables = {};
  if (definition.type === 'error') {
    if (definition.codeVariable) variables[definition.codeVariable] = code;
    if (definition.messageVariable) variables[definition.messageVariable] = message;
  }
  leaveByBoundary(run, catcher, variables);
  return true;
}
