import type { Activity } from '../model/process.js';
import type { Run } from './run.js';
import { remove } from './scopes.js';
import type { Instance } from './state.js';

/** An activity is over: its token goes on, or who had it undo something is told. */
export function leaveActivity(run: Run, instance: Instance, activity: Activity): void {
  remove(run, instance);
  if (instance.compensates !== undefined) run.push({ do: 'undo', in: instance.compensates });
  else run.push({ do: 'leave', in: instance.parent, element: activity.id });
}
