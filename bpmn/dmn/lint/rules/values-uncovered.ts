import type { DecisionModel, DecisionTable, TableInput } from '../../model.js';
import { covers, gaps, union, valuesOf, written, type ValueSet } from '../intervals.js';
import type { Rule } from '../rule.js';
import { tablesOf } from '../rule.js';

/** Values of an input that no rule looks at: the answer will be null. */
export const valuesUncovered: Rule = {
  name: 'values-uncovered',
  severity: 'warning',
  check(model, report) {
    for (const { owner, table } of tablesOf(model)) {
      if (table.rules.length === 0 || !single(table) || hasDefault(table)) continue;
      for (const [column, input] of table.inputs.entries()) {
        const missing = uncovered(table, column, input, model);
        if (missing.length === 0) continue;
        report(
          input.id ?? owner.id,
          `“${owner.name}”的输入“${input.label ?? input.feel}”取 ${missing.join('、')} 时没有规则命中，结果为空。请补一条规则，或给输出设默认值。`,
        );
      }
    }
  },
};

const single = ({ hitPolicy }: DecisionTable): boolean =>
  ['UNIQUE', 'ANY', 'FIRST', 'PRIORITY'].includes(hitPolicy);
const hasDefault = ({ outputs }: DecisionTable): boolean =>
  outputs.some((output) => output.default !== undefined);

/** Allowed values no rule passes, else the stretches between the ranges of the rules. */
function uncovered(
  { rules }: DecisionTable,
  column: number,
  input: TableInput,
  model: DecisionModel,
): string[] {
  const sets = rules.map(({ tests }) => valuesOf(tests[column] ?? '-'));
  const all = sets.reduce((a, b) => (a && b ? union(a, b) : undefined));
  if (!all) return [];
  const allowed = allowedOf(input, model);
  if (allowed) return allowed.filter((test) => !passed(test, all));
  const ordered = all.kind === 'number' || all.kind === 'date';
  return ordered ? gaps(all).map(written) : [];
}

function passed(test: string, all: ValueSet): boolean {
  const value = valuesOf(test);
  return value === undefined || covers(all, value);
}

function allowedOf(input: TableInput, model: DecisionModel): string[] | undefined {
  if (input.allowed) return input.allowed;
  if (input.type === 'boolean') return ['true', 'false'];
  return input.type === undefined ? undefined : model.types[input.type]?.allowed;
}
