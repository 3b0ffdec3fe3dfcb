import type { DecisionTable } from '../../model.js';
import { covers, union, valuesOf, type ValueSet } from '../intervals.js';
import type { Rule } from '../rule.js';
import { tablesOf } from '../rule.js';

/** With FIRST, a rule that earlier ones leave nothing for never takes effect. */
export const ruleUnreachable: Rule = {
  name: 'rule-unreachable',
  severity: 'error',
  check(model, report) {
    for (const { owner, table } of tablesOf(model)) {
      if (table.hitPolicy !== 'FIRST') continue;
      for (const [rule, by] of unreachable(table)) {
        report(
          table.rules[rule]!.id ?? owner.id,
          `“${owner.name}”第 ${rule + 1} 条规则永远轮不到：${by}已经先命中。请调整次序、收窄前面的规则，或删去这条。`,
        );
      }
    }
  },
};

/** Rules that are covered by one before them or, in tables of one input, by all before them. */
function unreachable({ rules, inputs }: DecisionTable): [number, string][] {
  const sets = rules.map(({ tests }) => tests.map(valuesOf));
  return sets.flatMap((own, index): [number, string][] => {
    const before = sets.slice(0, index);
    const one = before.findIndex((other) => own.every((set, column) => within(set, other[column])));
    if (one >= 0) return [[index, `第 ${one + 1} 条规则`]];
    const together = inputs.length === 1 ? unionOf(before.map(([set]) => set)) : undefined;
    return within(own[0], together) ? [[index, '前面的规则合起来']] : [];
  });
}

/** A test nobody can tell still lies within one that lets everything pass. */
function within(inner: ValueSet | undefined, outer: ValueSet | undefined): boolean {
  const everything = outer !== undefined && outer.kind === undefined && outer.withNull;
  if (everything && outer.intervals.length > 0) return true;
  return inner !== undefined && outer !== undefined && covers(outer, inner);
}

/** Of those that can be told; what cannot only adds to them. */
function unionOf(sets: (ValueSet | undefined)[]): ValueSet | undefined {
  let all: ValueSet | undefined;
  for (const each of sets) if (each) all = all ? (union(all, each) ?? all) : each;
  return all;
}
