/**
 * What was completed and can be undone: kept in the scope it was completed in, in that order.
 * Taken out when it is undone, so that no occurrence is undone twice.
 */
import type { Activity, EventSubProcess } from '../model/process.js';
import type { Variables } from './api.js';
import type { Run } from './run.js';
import type { Completed, Instance, Compensation } from './state.js';
import { containerOf } from './tokens.js';

/** Remembers a completed activity, if it can be undone, where a throw will look for it. */
export function noteCompleted(run: Run, instance: Instance, activity: Activity): void {
  if (instance.compensates !== undefined) return;
  const completed = recordOf(run, instance, activity);
  if (!completed) return;
  const parent = run.instance(instance.parent);
  if (parent.multi) (parent.multi.undo ??= []).push(completed);
  else remember(parent, [completed]);
}

/** Adds to what can be undone in a scope. */
export function remember(scope: Instance, completed: readonly Completed[] = []): void {
  if (completed.length === 0 || !scope.container) return;
  const known = (scope.container.completed ??= []);
  for (const one of completed) known.push(one);
}

function recordOf(
  run: Run,
  instance: Instance,
  activity: Activity | EventSubProcess,
): Completed | undefined {
  const variables: Variables = { ...instance.variables };
  const own = 'compensation' in activity && activity.compensation !== undefined;
  // what has a handler of its own is undone by it, whatever was done inside
  if (own) return { element: activity.id, variables };
  if (!('body' in activity)) return undefined;
  const inside = instance.container?.completed ?? [];
  if (inside.length === 0 && !compensationHandler(run, instance)) return undefined;
  return { element: activity.id, variables, inside };
}

/** The compensation event sub-process of a completed sub-process. */
export const compensationHandler = (run: Run, instance: Instance): EventSubProcess | undefined =>
  run.bodies.body(instance).handlers.find(({ definition }) => definition.type === 'compensate');

/** An event sub-process is over: what was completed in it can be undone with its scope's. */
export function noteHandled(run: Run, instance: Instance, handler: EventSubProcess): void {
  const completed = recordOf(run, instance, handler);
  if (completed) remember(run.instance(instance.parent), [completed]);
}

/**
 * Takes what a throw undoes: what was completed in the scope of the throwing event and, when that
 * is an event sub-process, in the scope around it.
 * @param activity the only one to undo
 */
export function takeCompleted(run: Run, scope: Instance, activity?: string): Compensation['left'] {
  const scopes = [scope];
  if (scope.parent !== '' && run.bodies.element(scope).type === 'eventSubProcess')
    scopes.unshift(run.instance(scope.parent));
  return scopes.flatMap((place) => take(place, activity));
}

function take(place: Instance, activity: string | undefined): Compensation['left'] {
  const container = containerOf(place);
  const meant = ({ element }: Completed): boolean => activity === undefined || element === activity;
  const all = container.completed ?? [];
  container.completed = all.filter((one) => !meant(one));
  return all.filter(meant).map((one) => ({ ...one, in: place.id }));
}
