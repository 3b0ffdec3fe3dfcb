/**
 * The diagram goes on as if its task had been answered, although nobody did: 受理 when the agency was
 * silent (行政许可法 32), 受理 and 准予 when a licence ended before its renewal was decided (50).
 */
import { position, type Clock, type Command, type OpenTask } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import type { CarriedCase } from './continue-as-new-state.js';
import { stepOrRefuse } from './step-or-refuse.js';

/** How the law itself answers a task, and why: what people read of it. */
export interface DeemedAct {
  outcome: 'accept' | 'grant';
  why: string;
}

const SILENT = '逾期没有告知，自收到之日起视为受理';
const EXPIRED = '许可有效期届满前没有作出决定，视为准予延续';

interface DeemedActsInput {
  model: ProcessModel;
  /** Its engine state moves on. */
  carried: CarriedCase;
  clock: Clock;
  at: number;
}

/** A task that the law itself completed. */
export type DeemedTask = DeemedAct & { task: OpenTask };

/**
 * Completes what the law has answered: the tasks that wait when it does, and those the diagram opens
 * later. Nothing where every act was somebody's.
 */
export function performDeemedActs({ model, carried, clock, at }: DeemedActsInput): {
  commands: Command[];
  answered: DeemedTask[];
} {
  const commands: Command[] = [];
  const answered: DeemedTask[] = [];
  for (;;) {
    const found = nextDeemedAct(carried, () => position(model, carried.engine).tasks);
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

/** A waiting task that the law itself answers; null = there is none. */
function nextDeemedAct({ law, ended }: CarriedCase, open: () => OpenTask[]): DeemedTask | null {
  const renewed = law.expiry === 'deemed';
  if (ended || !(law.deemed || renewed)) return null;
  const why = renewed ? EXPIRED : SILENT;
  const tasks = open();
  const find = (act: string, outcome: DeemedAct['outcome']) => {
    const task = tasks.find((each) => each.act === act && takes(each, outcome));
    return task && { task, outcome, why };
  };
  return find('accept', 'accept') ?? (renewed ? find('decide', 'grant') : undefined) ?? null;
}

const takes = ({ outcomes }: OpenTask, outcome: string): boolean =>
  outcomes.length === 0 || outcomes.some(({ id }) => id === outcome);
