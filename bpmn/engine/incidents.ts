/** A business failure holds its token until a person mends the cause and tries again. */
import type { Failure } from './failure.js';
import type { Run } from './run.js';
import type { State, StoredIncident, Work } from './state.js';

/**
 * Stores a failure with the work that a retry does again.
 * @param rest what else waits until then
 */
export function raise(run: Run, work: Work, failure: Failure, rest?: Work[]): void {
  const retry = failure.retry ?? work;
  const element = failure.element ?? elementOf(run, retry);
  const incident: StoredIncident = {
    id: `incident~${run.nextId()}`,
    element,
    code: failure.code,
    message: failure.message,
    at: run.at,
    retry,
    ...(rest && { rest }),
  };
  run.state.incidents[incident.id] = incident;
  run.lookup.raised(incident);
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

/** Takes an incident away; what waited behind it goes on. The caller does its own work again, or not. */
export function resolve(run: Run, incident: StoredIncident): void {
  delete run.state.incidents[incident.id];
  run.lookup.resolved(incident);
  run.emit({ type: 'resolveIncident', id: incident.id });
  if (incident.rest) goOn(run, incident.rest);
}

/** What a step that was too long left undone; whom it concerned is not known any more. */
function goOn(run: Run, rest: Work[]): void {
  run.push(...rest);
  run.changes.everything = true;
  for (const { id, container } of Object.values(run.state.instances))
    if (container) run.touched.add(id);
}

/** Incidents at an instance, and of tokens directly in it, end with it. */
export function forget(run: Run, instance: string): void {
  for (const incident of run.lookup.incidentsAt(instance)) resolve(run, incident);
}

/** All work that incidents hold. */
export function* heldWork({ incidents }: State): Generator<Work> {
  for (const { retry, rest = [] } of Object.values(incidents)) {
    yield retry;
    yield* rest;
  }
}
