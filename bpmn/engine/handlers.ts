/** Event sub-processes begin inside their scope; an interrupting one in place of all else there. */
import type { EventSubProcess } from '../model/process.js';
import type { Variables } from './api.js';
import type { Run } from './run.js';
import { cancelInside, open } from './scopes.js';
import type { Instance } from './state.js';
import { containerOf } from './tokens.js';

/**
 * What an event sub-process of this scope waits for has happened.
 * @param said by somebody outside, for its start event to map
 */
export function beginHandler(
  run: Run,
  scope: Instance,
  handler: EventSubProcess,
  said?: Variables,
): void {
  if (handler.interrupting) interrupt(run, scope);
  beginInside(run, scope, handler, said);
}

/** What was completed before can still be undone, often by the very handler that begins now. */
function interrupt(run: Run, scope: Instance): void {
  const { completed } = containerOf(scope);
  cancelInside(run, scope);
  if (completed) containerOf(scope).completed = completed;
}

/** Adds a token to a scope that lives in the event sub-process. */
export function beginInside(
  run: Run,
  scope: Instance,
  handler: EventSubProcess,
  said?: Variables,
): void {
  const container = containerOf(scope);
  container.live += 1;
  container.handlers = (container.handlers ?? 0) + 1;
  const inside = run.create(scope, handler.id);
  if (said) inside.said = said;
  open(run, inside, handler.start);
}
