/** One whole case on our engine: every task is completed as soon as it is open. */
import { compile } from '../../../bpmn/compiler/index.js';
import {
  initialState,
  step,
  type Clock,
  type Command,
  type Event,
  type State,
} from '../../../bpmn/engine/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';

const DAY = 86_400_000;
export const AT = Date.parse('2026-03-02T09:00:00+08:00');
export const clock: Clock = { addWorkingDays: (from, days) => from + days * DAY, dayLength: DAY };

/** Compiles the first process of a file. @throws Error with the findings */
export async function modelOf(xml: string): Promise<ProcessModel> {
  const { models, findings } = await compile(xml);
  const [model] = models;
  if (!model) throw new Error(JSON.stringify(findings));
  return model;
}

/** A case that has just started, with the commands of its start. */
export const start = (model: ProcessModel, variables = {}) =>
  step(model, initialState(model), { type: 'start', at: AT, variables }, clock);

/** Runs a case to its end, showing each state in which it waits. @returns how many elements were completed */
export function runCase(model: ProcessModel, look?: (state: State) => void): number {
  const open: string[] = [];
  let completed = 0;
  const take = (commands: readonly Command[]): void => {
    for (const command of commands) {
      if (command.type === 'completed') completed += 1;
      if (command.type === 'openTask') open.push(command.task.key);
    }
  };
  let { state, commands } = start(model, { n: 0 });
  take(commands);
  // in the order in which they opened, however many there are
  for (let next = 0; next < open.length; next += 1) {
    look?.(state);
    const event: Event = { type: 'completeTask', at: AT, key: open[next] ?? '', answer: {} };
    ({ state, commands } = step(model, state, event, clock));
    take(commands);
  }
  if (!state.ended) throw new Error(`the case did not end: ${JSON.stringify(state.incidents)}`);
  return completed;
}
