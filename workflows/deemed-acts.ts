/**
 * The diagram goes on as if its task had been answered, although nobody did: 受理 when the agency was
 * silent (行政许可法 32), 受理 and 准予 when a licence ended before its renewal was decided (50).
 */
import { position, type Clock, type Command, type OpenTask } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { CarriedCase } from './continue-as-new-state.js';
import type { DeemedAct, LegalSide } from './legal-side.js';
import { stepOrRefuse } from './step-or-refuse.js';

interface DeemedActsInput {
  model: ProcessModel;
  /** Its engine state moves on. */
  carried: CarriedCase;
  legal: LegalSide;
  clock: Clock;
  at: number;
}

/** A task that the law itself completed. */
export type DeemedTask = DeemedAct & { task: OpenTask };

/**
 * Completes what the law has answered: the tasks that wait when it does, and those the diagram opens
 * later. Nothing where every act was somebody's.
 */
export function performDeemedActs({ model, carried, legal, clock, at }: DeemedActsInput): {
  commands: Command[];
  answered: DeemedTask[];
} {
  const commands: Command[] = [];
  const answered: DeemedTask[] = [];
  for (;;) {
    const found = legal.nextDeemedAct(() => position(model, carried.engine).tasks);
    if (!found) return { commands, answered };
    const { key, outcomes } = found.task;
    const answer = { outcome: outcomes.length === 0 ? undefined : found.outcome };
    const event = { type: 'completeTask' as const, key, answer, at };
    const done = stepOrRefuse(model, carried.engine, event, clock);
    carried.engine = done.state;
    carried.law.closedByLaw.push(key);
    answered.push(found);
    commands.push(...done.commands);
  }
}
