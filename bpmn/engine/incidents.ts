/** A business failure holds its token until a person mends the cause and tries again. */
import type { Failure } from './failure.js';
import type { Run } from './run.js';
import type { StoredIncident, Work } from './state.js';

/** Stores a failure with the work that a retry does again. */
export function raise(run: Run, work: Work, failure: Failure): void {
  const retry = failure.retry ?? work;
  const element = elementOf(run, retry);
  const incident: StoredIncident = {
    id: `incident~${run.nextId()}`,
    element,
    code: failure.code,
    message: failure.message,
    at: run.at,
    retry,
  };
  run.state.incidents[incident.id] = incident;
  const { id, code, message, at } = incident;
  run.emit({ type: 'raiseIncident', incident: { id, element, code, message, at } });
}

/** The element at which work is to be done. */
export function elementOf(run: Run, work: Work): string {
  const instance = run.instance(work.in);
  if (work.do === 'arrive') {
    const flow = run.bodies.body(instance).flows.get(work.flow);
    if (!flow) throw new Error(`the model has no flow ${work.flow}`);
    return flow.target;
  }
  if (work.do === 'open') return instance.element;
  return 'element' in work ? work.element : instance.element;
}

/** Takes an incident away and gives what is to be done again. */
export function resolve(run: Run, { id, retry }: StoredIncident): Work {
  delete run.state.incidents[id];
  run.emit({ type: 'resolveIncident', id });
  return retry;
}

/** Incidents at an instance, and of tokens directly in it, end with it. */
export function forget(run: Run, instance: string): void {
  for (const incident of Object.values(run.state.incidents)) {
    if (incident.retry.in === instance) resolve(run, incident);
  }
}
