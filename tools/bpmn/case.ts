/** One diagram against one script, on the pure engine or where it is told. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import {
  compile,
  freezeDecisions,
  link,
  LinkError,
  hasErrors,
  type Finding,
} from '../../bpmn/compiler/index.js';
import { readDecisions, type DecisionModel } from '../../bpmn/dmn/index.js';
import {
  checkedScript,
  runScript,
  ScriptUnusable,
  type Script,
  type ScriptHost,
  type Verdict,
} from '../../bpmn/conformance/index.js';
import type { ProcessModel } from '../../bpmn/model/process.js';
import { signalStartsOf } from '../../bpmn/model/starts.js';

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
  const name = basename(scriptPath, '.json');
  try {
    const {
      script,
      models: [model, ...pools],
    } = await readCase(diagramPath, scriptPath);
    return {
      result: { case: name, ...(await runScript(model, script, pools, host)) },
      usable: true,
    };
  } catch (error) {
    const usual = [Unusable, ScriptUnusable, LinkError].some((kind) => error instanceof kind);
    const text =
      error instanceof Error ? (usual ? error.message : String(error.stack)) : String(error);
    return { result: { case: name, ok: false, error: text }, usable: !usual };
  }
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
  const decisions = await decisionsBeside(diagramPath);
  const linked = (model: ProcessModel) =>
    freezeDecisions(
      link(model, (id) => known.get(id)),
      (decision) => decisions.find((file) => Object.hasOwn(file.decisions, decision)),
    );
  return [linked(main), ...partners.map(linked)];
}

/** The DMN files in the diagram's folder: one bears the diagram's name, or they are looked through. */
async function decisionsBeside(diagramPath: string): Promise<DecisionModel[]> {
  const folder = dirname(diagramPath);
  const files = (await readdir(folder)).filter((file) => file.endsWith('.dmn')).sort();
  const models = await Promise.all(
    files.map(async (file) => (await readDecisions(await readText(join(folder, file)))).model),
  );
  return models.filter((model) => model !== undefined);
}

/**
 * Processes of the file that a signal opens, where only another was asked for; no mistake in them
 * keeps the one that was asked for from running.
 */
async function openedBySignal(path: string, asked: string | undefined): Promise<ProcessModel[]> {
  if (asked === undefined) return [];
  const { models, findings } = await compile(await readText(path), {});
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
  const { models, findings } = await compile(await readText(path), { process });
  if (hasErrors(findings))
    throw new Unusable(`${basename(path)} 不能导入：${findings.map(inWords).join(' ')}`);
  return models;
}

const inWords = ({ rule, element, message }: Finding): string =>
  `[${rule}${element === undefined ? '' : ` ${element}`}] ${message}`;

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new Unusable(
      `无法读取 ${path}：${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
