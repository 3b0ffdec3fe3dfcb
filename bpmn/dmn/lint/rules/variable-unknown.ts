import { namesBound, namesRead, namesRequired } from '../names.js';
import type { Rule } from '../rule.js';
import { ownersOf } from '../rule.js';

/** A name nobody gives is null: often a text without its quotation marks. */
export const variableUnknown: Rule = {
  name: 'variable-unknown',
  severity: 'error',
  check(model, report) {
    for (const owner of ownersOf(model)) {
      const decision = model.decisions[owner.id];
      const required = namesRequired(
        decision ?? { knowledge: model.knowledge[owner.id]!.knowledge },
        model,
      );
      const bound = namesBound(owner);
      const { inputs, cells, others } = namesRead(owner, model);
      const unknown = (name: string) => !required.has(name) && !bound.has(name);
      // Without declared inputs, a decision takes the variables of the process as they are.
      const declares = decision ? decision.inputs.length + decision.decisions.length > 0 : true;
      const missing = declares
        ? [...inputs, ...others, ...cells].filter(unknown)
        : [...cells].filter((name) => unknown(name) && !inputs.has(name));
      for (const name of new Set(missing)) {
        report(
          owner.id,
          `“${owner.name}”用到的“${name}”不是它的输入。如果是文字，请加英文双引号；如果是变量，请连上提供它的输入数据或决策。`,
        );
      }
    }
  },
};
