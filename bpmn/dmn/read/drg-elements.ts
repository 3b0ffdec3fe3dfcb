/** Input data, decisions, business knowledge models and decision services, each read by itself. */
import { child, children, text } from '../../compiler/moddle.js';
import type { DmnNode } from 'dmn-moddle';
import type {
  Decision,
  DecisionService,
  Expression,
  InputData,
  KnowledgeModel,
  Named,
} from '../model.js';
import { idOf, type Elements } from './elements.js';
import { readExpression, readFunction } from './expression.js';
import type { Place, Reading } from './reading.js';
import { required } from './requirements.js';

const titled = (kind: string, node: DmnNode): Place => ({
  element: node.id,
  called: `${kind}“${text(node, 'name') ?? node.id ?? ''}”`,
});

function identified(kind: string, node: DmnNode, reading: Reading) {
  const place = titled(kind, node);
  const variable = child(node, 'variable');
  const called = variable && text(variable, 'name');
  const name = text(node, 'name') ?? called ?? node.id ?? '';
  if (!name) reading.error('id-missing', place, '没有编号（id）。请给它一个编号。');
  const type = reading.types.of(variable, place, reading);
  const base: Named = {
    id: idOf(node),
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

export function readInputData(node: DmnNode, reading: Reading): InputData {
  return identified('输入数据', node, reading).base;
}

export function readDecision(node: DmnNode, elements: Elements, reading: Reading): Decision {
  const { place, base } = identified('决策', node, reading);
  const information = (property: string, kind: string) =>
    required(node, 'informationRequirement', property, elements.ids(kind), place, reading);
  const logic = readLogic(node, place, reading);
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

/** A decision without logic is made by somebody else; here it is null. */
function readLogic(node: DmnNode, place: Place, reading: Reading): Expression {
  const logic = child(node, 'decisionLogic');
  if (logic) return readExpression(logic, place, reading);
  reading.findings.warning(
    'expression-missing',
    place.element,
    `${place.called}没有表达式，结果总是空值。请填写决策表、FEEL 表达式或上下文。`,
  );
  return { kind: 'literal', feel: 'null' };
}

export function readKnowledge(node: DmnNode, elements: Elements, reading: Reading): KnowledgeModel {
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

export function readService(node: DmnNode, elements: Elements, reading: Reading): DecisionService {
  const { place, base } = identified('决策服务', node, reading);
  const referenced = (property: string, kind: string): string[] =>
    children(node, property).flatMap((reference) => {
      const href = text(reference, 'href') ?? '';
      const id = reading.references.idOf(href);
      if (id !== undefined && elements.ids(kind).has(id)) return [id];
      reading.error('reference-unresolved', place, `引用的“${href}”不存在。请连到已有的元素。`);
      return [];
    });
  const outputs = referenced('outputDecision', 'Decision');
  if (outputs.length === 0) {
    reading.error('output-missing', place, '没有输出的决策（outputDecision）。请至少添加一个。');
  }
  return {
    ...base,
    outputs,
    inputs: referenced('inputData', 'InputData'),
    inputDecisions: referenced('inputDecision', 'Decision'),
  };
}

function readRequiredKnowledge(
  node: DmnNode,
  elements: Elements,
  place: Place,
  reading: Reading,
): string[] {
  const known = new Set([
    ...elements.ids('BusinessKnowledgeModel'),
    ...elements.ids('DecisionService'),
  ]);
  return required(node, 'knowledgeRequirement', 'requiredKnowledge', known, place, reading);
}
