import { outcomeTests } from '../outcome-tests.js';
import type { ProcessModel } from '../../model/process.js';
import { once } from '../once.js';
import { nameOf, scopesOf, type Rule } from '../rule.js';

/** A condition asks for the outcome of a task that offers none. */
export const outcomesMissing: Rule = {
  name: 'outcomes-missing',
  severity: 'error',
  check(scope, report, model) {
    const tested = testedIn(model);
    for (const task of Object.values(scope.elements))
      if (task.type === 'userTask' && task.outcomes.length === 0 && tested.has(task.id))
        report(
          task.id,
          `后面的分支要看任务“${nameOf(task)}”的办理结果，但它没有设置结果选项，请设置 outcomes。`,
        );
  },
};

/** Ids of the tasks whose outcome any condition of the process asks for. */
const testedIn = once(
  ({ body }: ProcessModel) =>
    new Set(
      scopesOf(body).flatMap(({ flows }) =>
        flows.flatMap(({ condition }) =>
          condition ? outcomeTests(condition.feel).map(({ task }) => task) : [],
        ),
      ),
    ),
);
