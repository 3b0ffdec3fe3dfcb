import type { Element, Scope, SequenceFlow, UserTask } from '../../model/process.js';
import { outcomeTests } from '../outcome-tests.js';
import { flowsFrom, flowsTo, nameOf, type Rule } from '../rule.js';

/** After a task an exclusive gateway must have a way for each of its outcomes. */
export const outcomeUnhandled: Rule = {
  name: 'outcome-unhandled',
  severity: 'error',
  check(scope, report) {
    for (const gateway of Object.values(scope.elements)) {
      if (gateway.type !== 'exclusiveGateway' || gateway.default) continue;
      const task = taskBefore(scope, gateway);
      if (!task) continue;
      const flows = flowsFrom(scope, gateway.id);
      const missing = task.outcomes.filter(
        ({ id }) => !flows.some((flow) => takes(flow, task, id)),
      );
      if (missing.length > 0)
        report(
          gateway.id,
          `任务“${nameOf(task)}”的结果 ${missing.map(({ name }) => `“${name}”`).join('、')} 在网关“${nameOf(gateway)}”没有去向，请补上分支或默认分支。`,
        );
    }
  },
};

/** The one user task with outcomes that leads straight to the gateway. */
function taskBefore(scope: Scope, gateway: Element): UserTask | undefined {
  const [first, second] = flowsTo(scope, gateway.id);
  const before = first && !second ? scope.elements[first.source] : undefined;
  return before?.type === 'userTask' && before.outcomes.length > 0 ? before : undefined;
}

/** Whether a flow may be taken for an outcome; a condition on anything else may always hold. */
function takes(flow: SequenceFlow, task: UserTask, outcome: string): boolean {
  const tests = flow.condition ? outcomeTests(flow.condition.feel) : [];
  const own = tests.filter((test) => test.task === task.id);
  return (
    own.length === 0 || own.some((test) => (test.operator === '=') === (test.outcome === outcome))
  );
}
