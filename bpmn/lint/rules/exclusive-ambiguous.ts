import { flowsFrom, nameOf, type Rule } from '../rule.js';

/** Of several flows without a condition an exclusive gateway only ever takes the first. */
export const exclusiveAmbiguous: Rule = {
  name: 'exclusive-ambiguous',
  severity: 'error',
  check(scope, report) {
    for (const gateway of Object.values(scope.elements)) {
      if (gateway.type !== 'exclusiveGateway' || gateway.default) continue;
      const open = flowsFrom(scope, gateway.id).filter(({ condition }) => !condition);
      if (open.length > 1)
        report(
          gateway.id,
          `排他网关“${nameOf(gateway)}”有 ${open.length} 条分支没有条件，只会走第一条，请为各分支写条件并设一条默认分支。`,
        );
    }
  },
};
