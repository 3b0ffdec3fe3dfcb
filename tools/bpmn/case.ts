/** One diagram against one script, on the pure engine or where it is told. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import {
  callsIn,
  compile,
  examine,
  freezeDecisions,
  keptTests,
  link,
  LinkError,
  hasErrors,
  type Finding,
} from '../../bpmn/compiler/index.js';
import { readDecisions, type DecisionModel } from '../../bpmn/dmn/index.js';
import {
  checkedScript,
  runKept,
  runScript,
  ScriptUnusable,
  type Script,
  type ScriptHost,
  type Verdict,
} from '../../bpmn/conformance/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { signalStartsOf } from '../../bpmn/model/starts.js';
import { decodeXml } from '../../bpmn/xml/index.js';
import { sentenceOf } from '../command-line/refusal.mjs';

/** What is printed, one JSON line for each script. */
export type CaseResult = { case: string } & Verdict;

export interface CaseOutcome {
  result: CaseResult;
  /** False when the file or the script cannot be used at all. */
  usable: boolean;
}

/** The diagram or the script cannot be used; the message says why. */
class Unusable extends Error {
  override name = 'Unusable';
}

/** Runs a script. Never throws for what stands in the files: the result says what is wrong. */
export async function runCase(
  diagramPath: string,
  scriptPath: string,
  host?: ScriptHost,
): Promise<CaseOutcome> {
  return outcomeOf(basename(scriptPath, '.json'), async () => {
    const {
      script,
      models: [model, ...pools],
    } = await readCase(diagramPath, scriptPath);
    return runScript(model, script, pools, host);
  });
}

/**
 * Runs the tests that stand in a diagram's own file; empty where there are none.
 * @throws Unusable when the diagram itself cannot be used
 */
export async function runKeptCases(diagramPath: string, host?: ScriptHost): Promise<CaseOutcome[]> {
  const { models, findings, definitions } = await examine(await readXml(diagramPath));
  const tests = definitions ? keptTests(definitions) : [];
  if (tests.length === 0) return [];
  if (hasErrors(findings))
    throw new Unusable(`${basename(diagramPath)} 不能导入：${findings.map(inWords).join(' ')}`);
  const known = new Map(models.map((model) => [model.id, model]));
  await addBeside(known, diagramPath);
  const name = basename(diagramPath, extname(diagramPath));
  const linked = await linkedTo(known, diagramPath);
  const outcomes: CaseOutcome[] = [];
  for (const test of tests)
    outcomes.push(
      await outcomeOf(`${name}: ${test.name}`, () => runKept(models.map(linked), test, host)),
    );
  return outcomes;
}

async function outcomeOf(name: string, run: () => Promise<Verdict>): Promise<CaseOutcome> {
  try {
    return { result: { case: name, ...(await run()) }, usable: true };
  } catch (error) {
    const usual = [Unusable, ScriptUnusable, LinkError].some((kind) => error instanceof kind);
    const text = usual && error instanceof Error ? error.message : sentenceOf(error);
    return { result: { case: name, ok: false, error: text }, usable: !usual };
  }
}

/** Called processes, each of the file beside the diagram that bears its name. */
async function addBeside(known: Map<string, ProcessModel>, diagramPath: string): Promise<void> {
  const folder = dirname(diagramPath);
  const files = new Set(await readdir(folder));
  const waiting = [...known.values()];
  // The list grows while it is walked.
  for (const { body } of waiting)
    for (const { calledElement } of callsIn(body)) {
      const file = `${calledElement}.bpmn`;
      if (known.has(calledElement) || !files.has(file)) continue;
      const models = await modelsIn(join(folder, file), calledElement);
      const found = models.find(({ id }) => id === calledElement);
      if (!found) continue;
      known.set(calledElement, found);
      waiting.push(found);
    }
}

/** Joins a process with what it calls, of those known, and with the decisions beside its diagram. */
async function linkedTo(
  known: ReadonlyMap<string, ProcessModel>,
  diagramPath: string,
): Promise<(model: ProcessModel) => ProcessModel> {
  const decisions = await decisionsBeside(diagramPath);
  return (model) =>
    freezeDecisions(
      link(model, (id) => known.get(id)),
      (decision) => decisions.find((file) => Object.hasOwn(file.decisions, decision)),
    );
}

/** A script with the process it starts and the other pools, ready to be played. @throws Unusable */
export async function readCase(
  diagramPath: string,
  scriptPath: string,
): Promise<{ script: Script; models: [ProcessModel, ...ProcessModel[]] }> {
  const script = await readScript(scriptPath);
  return { script, models: await modelsFor(diagramPath, scriptPath, script) };
}

async function readScript(path: string): Promise<Script> {
  const text = await readText(path);
  let read: unknown;
  try {
    read = JSON.parse(text);
  } catch (error) {
    throw new Unusable(`${basename(path)} 不是有效的 JSON：${String(error)}`);
  }
  return checkedScript(read);
}

/**
 * The process to start and the other pools it may send something to, each joined with those it
 * calls: of the same file, or of those the script names.
 */
async function modelsFor(
  diagramPath: string,
  scriptPath: string,
  script: Script,
): Promise<[ProcessModel, ...ProcessModel[]]> {
  const [main, ...others] = await modelsIn(diagramPath, script.process);
  if (!main) throw new Unusable(`${basename(diagramPath)} 中没有可执行的流程`);
  const known = new Map(others.map((model) => [model.id, model]));
  for (const [id, file] of Object.entries(script.called ?? {}))
    for (const model of await modelsIn(join(dirname(scriptPath), file), id))
      if (model.id === id || !known.has(model.id)) known.set(model.id, model);
  for (const model of await openedBySignal(diagramPath, script.process))
    if (model.id !== main.id && !known.has(model.id)) known.set(model.id, model);
  const partners = partnersOf(main, known);
  const linked = await linkedTo(known, diagramPath);
  return [linked(main), ...partners.map(linked)];
}

/** The DMN files in the diagram's folder: first the one that bears its name, then the others by theirs. */
async function decisionsBeside(diagramPath: string): Promise<DecisionModel[]> {
  const folder = dirname(diagramPath);
  const own = `${basename(diagramPath, extname(diagramPath))}.dmn`;
  const files = (await readdir(folder)).filter((file) => file.endsWith('.dmn')).sort();
  const ranked = [...files.filter((file) => file === own), ...files.filter((file) => file !== own)];
  const models = await Promise.all(
    ranked.map((file) => decisionsIn(join(folder, file), file === own)),
  );
  return models.filter((model) => model !== undefined);
}

/** Undefined for a file that cannot be used, unless it is the diagram's own. @throws Unusable */
async function decisionsIn(path: string, own: boolean): Promise<DecisionModel | undefined> {
  try {
    const { model, findings } = await readDecisions(await readXml(path));
    if (!model)
      throw new Unusable(`${basename(path)} 不能导入：${findings.map(inWords).join(' ')}`);
    return model;
  } catch (error) {
    if (own || !(error instanceof Unusable)) throw error;
    return undefined;
  }
}

/**
 * Processes of the file that a signal opens, where only another was asked for; no mistake in them
 * keeps the one that was asked for from running.
 */
async function openedBySignal(path: string, asked: string | undefined): Promise<ProcessModel[]> {
  if (asked === undefined) return [];
  const { models, findings } = await compile(await readXml(path), {});
  return hasErrors(findings) ? [] : models.filter((model) => signalStartsOf(model).length > 0);
}

/** Pools that message flows lead to, directly or through another, and those that a signal opens. */
function partnersOf(main: ProcessModel, known: ReadonlyMap<string, ProcessModel>): ProcessModel[] {
  const opened = [...known.values()].filter((model) => signalStartsOf(model).length > 0);
  const found = [main, ...opened];
  // The list grows while it is walked.
  for (const { messageFlows = {} } of found)
    for (const { process } of Object.values(messageFlows)) {
      const pool = known.get(process);
      if (pool && !found.includes(pool)) found.push(pool);
    }
  return found.slice(1);
}

async function modelsIn(path: string, process: string | undefined): Promise<ProcessModel[]> {
  const { models, findings } = await compile(await readXml(path), { process });
  if (hasErrors(findings))
    throw new Unusable(`${basename(path)} 不能导入：${findings.map(inWords).join(' ')}`);
  return models;
}

const inWords = ({ rule, element, message }: Finding): string =>
  `[${rule}${element === undefined ? '' : ` ${element}`}] ${message}`;

/** A file of ours, which is UTF-8. */
const readText = async (path: string): Promise<string> =>
  new TextDecoder().decode(await readBytes(path));

/** A diagram or a decision, in whatever encoding it says. */
export async function readXml(path: string): Promise<string> {
  const decoded = decodeXml(await readBytes(path));
  if ('text' in decoded) return decoded.text;
  throw new Unusable(
    `${basename(path)} 不能导入：[${decoded.refusal.rule}] ${decoded.refusal.message}`,
  );
}

async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw new Unusable(
      `无法读取 ${path}：${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
