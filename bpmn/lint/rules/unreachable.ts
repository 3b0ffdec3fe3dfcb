import { beginnings, nameOf, reachable, type Rule } from '../rule.js';

/** What no path from a start leads to is never done. */
export const unreachable: Rule = {
  name: 'unreachable',
  severity: 'error',
  check(scope, report) {
    const seen = reachable(scope, beginnings(scope));
    for (const element of Object.values(scope.elements))
      if (!seen.has(element.id))
        report(element.id, `从开始事件走不到“${nameOf(element)}”，请连线或删除。`);
  },
};
