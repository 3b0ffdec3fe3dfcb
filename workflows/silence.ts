/** 行政许可法 32: the diagram goes on as if its acceptance task had been answered 受理. */
import { position, type Clock, type Command, type OpenTask } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { CarriedCase } from './carried-case.js';
import type { LegalSide } from './legal-side.js';
import { stepOrRefuse } from './step-or-refuse.js';

interface Silent {
  model: ProcessModel;
  /** Its engine state moves on. */
  carried: CarriedCase;
  legal: LegalSide;
  clock: Clock;
  at: number;
}

/**
 * Completes what silence has answered: the tasks that wait when it comes, and those the diagram opens
 * later. Nothing where the case was not accepted by silence.
 */
export function acceptedBySilence({ model, carried, legal, clock, at }: Silent): {
  commands: Command[];
  tasks: OpenTask[];
} {
  const commands: Command[] = [];
  const tasks: OpenTask[] = [];
  for (;;) {
    const task = legal.answeredBySilence(() => position(model, carried.engine).tasks);
    if (!task) return { commands, tasks };
    const { key } = task;
    const answer = { outcome: task.outcomes.length === 0 ? undefined : 'accept' };
    const event = { type: 'completeTask' as const, key, answer, at };
    const done = stepOrRefuse(model, carried.engine, event, clock);
    carried.engine = done.state;
    carried.law.closedByLaw.push(key);
    tasks.push(task);
    commands.push(...done.commands);
  }
}
