/** DMN XML → decision model. The only place that knows dmn-moddle. */
import { Findings, hasErrors, type Finding } from '../../compiler/findings.js';
import { child, children, localName, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type { Decision, DecisionModel, InputData, KnowledgeModel, Named } from '../model.js';
import { readDocument } from './document.js';
import { readExpression, readFunction } from './expression.js';
import { completeOutputs } from './ranking.js';
import { Reading, type Place } from './reading.js';
import { refuseCycles, required } from './requirements.js';
import { readItemType, TypeNames } from './type-names.js';

export interface ReadDecisions {
  /** Undefined when a finding is an error. */
  model?: DecisionModel;
  findings: Finding[];
}

/** Reads a file. Never throws for what stands in it: the findings say what is wrong and where. */
export async function readDecisions(xml: string): Promise<ReadDecisions> {
  const findings = new Findings();
  const definitions = await readDocument(xml, findings);
  if (!definitions) return { findings: findings.all };
  const model = readDefinitions(definitions, findings);
  return { ...(!hasErrors(findings.all) && { model }), findings: findings.all };
}

function readDefinitions(definitions: DmnNode, findings: Findings): DecisionModel {
  const itemTypes = children(definitions, 'itemDefinition');
  const types = new TypeNames(new Set(itemTypes.map((node) => text(node, 'name') ?? '')));
  const reading = new Reading(findings, types, [...namesIn(definitions)]);
  const elements = new Elements(children(definitions, 'drgElement'));
  refuseForeign(definitions, elements, reading);
  const inputs = elements.of('InputData').map((node) => readInputData(node, reading));
  const decisions = elements.of('Decision').map((node) => readDecision(node, elements, reading));
  const knowledge = elements
    .of('BusinessKnowledgeModel')
    .map((node) => readKnowledge(node, elements, reading));
  const name = text(definitions, 'name');
  const model: DecisionModel = {
    format: 1,
    id: definitions.id ?? '',
    ...(name && { name }),
    types: Object.fromEntries(
      itemTypes.map((node) => [text(node, 'name') ?? '', readItemType(node, reading)]),
    ),
    inputs: Object.fromEntries(inputs.map((each) => [each.id, each])),
    decisions: Object.fromEntries(decisions.map((each) => [each.id, each])),
    knowledge: Object.fromEntries(knowledge.map((each) => [each.id, each])),
  };
  if (decisions.length === 0) {
    findings.error('decision-missing', undefined, '文件里没有决策。请至少添加一个决策。');
  }
  refuseSameNames([...inputs, ...decisions, ...knowledge], reading);
  refuseCycles(model, reading);
  completeOutputs(model, reading);
  return model;
}

/** Elements of the requirements graph by kind. */
class Elements {
  constructor(private readonly all: DmnNode[]) {}

  of(kind: string): DmnNode[] {
    return this.all.filter(({ $type }) => localName($type) === kind);
  }

  ids(kind: string): Set<string> {
    return new Set(this.of(kind).map(({ id }) => id ?? ''));
  }
}

/** FEEL reads a name with spaces only if it knows it: all that the file gives. */
function namesIn(node: DmnNode, names = new Set<string>()): Set<string> {
  const name = text(node, 'name');
  if (name) names.add(name);
  for (const property of CONTAINERS) {
    const content = node.get(property);
    for (const each of Array.isArray(content) ? content : [content])
      if (isNode(each) && each.$parent === node) namesIn(each, names);
  }
  return names;
}

const isNode = (value: unknown): value is DmnNode =>
  typeof value === 'object' && value !== null && '$type' in value && 'get' in value;

/** Where names stand, inside one another. */
const CONTAINERS = [
  'itemDefinition',
  'itemComponent',
  'drgElement',
  'variable',
  'decisionLogic',
  'encapsulatedLogic',
  'formalParameter',
  'body',
  'contextEntry',
  'value',
  'elements',
  'column',
  'output',
  'binding',
  'parameter',
  'bindingFormula',
];

function refuseForeign(definitions: DmnNode, elements: Elements, reading: Reading): void {
  for (const node of children(definitions, 'import')) {
    const called = `引入（import）“${text(node, 'name') ?? text(node, 'namespace') ?? ''}”`;
    reading.error(
      'import-unsupported',
      { element: node.id, called },
      '不能执行。请把所引入的决策放进本文件，再删去引入。',
    );
  }
  for (const node of elements.of('DecisionService')) {
    reading.findings.warning(
      'decision-service',
      node.id,
      `决策服务“${text(node, 'name') ?? ''}”不单独执行；请直接调用其中的决策。`,
    );
  }
}

const titled = (kind: string, node: DmnNode): Place => ({
  element: node.id,
  called: `${kind}“${text(node, 'name') ?? node.id ?? ''}”`,
});

function identified(kind: string, node: DmnNode, reading: Reading) {
  const place = titled(kind, node);
  if (!node.id) reading.error('id-missing', place, '没有编号（id）。请给它一个编号。');
  const variable = child(node, 'variable');
  const called = variable && text(variable, 'name');
  const name = text(node, 'name') ?? called ?? node.id ?? '';
  const type = reading.types.of(variable, place, reading);
  const base: Named = {
    id: node.id ?? '',
    name,
    ...aliased([called], name),
    ...(type && { type }),
  };
  return { place, base };
}

/** Names beside the first, each once. */
function aliased(names: readonly (string | undefined)[], name: string): Pick<Named, 'aliases'> {
  const others = names.filter((each): each is string => each !== undefined && each !== name);
  return others.length > 0 ? { aliases: [...new Set(others)] } : {};
}

function readInputData(node: DmnNode, reading: Reading): InputData {
  return identified('输入数据', node, reading).base;
}

function readDecision(node: DmnNode, elements: Elements, reading: Reading): Decision {
  const { place, base } = identified('决策', node, reading);
  const information = (property: string, kind: string) =>
    required(node, 'informationRequirement', property, elements.ids(kind), place, reading);
  const logic = readExpression(child(node, 'decisionLogic'), place, reading);
  const outputs = logic.kind === 'table' ? logic.outputs.map((output) => output.name) : [];
  return {
    ...base,
    ...aliased([...(base.aliases ?? []), ...outputs.filter((each) => each !== '')], base.name),
    inputs: information('requiredInput', 'InputData'),
    decisions: information('requiredDecision', 'Decision'),
    knowledge: readRequiredKnowledge(node, elements, place, reading),
    logic,
  };
}

function readKnowledge(node: DmnNode, elements: Elements, reading: Reading): KnowledgeModel {
  const { place, base } = identified('业务知识模型', node, reading);
  const logic = child(node, 'encapsulatedLogic');
  if (!logic) reading.error('expression-missing', place, '没有函数。请填写它的参数和表达式。');
  return {
    ...base,
    knowledge: readRequiredKnowledge(node, elements, place, reading),
    logic: logic
      ? readFunction(logic, place, reading)
      : { kind: 'function', parameters: [], body: { kind: 'literal', feel: 'null' } },
  };
}

function readRequiredKnowledge(
  node: DmnNode,
  elements: Elements,
  place: Place,
  reading: Reading,
): string[] {
  const services = elements.ids('DecisionService');
  const known = new Set([...elements.ids('BusinessKnowledgeModel'), ...services]);
  for (const each of children(node, 'knowledgeRequirement')) {
    const href = child(each, 'requiredKnowledge')?.get('href');
    if (typeof href !== 'string' || !services.has(href.slice(1))) continue;
    reading.error(
      'decision-service-called',
      place,
      '调用了决策服务，平台不执行决策服务。请改为直接连接其中的决策，或改写为业务知识模型。',
    );
  }
  return required(node, 'knowledgeRequirement', 'requiredKnowledge', known, place, reading);
}

/** FEEL could not tell them apart. */
function refuseSameNames(all: { id: string; name: string }[], reading: Reading): void {
  const seen = new Map<string, string>();
  for (const { id, name } of all) {
    const other = seen.get(name);
    if (other !== undefined) {
      reading.error(
        'name-duplicate',
        { element: id, called: `“${name}”` },
        `与元素 ${other} 同名，表达式无法区分。请改名。`,
      );
    }
    seen.set(name, id);
  }
}
