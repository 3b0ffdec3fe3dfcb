/** The case's legal state, dates and limits as a completed task moves them. */
import type { OpenTask } from '../bpmn/engine/index.js';
import type { CarriedCase } from './carried-case.js';
import { limitsFrom } from './case-limits.js';
import { isDecided, stateAfter } from './case-state.js';
import type { CaseCommand, CaseInput } from './contracts/case.js';

/**
 * Changes `carried` when the command completed a task that is an official act.
 * @param before the tasks that were open before the step
 * @param at the step's instant, ms
 */
export function moveLegalState(
  carried: CarriedCase,
  input: CaseInput,
  before: OpenTask[],
  command: CaseCommand | undefined,
  at: number,
): void {
  if (command?.kind !== 'complete') return;
  const task = before.find(({ key }) => key === command.taskKey);
  if (!task?.act) return;
  const state = stateAfter(carried.state, task.act, command.outcome);
  if (state === carried.state) return;
  carried.state = state;
  if (state === 'collected') carried.dates.collected ??= at;
  if (state === 'accepted') {
    carried.dates.accepted = at;
    Object.assign(carried, limitsFrom(input, at));
  }
  if (isDecided(state)) {
    carried.outcome = state;
    carried.dates.decided = at;
  }
}
