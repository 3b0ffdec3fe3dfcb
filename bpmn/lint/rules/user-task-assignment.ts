import { nameOf, type Rule } from '../rule.js';

/** A task that neither says nor inherits who handles it reaches nobody. */
export const userTaskAssignment: Rule = {
  name: 'user-task-assignment',
  severity: 'error',
  check(scope, report) {
    for (const task of Object.values(scope.elements)) {
      if (task.type !== 'userTask') continue;
      const { line, level, role } = task.assignment;
      if (!line && !level && !role && !task.assignedBy)
        report(
          task.id,
          `任务“${nameOf(task)}”没有写明由哪个条线、层级或角色办理，请在任务或其泳道上设置。`,
        );
    }
  },
};
