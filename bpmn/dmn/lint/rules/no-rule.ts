import type { Rule } from '../rule.js';
import { tablesOf } from '../rule.js';

/** A table without a rule always answers the same. */
export const noRule: Rule = {
  name: 'no-rule',
  severity: 'error',
  check(model, report) {
    for (const { owner, table } of tablesOf(model)) {
      if (table.rules.length > 0) continue;
      report(owner.id, `“${owner.name}”的决策表没有规则。请至少添加一条规则。`);
    }
  },
};
