import { outcomeTests } from '../outcome-tests.js';
import { flowsFrom, nameOf, type Rule } from '../rule.js';

/** Where every flow has a condition and none is the default, a case may find no way on. */
export const flowsWithoutDefault: Rule = {
  name: 'flows-without-default',
  severity: 'warning',
  check(scope, report) {
    for (const element of Object.values(scope.elements)) {
      const flows = flowsFrom(scope, element.id);
      if (('default' in element && element.default) || flows.length < 2) continue;
      const conditions = flows.flatMap(({ condition }) => condition?.feel ?? []);
      if (conditions.length < flows.length || oneHolds(conditions)) continue;
      // Tests of a task's outcomes have a rule of their own, which knows when they are complete.
      if (conditions.every((feel) => outcomeTests(feel).length > 0)) continue;
      report(
        element.id,
        `“${nameOf(element)}”的 ${flows.length} 条分支都有条件、没有默认分支，条件都不成立时办件会停在这里；请设一条默认分支。`,
      );
    }
  },
};

/** Comparisons of which, for the same two sides, always one holds. */
const OPPOSITE: Readonly<Record<string, string>> = { '=': '!=', '<': '>=', '>': '<=' };

/** Whether some condition is always true, or two are each other's opposite. */
function oneHolds(conditions: readonly string[]): boolean {
  const texts = new Set(conditions.map((feel) => feel.replace(/\s+/g, '')));
  return [...texts].some(
    (text) => text === 'true' || oppositesOf(text).some((other) => texts.has(other)),
  );
}

function oppositesOf(text: string): string[] {
  // one comparison, without anything that could make it part of a larger condition
  const [, left, operator = '', right] =
    /^([\w.]+)(!=|<=|>=|=|<|>)("[^"]*"|[\w.]+)$/.exec(text) ?? [];
  const opposite = Object.hasOwn(OPPOSITE, operator)
    ? [`${left}${OPPOSITE[operator]}${right}`]
    : [];
  return [`not(${text})`, ...opposite];
}
