import { expressionsIn } from '../expressions.js';
import { outcomeTests } from '../outcome-tests.js';
import { elementsOf, nameOf, type Rule } from '../rule.js';

/** An expression asks for an outcome that its task does not offer: it could never be so. */
export const outcomeUnknown: Rule = {
  name: 'outcome-unknown',
  severity: 'error',
  check(scope, report, model) {
    for (const { id, feel } of expressionsIn(scope))
      for (const { task, outcome } of outcomeTests(feel)) {
        const tested = elementsOf(model).get(task);
        if (tested?.type !== 'userTask' || tested.outcomes.length === 0) continue;
        if (!tested.outcomes.some(({ id }) => id === outcome))
          report(
            id,
            `表达式中的结果“${outcome}”不在任务“${nameOf(tested)}”的选项（${tested.outcomes.map(({ id }) => id).join('、')}）之中，请更正。`,
          );
      }
  },
};
