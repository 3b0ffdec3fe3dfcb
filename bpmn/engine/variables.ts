/** Variables live in instances; what one does not have is looked for outward, up to its process. */
import type { Json, Variables } from './api.js';
import type { Run } from './run.js';
import type { Instance, Multi } from './state.js';

/** Variables a multi-instance shows to its instances: Camunda's names and the standard's. */
function counters(run: Run, body: Instance, multi: Multi): Variables {
  const { multiInstance } = run.bodies.activity(body);
  // a standard loop does not know how many passes there will be
  return multiInstance ? loopCounters(multi, multiInstance.sequential) : {};
}

/** The counters as conditions see them; those not created yet count as active when parallel. */
export function loopCounters(multi: Multi, sequential: boolean): Variables {
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

/** The instances whose variables are seen from `from`, innermost first. */
function* chain(run: Run, from: Instance): Generator<Instance> {
  for (let current = from; ; current = run.instance(current.parent)) {
    yield current;
    if (current.parent === '' || current.called !== undefined) return;
  }
}

/** All variables seen from an instance. */
export function visible(run: Run, from: Instance): Variables {
  const seen: Variables = {};
  for (const instance of chain(run, from)) {
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
  for (const instance of chain(run, from)) {
    take(instance.variables);
    if (instance.multi) take(counters(run, instance, instance.multi));
  }
  return context;
}

const squeeze = (text: string): string => text.replace(/\s+/g, '');

/** Writes a variable where it already is, nearest first; else at the root of the process. */
export function assign(run: Run, from: Instance, name: string, value: Json): void {
  let last = from;
  for (const instance of chain(run, from)) {
    last = instance;
    if (Object.hasOwn(instance.variables, name)) break;
  }
  last.variables[name] = value;
  run.changed = true;
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
  for (const instance of chain(run, from)) {
    last = instance;
    if (Object.hasOwn(instance.variables, from.element) || instance.index !== undefined) break;
  }
  last.variables[from.element] = value;
  run.changed = true;
}
