import { evaluateDecision } from '../../../dmn/evaluate/evaluate.js';
import type { BusinessRuleTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { budgetOf } from '../../expressions.js';
import { Failure } from '../../failure.js';
import { assign, assignAnswer, visible } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Takes a decision and writes what came of it: a value, a context of outputs, or a list of either. */
export const businessRuleTask: Behaviour<BusinessRuleTask> = {
  arrive: arriveAt,

  start(run, instance, { id, name, decision, resultVariable }) {
    const model = run.bodies.decision(instance, decision);
    if (!model)
      return new Failure(
        'decision-failed',
        `“${name ?? id}”要用的决策 ${decision} 不在流程里，请发布该决策后重新发布流程`,
      );
    const budget = budgetOf(run);
    const result = evaluateDecision(model, decision, visible(run, instance), run.at, { budget });
    run.budget.evaluated(budget.spent.operations);
    if (!result.ok) {
      const { code, message } = result.failure;
      const tooCostly = code === 'expression-too-costly';
      return new Failure(
        tooCostly ? code : 'decision-failed',
        `“${name ?? id}”无法决策：${message}`,
      );
    }
    if (resultVariable) assign(run, instance, resultVariable, result.value);
    else assignAnswer(run, instance, result.value);
    run.push({ do: 'complete', in: instance.id });
    return undefined;
  },
};
