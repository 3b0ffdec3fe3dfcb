import { nameOf, type Rule } from '../rule.js';

/** A service task without an adapter does nothing; in a sketch that may be meant. */
export const serviceWithoutAdapter: Rule = {
  name: 'service-without-adapter',
  severity: 'warning',
  check(scope, report) {
    for (const task of Object.values(scope.elements))
      if (task.type === 'serviceTask' && task.adapter === undefined)
        report(
          task.id,
          `自动任务“${nameOf(task)}”没有选择适配器，执行时会直接通过，请选择 adapter。`,
        );
  },
};
