/** Variables live in instances; what one does not have is looked for outward, up to its process. */
import type { Json, Variables } from './api.js';
import { squeeze } from './names-read.js';
import type { Run } from './run.js';
import type { Instance, Multi, State } from './state.js';

/** Variables a multi-instance shows to its instances: Camunda's names and the standard's. */
function counters(run: Run, body: Instance, multi: Multi): Variables {
  const { multiInstance } = run.bodies.activity(body);
  // a standard loop does not know how many passes there will be
  return multiInstance ? loopCounters(multi, multiInstance.sequential) : {};
}

const COUNTERS = [
  'nrOfInstances',
  'nrOfCompletedInstances',
  'nrOfActiveInstances',
  'numberOfInstances',
  'numberOfCompletedInstances',
  'numberOfActiveInstances',
  'numberOfTerminatedInstances',
] as const;

/** The counters as conditions see them; those not created yet count as active when parallel. */
export function loopCounters(
  multi: Multi,
  sequential: boolean,
): Record<(typeof COUNTERS)[number], number> {
  const { total, completed, terminated } = multi;
  const active = sequential ? Math.min(1, total - completed) : total - completed - terminated;
  return {
    nrOfInstances: total,
    nrOfCompletedInstances: completed,
    nrOfActiveInstances: active,
    numberOfInstances: total,
    numberOfCompletedInstances: completed,
    numberOfActiveInstances: active,
    numberOfTerminatedInstances: terminated,
  };
}

/** Counters of a multi-instance moved: who waits for a condition on them is to look. */
export function counted(run: Run, body: Instance): void {
  if (run.behaves('conditionsByWhatTheyRead')) run.changes.wrote(body.id, COUNTERS);
}

/** The instances whose variables are seen from `from`, innermost first; to be read only. */
export function* chain({ instances }: State, from: Instance): Generator<Instance> {
  for (let current = from; ;) {
    yield current;
    const parent = instances[current.parent];
    if (!parent || current.called !== undefined) return;
    current = parent;
  }
}

/** All variables seen from an instance. */
export function visible(run: Run, from: Instance): Variables {
  const seen: Variables = {};
  for (const instance of chain(run.state, from)) {
    for (const [name, value] of Object.entries(instance.variables)) {
      if (!Object.hasOwn(seen, name)) seen[name] = value;
    }
  }
  return seen;
}

/**
 * The variables an expression can mean. Only those whose name occurs in its text are gathered:
 * reading an expression costs time for every name in its context, and a case may have hundreds.
 */
export function contextOf(run: Run, from: Instance, feel: string): Variables {
  const text = squeeze(feel);
  const context: Variables = {};
  const take = (variables: Variables): void => {
    for (const name in variables) {
      if (!Object.hasOwn(context, name) && text.includes(squeeze(name))) {
        context[name] = variables[name] as Json;
      }
    }
  };
  for (const instance of chain(run.state, from)) {
    take(instance.variables);
    if (instance.multi) take(counters(run, instance, instance.multi));
  }
  return context;
}

/** Writes a variable where it already is, nearest first; else at the root of the process. */
export function assign(run: Run, from: Instance, name: string, value: Json): void {
  let last = from;
  if (keepsItsResults(run, from)) return write(run, from, name, value);
  for (const instance of chain(run.state, from)) {
    last = instance;
    if (Object.hasOwn(instance.variables, name)) break;
  }
  write(run, last, name, value);
}

export function assignAll(run: Run, from: Instance, variables: Variables): void {
  for (const [name, value] of Object.entries(variables)) assign(run, from, name, value);
}

/**
 * Writes what an activity answered, under its element's id: where the name already is, else in
 * the multi-instance around it, so that parallel instances keep apart, else at the root.
 */
export function assignAnswer(run: Run, from: Instance, value: Json): void {
  let last = from;
  if (keepsItsResults(run, from)) return write(run, from, from.element, value);
  for (const instance of chain(run.state, from)) {
    last = instance;
    if (Object.hasOwn(instance.variables, from.element) || instance.index !== undefined) break;
  }
  write(run, last, from.element, value);
}

/** Whether what a task answers is for its outputs alone. */
function keepsItsResults(run: Run, from: Instance): boolean {
  if (from.element === '' || from.multi) return false;
  const element = run.bodies.element(from);
  return 'localResults' in element && element.localResults === true;
}

function write(run: Run, holder: Instance, name: string, value: Json): void {
  run.instance(holder.id).variables[name] = value;
  run.changes.wrote(holder.id, [name]);
}
