/** DMN XML → decision model. */
import { Findings, hasErrors, type Finding } from '../../compiler/findings.js';
import { children, text } from '../../compiler/moddle.js';
import { foreseen } from '../../compiler/unforeseen.js';
import type { DmnNode } from 'dmn-moddle';
import type { DecisionModel } from '../model.js';
import { keptCases, type KeptCase } from '../kept-tests.js';
import { readDocument } from './document.js';
import { readDecision, readInputData, readKnowledge, readService } from './drg-elements.js';
import { Elements } from './elements.js';
import { partsOf, type ImportedModel } from './imports.js';
import { namesBrought, namesIn } from './names.js';
import { completeOutputs } from './ranking.js';
import { Reading } from './reading.js';
import { References, refuseCycles } from './requirements.js';
import { readItemType, TypeNames } from './type-names.js';

export interface ReadDecisions {
  /** Undefined when a finding is an error. */
  model?: DecisionModel;
  findings: Finding[];
  /** Tests that stand in the file. */
  tests: KeptCase[];
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
  const tests: KeptCase[] = [];
  const model = await foreseen(findings, async () => {
    const definitions = await readDocument(xml, findings);
    if (definitions) tests.push(...keptCases(definitions));
    const imports = definitions && (await readImports(definitions, others, findings));
    return imports && readDefinitions(definitions, imports, findings);
  });
  return { ...(!hasErrors(findings.all) && model && { model }), findings: findings.all, tests };
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

const byId = <Each extends { id: string }>(all: readonly Each[]): Record<string, Each> =>
  Object.fromEntries(all.map((each) => [each.id, each]));

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
