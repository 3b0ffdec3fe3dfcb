import { matchesAll } from '../../../feel/index.js';
import { namesRead } from '../names.js';
import type { Rule } from '../rule.js';
import { tablesOf } from '../rule.js';
import { namesOf } from '../../names.js';

/** Columns, input data and required decisions that decide nothing. */
export const inputUnused: Rule = {
  name: 'input-unused',
  severity: 'warning',
  check(model, report) {
    for (const { owner, table } of tablesOf(model)) {
      for (const [column, input] of table.inputs.entries()) {
        const looked = table.rules.some(({ tests }) => !matchesAll(tests[column] ?? '-'));
        if (looked || table.rules.length === 0) continue;
        report(
          input.id ?? owner.id,
          `“${owner.name}”的输入“${input.label ?? input.feel}”在所有规则中都是“-”，不起作用。请填写条件，或删去这一列。`,
        );
      }
    }
    const decisions = Object.values(model.decisions);
    for (const { id, name } of Object.values(model.inputs)) {
      if (decisions.some(({ inputs }) => inputs.includes(id))) continue;
      report(id, `没有决策用到输入数据“${name}”。请把它连到决策，或删去它。`);
    }
    for (const decision of decisions) {
      const { inputs, cells, others } = namesRead(decision, model);
      const read = new Set([...inputs, ...cells, ...others]);
      const required = [
        ...decision.inputs.map((id) => model.inputs[id]!),
        ...decision.decisions.map((id) => model.decisions[id]!),
      ];
      for (const each of required) {
        const { id, name } = each;
        if ([id, ...namesOf(each)].some((known) => read.has(known))) continue;
        report(
          decision.id,
          `决策“${decision.name}”连了“${name}”，表达式中却没有用到。请在表达式中使用，或删去连线。`,
        );
      }
    }
  },
};
