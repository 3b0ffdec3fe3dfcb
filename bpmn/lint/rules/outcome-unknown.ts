import { outcomeTests } from '../outcome-tests.js';
import { elementsOf, nameOf, type Rule } from '../rule.js';

/** A condition asks for an outcome that its task does not offer: the flow could never be taken. */
export const outcomeUnknown: Rule = {
  name: 'outcome-unknown',
  severity: 'error',
  check(scope, report, model) {
    for (const flow of scope.flows)
      for (const { task, outcome } of flow.condition ? outcomeTests(flow.condition.feel) : []) {
        const tested = elementsOf(model).get(task);
        if (tested?.type !== 'userTask' || tested.outcomes.length === 0) continue;
        if (!tested.outcomes.some(({ id }) => id === outcome))
          report(
            flow.id,
            `条件中的结果“${outcome}”不在任务“${nameOf(tested)}”的选项（${tested.outcomes.map(({ id }) => id).join('、')}）之中，请更正。`,
          );
      }
  },
};
