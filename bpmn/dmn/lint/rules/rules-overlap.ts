import { overlaps, valuesOf } from '../intervals.js';
import type { DecisionTable } from '../../model.js';
import type { Rule } from '../rule.js';
import { tablesOf } from '../rule.js';

/** With UNIQUE, two rules that match the same values fail as soon as such values come. */
export const rulesOverlap: Rule = {
  name: 'rules-overlap',
  severity: 'warning',
  check(model, report) {
    for (const { owner, table } of tablesOf(model)) {
      for (const [first, second] of overlapping(table)) {
        const what = table.hitPolicy === 'ANY' ? '会同时命中而输出不同' : '会同时命中';
        report(
          table.rules[second]!.id ?? owner.id,
          `“${owner.name}”第 ${first + 1} 条和第 ${second + 1} 条规则${what}，命中策略却是 ${table.hitPolicy}。请使它们互不重叠，或改用其他命中策略。`,
        );
      }
    }
  },
};

function overlapping({ rules, hitPolicy }: DecisionTable): [number, number][] {
  if (hitPolicy !== 'UNIQUE' && hitPolicy !== 'ANY') return [];
  const sets = rules.map(({ tests }) => tests.map(valuesOf));
  const differ = (a: number, b: number) =>
    hitPolicy === 'UNIQUE' || rules[a]!.outputs.join('\n') !== rules[b]!.outputs.join('\n');
  return sets.flatMap((a, first) =>
    sets.slice(first + 1).flatMap((b, offset): [number, number][] => {
      const second = first + 1 + offset;
      const both = a.every((set, column) => {
        const other = b[column];
        return set !== undefined && other !== undefined && overlaps(set, other);
      });
      return both && differ(first, second) ? [[first, second]] : [];
    }),
  );
}
