/** Decision tables. */
import type { DecisionTable, Rule } from '../model.js';
import { answer, answerOfNone, multiple, valueOf, type Hit } from './hits.js';
import { feel, passes, within, type Place, type Values } from './place.js';
import { requireAllowed, typed } from './types.js';

/** What a table answered, and why. */
export interface TableAnswer {
  value: unknown;
  /** Values of the inputs, in the order of the columns. */
  inputs: unknown[];
  /** Numbers of the rules that match, counted from 1; with `FIRST`, the first only. */
  matched: number[];
}

export function evaluateTable(table: DecisionTable, scope: Values, place: Place): TableAnswer {
  const inputs = table.inputs.map((input, index) => {
    const inside = within(place, `的输入“${input.label ?? (input.feel || index + 1)}”`);
    const value = typed(feel(input.feel, scope, inside), input.type, inside);
    if (input.allowed) requireAllowed(value, input.allowed, inside);
    return value;
  });
  const hits: Hit[] = [];
  for (const [index, rule] of table.rules.entries()) {
    const inside = { ...within(place, `第 ${index + 1} 条规则`), rule: index + 1 };
    if (!matches(rule, inputs, scope, inside)) continue;
    hits.push({ rule: index + 1, outputs: outputsOf(rule.outputs, table, scope, inside) });
    if (table.hitPolicy === 'FIRST') break;
  }
  const value =
    hits.length > 0 ? answer(hits, table, place) : otherwise(table, scope, within(place, '默认值'));
  return { value, inputs, matched: hits.map(({ rule }) => rule) };
}

const matches = (rule: Rule, inputs: unknown[], scope: Values, place: Place): boolean =>
  rule.tests.every((test, index) => passes(test, inputs[index], scope, place));

function outputsOf(
  written: readonly (string | undefined)[],
  table: DecisionTable,
  scope: Values,
  place: Place,
): unknown[] {
  return table.outputs.map((output, column) => {
    const expression = written[column];
    const inside = within(place, `的输出“${output.label ?? (output.name || column + 1)}”`);
    const value = expression ? typed(feel(expression, scope, inside), output.type, inside) : null;
    if (output.allowed) requireAllowed(value, output.allowed, inside);
    return value;
  });
}

function otherwise(table: DecisionTable, scope: Values, place: Place): unknown {
  const defaults = table.outputs.map((output) => output.default);
  if (defaults.every((each) => each === undefined)) return answerOfNone(table);
  const value = valueOf({ outputs: outputsOf(defaults, table, scope, place) }, table);
  return multiple(table) ? [value] : value;
}
