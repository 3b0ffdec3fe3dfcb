/** What takes the longer the larger a diagram or a decision is. Plain data in, plain data out. */
import {
  compile,
  keptTests,
  type Compiled,
  type Finding,
  type KeptTest,
} from '../../../bpmn/compiler/index.js';
import { keptFindings } from '../../../bpmn/conformance/index.js';
import {
  caseFindings,
  evaluateDecision,
  lintDecisions,
  lintModel,
  readDecisions,
  type DecisionModel,
  type DecisionResult,
  type KeptCase,
} from '../../../bpmn/dmn/index.js';
import { drawable } from '../../../bpmn/layout/index.js';
import { lintFile } from '../../../bpmn/lint/index.js';
import type { ProcessModel } from '../../../bpmn/model/process.js';
import { assignmentsOf, type Assigned } from './assignments.js';
import { processesIn } from './processes-in.js';

/** A diagram as compiler and lint see it. */
export interface LookedThrough {
  models: ProcessModel[];
  findings: Finding[];
  /** What the tasks' assignments always come to. */
  assigned: Assigned[];
  /** Tests that stand in the file. */
  tests: KeptTest[];
}

async function lookThrough(xml: string): Promise<LookedThrough> {
  const { models, findings, definitions } = await lintFile(xml);
  const tests = definitions ? keptTests(definitions) : [];
  return { models, findings, assigned: assignmentsOf(models), tests };
}

/** The same of one process of a file, compiled with all it calls and sends to there. */
async function compileProcess(
  xml: string,
  process: string,
): Promise<Compiled & { linted: Finding[]; assigned: Assigned[]; tests: KeptTest[] }> {
  const compiled = await compile(xml, { process });
  const linted = compiled.models.length > 0 ? await lintFile(xml) : undefined;
  const tests = linted?.definitions ? keptTests(linted.definitions) : [];
  return {
    ...compiled,
    linted: linted?.findings ?? [],
    assigned: assignmentsOf(compiled.models),
    tests: tests.filter((test) => test.process === process),
  };
}

/** A file as it comes from another tool, drawn where it has no diagram. */
async function importFile(xml: string): Promise<
  LookedThrough & {
    processes: { id: string; name: string }[];
    drawn: { xml: string; laidOut: boolean };
  }
> {
  const { definitions, models, findings } = await lintFile(xml);
  return {
    models,
    findings,
    assigned: assignmentsOf(models),
    tests: definitions ? keptTests(definitions) : [],
    processes: processesIn(definitions, models),
    drawn: await drawable(xml),
  };
}

/** Reading and lint of a DMN file, and its tests; no model where it cannot be read. */
async function readDecisionFile(
  xml: string,
): Promise<{ model: DecisionModel | undefined; findings: Finding[]; tests: KeptCase[] }> {
  const { model, findings, tests } = await readDecisions(xml);
  const found = model ? [...lintModel(model), ...caseFindings(model, tests)] : [];
  return { model, findings: [...findings, ...found], tests };
}

/** @param now ms */
async function tryOut(
  source: { xml: string } | { model: DecisionModel },
  decision: string,
  variables: Record<string, unknown>,
  now: number,
): Promise<{ result: DecisionResult } | { unreadable: Finding[] }> {
  if ('model' in source)
    return { result: evaluateDecision(source.model, decision, variables, now, { traced: true }) };
  const { model, findings } = await readDecisions(source.xml);
  if (!model) return { unreadable: findings.filter(({ severity }) => severity === 'error') };
  return { result: evaluateDecision(model, decision, variables, now, { traced: true }) };
}

export const definitionTasks = {
  lookThrough,
  compileProcess,
  importFile,
  keptFindings,
  lintDecisions,
  readDecisionFile,
  tryOut,
};

export type DefinitionTasks = typeof definitionTasks;
