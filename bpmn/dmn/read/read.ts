/** DMN XML → decision model. The only place that knows dmn-moddle. */
import { Findings, hasErrors, type Finding } from '../../compiler/findings.js';
import { child, children, localName, text } from '../../compiler/moddle.js';
import { foreseen } from '../../compiler/unforeseen.js';
import type { DmnNode } from 'dmn-moddle';
import type {
  Decision,
  DecisionModel,
  DecisionService,
  Expression,
  InputData,
  ItemType,
  KnowledgeModel,
  Named,
} from '../model.js';
import { readDocument } from './document.js';
import { readExpression, readFunction } from './expression.js';
import { completeOutputs } from './ranking.js';
import { Reading, type Place } from './reading.js';
import { partsOf, type ImportedModel } from './imports.js';
import { References, refuseCycles, required } from './requirements.js';
import { readItemType, TypeNames } from './type-names.js';

export interface ReadDecisions {
  /** Undefined when a finding is an error. */
  model?: DecisionModel;
  findings: Finding[];
}

/**
 * Reads a file. Never throws for what stands in it: the findings say what is wrong and where.
 * @param others texts of the files it may import from, which may import from each other
 */
export async function readDecisions(
  xml: string,
  others: readonly string[] = [],
): Promise<ReadDecisions> {
  const findings = new Findings();
  const model = await foreseen(findings, async () => {
    const definitions = await readDocument(xml, findings);
    const imports = definitions && (await readImports(definitions, others, findings));
    return imports && readDefinitions(definitions, imports, findings);
  });
  return { ...(!hasErrors(findings.all) && model && { model }), findings: findings.all };
}

/** Files within files within files: deeper than anybody imports. */
const MOST_IMPORTS = 5;

async function readImports(
  definitions: DmnNode,
  others: readonly string[],
  findings: Findings,
  depth = 0,
): Promise<ImportedModel[]> {
  const imports: ImportedModel[] = [];
  for (const node of children(definitions, 'import')) {
    const name = text(node, 'name') ?? '';
    const namespace = text(node, 'namespace') ?? '';
    const file = await fileOf(namespace, others);
    if (!file || depth >= MOST_IMPORTS) {
      findings.error(
        'import-unsupported',
        node.id,
        `引入（import）“${name || namespace}”的文件没有一起给出。请一起导入，或把所引入的决策放进本文件，再删去引入。`,
      );
      continue;
    }
    const inner = await readImports(file, others, findings, depth + 1);
    imports.push({ name, namespace, model: readDefinitions(file, inner, findings, true) });
  }
  return imports;
}

async function fileOf(namespace: string, others: readonly string[]): Promise<DmnNode | undefined> {
  for (const xml of others) {
    const root = xml.includes(namespace) ? await readDocument(xml, new Findings()) : undefined;
    if (root && text(root, 'namespace') === namespace) return root;
  }
  return undefined;
}

function readDefinitions(
  definitions: DmnNode,
  imports: readonly ImportedModel[],
  findings: Findings,
  imported = false,
): DecisionModel {
  const brought = partsOf(imports);
  const itemTypes = children(definitions, 'itemDefinition');
  const types = new TypeNames(
    new Set([...itemTypes.map((node) => text(node, 'name') ?? ''), ...Object.keys(brought.types)]),
  );
  const byNamespace = new Map(imports.map(({ name, namespace }) => [namespace, name]));
  const references = new References(text(definitions, 'namespace'), byNamespace);
  const names = [...namesIn(definitions), ...namesBrought(imports)];
  const reading = new Reading(findings, types, names, references);
  const elements = new Elements(children(definitions, 'drgElement'), brought);
  const inputs = elements.of('InputData').map((node) => readInputData(node, reading));
  const decisions = elements.of('Decision').map((node) => readDecision(node, elements, reading));
  const knowledge = elements
    .of('BusinessKnowledgeModel')
    .map((node) => readKnowledge(node, elements, reading));
  const services = elements
    .of('DecisionService')
    .map((node) => readService(node, elements, reading));
  const name = text(definitions, 'name');
  const model: DecisionModel = {
    format: 1,
    id: definitions.id ?? '',
    ...(name && { name }),
    types: {
      ...brought.types,
      ...Object.fromEntries(
        itemTypes.map((node) => [text(node, 'name') ?? '', readItemType(node, reading)]),
      ),
    },
    inputs: { ...brought.inputs, ...byId(inputs) },
    decisions: { ...brought.decisions, ...byId(decisions) },
    knowledge: { ...brought.knowledge, ...byId(knowledge) },
    ...(services.length + Object.keys(brought.services).length > 0 && {
      services: { ...brought.services, ...byId(services) },
    }),
  };
  if (decisions.length === 0 && !imported) {
    findings.error('decision-missing', undefined, '文件里没有决策。请至少添加一个决策。');
  }
  refuseSameNames([...inputs, ...decisions, ...knowledge, ...services], reading);
  refuseCycles(model, reading);
  completeOutputs(model, reading);
  return model;
}

/** Elements of the requirements graph by kind. */
class Elements {
  constructor(
    private readonly all: DmnNode[],
    private readonly brought: ReturnType<typeof partsOf>,
  ) {}

  of(kind: string): DmnNode[] {
    return this.all.filter(({ $type }) => localName($type) === kind);
  }

  ids(kind: string): Set<string> {
    const own = this.of(kind).map(idOf);
    return new Set([...own, ...Object.keys(this.imported(kind))]);
  }

  private imported(kind: string): Record<string, unknown> {
    const { inputs, decisions, knowledge, services } = this.brought;
    switch (kind) {
      case 'InputData':
        return inputs;
      case 'Decision':
        return decisions;
      case 'BusinessKnowledgeModel':
        return knowledge;
      default:
        return services;
    }
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

/** Names that imported files give, and the imports' own. */
const namesBrought = (imports: readonly ImportedModel[]): string[] =>
  imports.flatMap(({ name, model }) => [
    name,
    ...[model.inputs, model.decisions, model.knowledge, model.services ?? {}].flatMap((all) =>
      Object.values(all).map((each) => each.name),
    ),
    ...componentNames(Object.values(model.types)),
  ]);

const componentNames = (types: readonly ItemType[]): string[] =>
  types.flatMap(({ components = {} }) => [
    ...Object.keys(components),
    ...componentNames(Object.values(components)),
  ]);

const byId = <Each extends { id: string }>(all: readonly Each[]): Record<string, Each> =>
  Object.fromEntries(all.map((each) => [each.id, each]));

/** Ids may be left out; nothing but its name then tells a part from the others. */
const idOf = (node: DmnNode): string => node.id ?? text(node, 'name') ?? '';

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

function readInputData(node: DmnNode, reading: Reading): InputData {
  return identified('输入数据', node, reading).base;
}

function readDecision(node: DmnNode, elements: Elements, reading: Reading): Decision {
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

function readService(node: DmnNode, elements: Elements, reading: Reading): DecisionService {
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
