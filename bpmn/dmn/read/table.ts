/** Decision tables. */
import { child, children, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type {
  Aggregation,
  DecisionTable,
  HitPolicy,
  Rule,
  TableInput,
  TableOutput,
} from '../model.js';
import type { Place, Reading } from './reading.js';

const POLICIES: readonly string[] = [
  'UNIQUE',
  'ANY',
  'FIRST',
  'PRIORITY',
  'RULE ORDER',
  'OUTPUT ORDER',
  'COLLECT',
] satisfies HitPolicy[];
const AGGREGATIONS: readonly string[] = ['SUM', 'COUNT', 'MIN', 'MAX'] satisfies Aggregation[];

export function readTable(node: DmnNode, place: Place, reading: Reading): DecisionTable {
  const inputs = children(node, 'input').map((input, index) =>
    readInput(input, index, place, reading),
  );
  const outputs = children(node, 'output').map((output, index) =>
    readOutput(output, index, place, reading),
  );
  const policy = text(node, 'hitPolicy') ?? 'UNIQUE';
  if (!POLICIES.includes(policy)) {
    reading.error(
      'hit-policy-unknown',
      place,
      `的命中策略“${policy}”不存在。请改为 ${POLICIES.join('、')} 之一。`,
    );
  }
  const aggregation = text(node, 'aggregation');
  const type = reading.types.of(node, place, reading);
  const table: DecisionTable = {
    kind: 'table',
    hitPolicy: policy as HitPolicy,
    ...(aggregation && { aggregation: aggregation as Aggregation }),
    inputs,
    outputs,
    rules: children(node, 'rule').map((rule, index) =>
      readRule(rule, index, { inputs, outputs, place }, reading),
    ),
    ...(type && { type }),
  };
  checkOutputs(table, place, reading);
  checkAggregation(table, place, reading);
  return table;
}

/** What people call a column: its label, else its expression or name, else its number. */
export const columnName = (
  column: { label?: string; feel?: string; name?: string },
  index: number,
): string => column.label ?? (column.feel || column.name || String(index + 1));

function readInput(node: DmnNode, index: number, place: Place, reading: Reading): TableInput {
  const label = text(node, 'label');
  const expression = child(node, 'inputExpression');
  const called = label ?? (expression && text(expression, 'text')) ?? String(index + 1);
  const inside = { element: node.id ?? place.element, called: `${place.called}的输入“${called}”` };
  const type = reading.types.of(expression, inside, reading);
  const allowed = reading.allowed(child(node, 'inputValues'), inside);
  return {
    ...(node.id && { id: node.id }),
    ...(label && { label }),
    feel: reading.feel(expression, inside),
    ...(type && { type }),
    ...(allowed && { allowed }),
  };
}

function readOutput(node: DmnNode, index: number, place: Place, reading: Reading): TableOutput {
  const label = text(node, 'label');
  const name = text(node, 'name') ?? '';
  const called = label ?? (name || String(index + 1));
  const inside = { element: node.id ?? place.element, called: `${place.called}的输出“${called}”` };
  const type = reading.types.of(node, inside, reading);
  const allowed = reading.allowed(child(node, 'outputValues'), inside);
  const otherwise = reading.optionalFeel(child(node, 'defaultOutputEntry'), {
    ...inside,
    called: `${inside.called}的默认值`,
  });
  return {
    ...(node.id && { id: node.id }),
    ...(label && { label }),
    name,
    ...(type && { type }),
    ...(allowed && { allowed }),
    ...(otherwise !== undefined && { default: otherwise }),
  };
}

function readRule(
  node: DmnNode,
  index: number,
  table: { inputs: TableInput[]; outputs: TableOutput[]; place: Place },
  reading: Reading,
): Rule {
  const place = {
    element: node.id ?? table.place.element,
    called: `${table.place.called}第 ${index + 1} 条规则`,
  };
  const tests = children(node, 'inputEntry').map((entry, column) => {
    const input = table.inputs[column];
    const called = `${place.called}的输入“${input ? columnName(input, column) : column + 1}”`;
    return reading.tests(entry, { ...place, called });
  });
  const outputs = children(node, 'outputEntry').map((entry, column) => {
    const output = table.outputs[column];
    const called = `${place.called}的输出“${output ? columnName(output, column) : column + 1}”`;
    return reading.optionalFeel(entry, { ...place, called }) ?? '';
  });
  if (tests.length !== table.inputs.length || outputs.length !== table.outputs.length) {
    reading.error(
      'rule-width',
      place,
      `有 ${tests.length} 个输入格、${outputs.length} 个输出格，表头却有 ${table.inputs.length} 个输入、${table.outputs.length} 个输出。请补齐或删去多出的格。`,
    );
  }
  return { ...(node.id && { id: node.id }), tests, outputs };
}

function checkOutputs({ outputs }: DecisionTable, place: Place, reading: Reading): void {
  if (outputs.length === 0) {
    reading.error('output-missing', place, '没有输出列。请至少添加一个输出。');
  }
  const names = outputs.map(({ name }) => name);
  if (outputs.length > 1 && (names.includes('') || new Set(names).size < names.length)) {
    reading.error(
      'output-names',
      place,
      '有多个输出，但有输出没有名称或名称相同。请给每个输出一个不同的名称（name）。',
    );
  }
}

function checkAggregation(table: DecisionTable, place: Place, reading: Reading): void {
  const { hitPolicy, aggregation, outputs } = table;
  if (!aggregation) return;
  if (!AGGREGATIONS.includes(aggregation)) {
    reading.error(
      'aggregation-unknown',
      place,
      `的汇总方式“${aggregation}”不存在。请改为 ${AGGREGATIONS.join('、')} 之一。`,
    );
  }
  if (hitPolicy !== 'COLLECT') {
    reading.error(
      'aggregation-misplaced',
      place,
      `的命中策略是 ${hitPolicy}，汇总方式 ${aggregation} 只用于 COLLECT。请改用 COLLECT，或删去汇总方式。`,
    );
  }
  if (outputs.length > 1) {
    reading.error(
      'aggregation-outputs',
      place,
      '有多个输出，不能汇总。请只留一个输出，或删去汇总方式。',
    );
  }
}
