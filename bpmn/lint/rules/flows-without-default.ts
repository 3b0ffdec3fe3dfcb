import { outcomeTests } from '../outcome-tests.js';
import { nameOf, type Rule } from '../rule.js';

/** Where every flow has a condition and none is the default, a case may find no way on. */
export const flowsWithoutDefault: Rule = {
  name: 'flows-without-default',
  severity: 'warning',
  check(scope, report) {
    for (const gateway of Object.values(scope.elements)) {
      if (gateway.type !== 'exclusiveGateway' && gateway.type !== 'inclusiveGateway') continue;
      const flows = scope.flows.filter(({ source }) => source === gateway.id);
      if (gateway.default || flows.length < 2 || flows.some(({ condition }) => !condition))
        continue;
      // Tests of a task's outcomes have a rule of their own, which knows when they are complete.
      if (flows.every(({ condition }) => outcomeTests(condition!.feel).length > 0)) continue;
      report(
        gateway.id,
        `网关“${nameOf(gateway)}”的 ${flows.length} 条分支都有条件、没有默认分支，条件都不成立时办件会停在这里；请设一条默认分支。`,
      );
    }
  },
};
