/** The kit's test cases, run one by one against our reading and making of decisions. */
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import {
  evaluateDecision,
  evaluateService,
  readDecisions,
  type DecisionModel,
  type DecisionResult,
} from '../../bpmn/dmn/index.js';
import { plain, type PlainValue } from '../../bpmn/feel/index.js';
import { readCases, type ExpectedResult, type TestCase } from './cases.js';
import { equals } from './equal.js';

export interface Outcome {
  /** Folder, file, case and result, such as `0068-feel-equality/…-01.xml 001 number_001`. */
  name: string;
  passed: boolean;
  /** What differs, for people. */
  difference?: string;
}

/** An instant that no test depends on. */
const AT = Date.parse('2026-03-02T12:00:00Z');

/** All results of all test files under a folder, in the order of their names. */
export async function runKit(folder: string): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const file of await testFiles(folder)) {
    const name = file.slice(folder.length).replace(/^\//, '');
    outcomes.push(...(await runFile(file, name)));
  }
  return outcomes;
}

async function testFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true });
  return entries
    .filter((entry) => /compliance-level-[23]\/.*-test-.*\.xml$/.test(join(folder, entry)))
    .sort()
    .map((entry) => join(folder, entry));
}

async function runFile(file: string, name: string): Promise<Outcome[]> {
  const { model: modelName, cases } = readCases(await readFile(file, 'utf8'));
  const beside = dirname(file);
  const models = (await readdir(beside)).filter((each) => each.endsWith('.dmn'));
  const text = (each: string) => readFile(join(beside, each), 'utf8');
  const others = await Promise.all(models.filter((each) => each !== modelName).map(text));
  const { model, findings } = await readDecisions(await text(modelName), others);
  return cases.flatMap((testCase) =>
    testCase.results.map((result): Outcome => {
      const called = `${name} ${testCase.id} ${result.name}`;
      if (model) return judge(called, result, made(model, testCase, result));
      const refusal = findings
        .filter(({ severity }) => severity === 'error')
        .map(({ message }) => message);
      return { name: called, passed: false, difference: `refused: ${refusal.join('；')}` };
    }),
  );
}

function made(
  model: DecisionModel,
  { service, inputs }: TestCase,
  { name }: ExpectedResult,
): DecisionResult {
  if (service !== undefined) {
    const found = Object.values(model.services ?? {}).find((each) => each.name === service);
    const result = evaluateService(model, found?.id ?? service, inputs, AT, { traced: true });
    return found && found.outputs.length > 1 ? entryOf(result, name) : result;
  }
  const found = Object.values(model.decisions).find((each) => each.name === name && !each.within);
  return evaluateDecision(model, found?.id ?? name, inputs, AT, { traced: true });
}

/** Of a service that gives several decisions, one. */
function entryOf(result: DecisionResult, name: string): DecisionResult {
  if (!result.ok) return result;
  return { ...result, value: (result.value as Record<string, PlainValue>)[name] ?? null };
}

/** Where the kit expects an error its result is null; a decision of ours that fails has none. */
function judge(name: string, { expected }: ExpectedResult, result: DecisionResult): Outcome {
  const wanted: PlainValue = plain(expected);
  const got: PlainValue = result.ok ? result.value : null;
  if (equals(got, wanted)) return { name, passed: true };
  const why = result.ok
    ? result.trace.flatMap(({ warnings }) => warnings).join('；')
    : result.failure.message;
  return {
    name,
    passed: false,
    difference: `expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}${why && ` (${why})`}`,
  };
}
