/** Joins a process with the decisions that its business-rule tasks take. */
import type { DecisionModel } from '../dmn/model.js';
import type { BusinessRuleTask, ProcessModel, Scope } from '../model/process.js';

/** Business-rule tasks that decide, in sub-processes and called processes too. */
export function decidingTasks(model: ProcessModel): BusinessRuleTask[] {
  return [model, ...Object.values(model.called)].flatMap(({ body }) => tasksIn(body));
}

const tasksIn = (scope: Scope): BusinessRuleTask[] =>
  Object.values(scope.elements).flatMap((element) => {
    if ('body' in element) return tasksIn(element.body);
    return element.type === 'businessRuleTask' ? [element] : [];
  });

/**
 * The model with the decisions it takes, as they are now; called processes that were published
 * before keep theirs.
 * @param find the file in which a decision stands; what it does not know stays out
 */
export function freezeDecisions(
  model: ProcessModel,
  find: (decision: string) => DecisionModel | undefined,
): ProcessModel {
  const decisions: Record<string, DecisionModel> = {};
  for (const { decision } of decidingTasks(model)) {
    const found = find(decision);
    if (found) decisions[decision] = found;
  }
  return Object.keys(decisions).length > 0 ? { ...model, decisions } : model;
}
