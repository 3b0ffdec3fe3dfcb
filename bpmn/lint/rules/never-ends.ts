import type { Scope } from '../../model/process.js';
import { following, nameOf, type Rule } from '../rule.js';

/** From everywhere there must be a way to an end, or the case stays open for ever. */
export const neverEnds: Rule = {
  name: 'never-ends',
  severity: 'error',
  check(scope, report) {
    const ending = leadingToAnEnd(scope);
    const stuck = Object.values(scope.elements).find(({ id }) => !ending.has(id));
    if (stuck)
      report(stuck.id, `从“${nameOf(stuck)}”开始走不到任何结束，流程会永远循环，请补上出口。`);
  },
};

/** From the ends backwards: ids of all from which one is reached. */
function leadingToAnEnd(scope: Scope): Set<string> {
  const elements = Object.values(scope.elements);
  const before = new Map<string, string[]>(elements.map(({ id }) => [id, []]));
  for (const element of elements)
    for (const next of following(scope, element)) before.get(next)?.push(element.id);
  const found = new Set(
    elements.filter(({ outgoing }) => outgoing.length === 0).map(({ id }) => id),
  );
  // A set grows while it is walked.
  for (const id of found) for (const earlier of before.get(id) ?? []) found.add(earlier);
  return found;
}
