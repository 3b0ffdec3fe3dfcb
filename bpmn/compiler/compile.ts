/** XML → executable processes. */
import type { ProcessModel } from '../model/process.js';
import { Lanes } from './assignment.js';
import { ForeignReader, type Attributes } from './attributes.js';
import { MessageFlows } from './collaboration.js';
import type { Compiling } from './context.js';
import { Correlations } from './correlation.js';
import { readAttributes } from './dialects/index.js';
import { ExpressionReader } from './expressions.js';
import { Findings, type Finding } from './findings.js';
import { children, is, text, type BpmnNode } from './moddle.js';
import { readDocument, type Document } from './read.js';
import { compileScope } from './scope.js';
import { selectProcesses } from './selection.js';
import { foreseen } from './unforeseen.js';

export interface Compiled {
  /**
   * The processes that run, not yet linked. The first is the one to start where nothing else is
   * said: the one asked for, else the only executable one, else the first of the file.
   * Empty when a finding is an error.
   */
  models: ProcessModel[];
  findings: Finding[];
}

export interface CompileOptions {
  /** Id of the one process to compile (with those of the file that it calls). */
  process?: string;
}

/** Compiles a file. Never throws for what stands in it: the findings say what is wrong and where. */
export async function compile(xml: string, options: CompileOptions = {}): Promise<Compiled> {
  const { models, findings } = await examine(xml, options);
  return { models, findings };
}

/** The same with bpmn-moddle's tree, for rules that look at the drawing. */
export async function examine(
  xml: string,
  options: CompileOptions = {},
): Promise<Compiled & Partial<Pick<Document, 'definitions' | 'elementsById'>>> {
  const findings = new Findings();
  const document = await readDocument(xml, findings);
  if (!document) return { models: [], findings: findings.all };
  const compiled = await foreseen(findings, () => compileDocument(document, options, findings));
  if (!compiled) return { models: [], findings: findings.all };
  const { definitions, elementsById } = document;
  return { ...compiled, definitions, elementsById };
}

function compileDocument(
  document: Document,
  { process }: CompileOptions,
  findings: Findings,
): Compiled {
  const compiling = prepare(document, findings);
  const selected = selectProcesses(document.definitions, process, compiling);
  const running = new Set(selected);
  const models = selected.map((node): ProcessModel => {
    const name = text(node, 'name');
    const messageFlows = compiling.flows.from(node, running);
    return {
      format: 1,
      id: node.id ?? '',
      ...(name && { name }),
      body: compiling.scope(node),
      called: {},
      ...(Object.keys(messageFlows).length > 0 && { messageFlows }),
    };
  });
  const failed = findings.all.some(({ severity }) => severity === 'error');
  return { models: failed ? [] : models, findings: findings.all };
}

function prepare(document: Document, findings: Findings): Compiling {
  const foreign = new ForeignReader(document.prefixes);
  const known = new Map<BpmnNode, Attributes>();
  const attributes = (node: BpmnNode): Attributes => {
    const read = known.get(node) ?? readAttributes(node, foreign);
    known.set(node, read);
    return read;
  };
  const lanes = new Lanes(attributes, findings);
  const globalTasks = new Set<string>();
  for (const root of children(document.definitions, 'rootElements')) {
    if (is(root, 'Process')) enterLanes(root, lanes);
    if (is(root, 'GlobalTask') && root.id !== undefined) globalTasks.add(root.id);
  }
  const compiling: Compiling = {
    findings,
    expressions: new ExpressionReader(findings, text(document.definitions, 'expressionLanguage')),
    attributes,
    assignment: (node) => lanes.assignment(node),
    dangling: (node, property) => document.danglingRefs.get(node)?.[property],
    scope: (container) => compileScope(container, compiling),
    flows: new MessageFlows(document.definitions),
    correlations: new Correlations(document.definitions),
    globalTasks,
  };
  return compiling;
}

function enterLanes(container: BpmnNode, lanes: Lanes): void {
  lanes.enter(container);
  for (const node of children(container, 'flowElements'))
    if (is(node, 'SubProcess')) enterLanes(node, lanes);
}
