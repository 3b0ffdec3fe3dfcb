/** What a case tells of itself: where it stands, how it ended. Pure. */
import { position } from '../bpmn/engine/index.js';
import type { ProcessModel } from '../bpmn/model/process.js';
import { isAtRest, type CarriedCase } from './continue-as-new-state.js';
import type { CaseAnswer, CasePosition, CaseResult } from './contracts/case.js';

export function positionOf(
  caseNumber: string,
  model: ProcessModel,
  carried: CarriedCase,
): CasePosition {
  const { engine, step, cause, state, ended } = carried;
  const { tasks, subscriptions, incidents } = position(model, engine);
  const open = isAtRest(carried)
    ? { tasks: [], subscriptions: [], incidents: [] }
    : { tasks, subscriptions, incidents };
  return { caseNumber, step, cause, state, ended, ...open };
}

export function answerOf({ caseNumber, step, state, tasks, ended }: CasePosition): CaseAnswer {
  return { caseNumber, step, state, openTasks: tasks.map(({ key }) => key), ended };
}

export function resultOf(caseNumber: string, { state, outcome }: CarriedCase): CaseResult {
  return { caseNumber, state, outcome: outcome ?? state };
}
