import { nameOf, type Rule } from '../rule.js';

/** Whoever opens a task that has neither a form nor outcomes finds nothing to fill in or decide. */
export const userTaskEmpty: Rule = {
  name: 'user-task-empty',
  severity: 'warning',
  check(scope, report) {
    for (const task of Object.values(scope.elements))
      if (task.type === 'userTask' && task.form === undefined && task.outcomes.length === 0)
        report(
          task.id,
          `任务“${nameOf(task)}”既没有表单也没有结果选项，办理人无可填写、无可选择，请设置 form 或 outcomes。`,
        );
  },
};
