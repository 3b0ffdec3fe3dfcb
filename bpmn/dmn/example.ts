/** DMN files for the tests, written short. */
import { readDecisions, type DecisionModel } from './index.js';

export const NAMESPACE = 'https://www.omg.org/spec/DMN/20191111/MODEL/';

const escape = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
const textOf = (tag: string, text: string | undefined, attributes = '') =>
  text === undefined ? '' : `<${tag} ${attributes}><text>${escape(text)}</text></${tag}>`;

interface Column {
  /** Of an input its expression, of an output its name. */
  of: string;
  type?: string;
  allowed?: string;
  default?: string;
}

export interface TableExample {
  /** `UNIQUE`, or with an aggregation `COLLECT SUM`. */
  hit?: string;
  inputs?: (string | Column)[];
  outputs?: (string | Column)[];
  /** Cells parted by ` | `: first the inputs, then the outputs. */
  rules?: string[];
}

export function tableXml({
  hit = 'UNIQUE',
  inputs = ['x'],
  outputs = ['y'],
  rules = [],
}: TableExample): string {
  const [policy, aggregation] = hit.startsWith('COLLECT ') ? hit.split(' ') : [hit];
  const columns = (all: (string | Column)[]) =>
    all.map((each) => (typeof each === 'string' ? { of: each } : each));
  const type = (column: Column) => (column.type ? `typeRef="${column.type}"` : '');
  const head = [
    ...columns(inputs).map(
      (each, index) =>
        `<input id="i${index + 1}">${textOf('inputExpression', each.of, type(each))}${textOf('inputValues', each.allowed)}</input>`,
    ),
    ...columns(outputs).map(
      (each, index) =>
        `<output id="o${index + 1}" name="${escape(each.of)}" ${type(each)}>${textOf('outputValues', each.allowed)}${textOf('defaultOutputEntry', each.default)}</output>`,
    ),
  ];
  const body = rules.map((rule, index) => {
    const cells = rule.split(' | ').map((cell, column) => {
      return textOf(column < inputs.length ? 'inputEntry' : 'outputEntry', cell.trim());
    });
    return `<rule id="r${index + 1}">${cells.join('')}</rule>`;
  });
  const aggregated = aggregation ? `aggregation="${aggregation}"` : '';
  return `<decisionTable hitPolicy="${policy}" ${aggregated}>${head.join('')}${body.join('')}</decisionTable>`;
}

export const fileXml = (content: string, namespace = NAMESPACE): string =>
  `<definitions xmlns="${namespace}" id="file" name="文件" namespace="urn:t">${content}</definitions>`;

export const literalXml = (feel: string, attributes = ''): string =>
  textOf('literalExpression', feel, attributes);

/** A file with one decision `d`, a table. */
export const oneTable = (example: TableExample): string =>
  fileXml(`<decision id="d" name="决定">${tableXml(example)}</decision>`);

/** A decision with what it requires, as `#id` of decisions, inputs or functions: `d`, `i`, `f` first. */
export function decisionXml(
  id: string,
  logic: string,
  requires: { decisions?: string[]; inputs?: string[]; functions?: string[] } = {},
  type = '',
): string {
  const information = (tag: string, ids: string[] = []) =>
    ids.map((each) => `<informationRequirement><${tag} href="#${each}"/></informationRequirement>`);
  const functions = (requires.functions ?? []).map(
    (each) => `<knowledgeRequirement><requiredKnowledge href="#${each}"/></knowledgeRequirement>`,
  );
  const variable = type ? `<variable name="${id}" typeRef="${type}"/>` : '';
  return `<decision id="${id}" name="${id}">${variable}${[
    ...information('requiredDecision', requires.decisions),
    ...information('requiredInput', requires.inputs),
    ...functions,
  ].join('')}${logic}</decision>`;
}

export const inputXml = (id: string, name = id, type = ''): string =>
  `<inputData id="${id}" name="${name}"><variable name="${name}" ${type && `typeRef="${type}"`}/></inputData>`;

/** @throws Error with the findings when the file cannot be read */
export async function modelOf(xml: string): Promise<DecisionModel> {
  const { model, findings } = await readDecisions(xml);
  if (!model)
    throw new Error(findings.map(({ rule, message }) => `${rule}: ${message}`).join('\n'));
  return model;
}
