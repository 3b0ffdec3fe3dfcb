import { nameOf, reachable, type Rule } from '../rule.js';

/** What no path from a start leads to is never done. */
export const unreachable: Rule = {
  name: 'unreachable',
  severity: 'error',
  check(scope, report) {
    const elements = Object.values(scope.elements);
    // Where there is no start event, tokens start at whatever nothing leads to.
    const starts = elements.filter(({ type }) => type === 'startEvent');
    const implicit = elements.filter(
      ({ type, incoming }) => type !== 'boundaryEvent' && incoming.length === 0,
    );
    const from = (starts.length > 0 ? starts : implicit).map(({ id }) => id);
    const seen = reachable(scope, from);
    for (const element of elements)
      if (!seen.has(element.id))
        report(element.id, `从开始事件走不到“${nameOf(element)}”，请连线或删除。`);
  },
};
