import { nameOf, reachable, type Rule } from '../rule.js';

/** From everywhere there must be a way to an end, or the case stays open for ever. */
export const neverEnds: Rule = {
  name: 'never-ends',
  severity: 'error',
  check(scope, report) {
    const elements = Object.values(scope.elements);
    const ends = new Set(
      elements.filter(({ outgoing }) => outgoing.length === 0).map(({ id }) => id),
    );
    const stuck = elements.find(
      ({ id }) => ![...reachable(scope, [id])].some((reached) => ends.has(reached)),
    );
    if (stuck)
      report(stuck.id, `从“${nameOf(stuck)}”开始走不到任何结束，流程会永远循环，请补上出口。`);
  },
};
