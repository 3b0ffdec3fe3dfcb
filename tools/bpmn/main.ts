/**
 * `npm run --silent bpmn -- test FILE.bpmn [SCRIPT.json] | test DIR | lint FILE.bpmn [--on temporal]`
 * Exit codes: 0 all held, 1 something did not (or a finding is an error), 2 not usable.
 */
import { readdir, readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { hasErrors } from '../../bpmn/compiler/index.js';
import type { ScriptHost } from '../../bpmn/conformance/index.js';
import { lint } from '../../bpmn/lint/index.js';
import { sentenceOf } from '../command-line/refusal.mjs';
import { readXml, runCase, runKeptCases, type CaseOutcome } from './case.js';

const USAGE = `用法：
  npm run --silent bpmn -- test 流程.bpmn 脚本.json
  npm run --silent bpmn -- test 流程.bpmn
    （运行流程文件里保存的测试）
  npm run --silent bpmn -- test 目录
    （加 --on temporal：在真实工作流上运行；要拨动时钟的脚本只能在纯引擎上运行）
  npm run --silent bpmn -- lint 流程.bpmn`;

const print = (value: unknown): void => console.log(JSON.stringify(value));

/** npm changes to the project's folder; paths are meant from where the command was typed. */
const place = process.env.npm_lifecycle_event === 'bpmn' ? process.env.INIT_CWD : undefined;
const path = (name: string): string => resolve(place ?? process.cwd(), name);

async function testFile(diagram: string, script: string, host?: ScriptHost): Promise<number> {
  const { result, usable } = await runCase(path(diagram), path(script), host);
  print(result);
  return usable ? (result.ok ? 0 : 1) : 2;
}

/** Scripts played at the same time, where they wait for a server. */
const AT_ONCE = 8;

async function testFolder(folder: string, host?: ScriptHost): Promise<number> {
  const files = await readdir(path(folder));
  const names = files
    .filter((file) => file.endsWith('.json') && files.includes(file.replace(/json$/, 'bpmn')))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
  let failed = 0;
  const width = host ? AT_ONCE : 1;
  for (let first = 0; first < names.length; first += width) {
    const stems = names.slice(first, first + width).map((name) => join(path(folder), name));
    const played = stems.map((stem) => runCase(`${stem}.bpmn`, `${stem}.json`, host));
    for (const { result } of await Promise.all(played)) {
      if (!result.ok) failed += 1;
      print(result);
    }
  }
  let kept = 0;
  for (const file of files.filter((one) => one.endsWith('.bpmn')).sort()) {
    const outcomes = await keptIn(join(path(folder), file), host);
    kept += outcomes.length;
    failed += outcomes.filter(({ result }) => !result.ok).length;
  }
  console.log(`${names.length + kept - failed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

/** The tests that stand in a file, each told. */
async function keptIn(file: string, host?: ScriptHost): Promise<CaseOutcome[]> {
  const outcomes = (await readFile(file)).includes(':test ') ? await runKeptCases(file, host) : [];
  for (const { result } of outcomes) print(result);
  return outcomes;
}

async function testKept(diagram: string, host?: ScriptHost): Promise<number> {
  const outcomes = await keptIn(path(diagram), host);
  const failed = outcomes.filter(({ result }) => !result.ok).length;
  console.log(`${outcomes.length - failed} passed, ${failed} failed`);
  if (outcomes.some(({ usable }) => !usable)) return 2;
  return failed === 0 ? 0 : 1;
}

/** Plays on the engine, or on workflows of an embedded Temporal that is gone afterwards. */
async function test(on: string, first: string, second: string | undefined): Promise<number> {
  const play = (host?: ScriptHost) =>
    second !== undefined
      ? testFile(first, second, host)
      : /\.bpmn$/.test(first)
        ? testKept(first, host)
        : testFolder(first, host);
  if (on === 'engine') return play();
  // Loaded only here: the engine needs no server.
  const { withWorkflows } = await import('./with-workflows.js');
  return withWorkflows(play);
}

async function lintFile(diagram: string): Promise<number> {
  const findings = await lint(await readXml(path(diagram)));
  for (const { severity, rule, element, message, attribute, text } of findings)
    print({ severity, rule, element, message, attribute, text });
  return hasErrors(findings) ? 1 : 0;
}

function refuse(reason: string): number {
  console.error(reason);
  return 2;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { on: { type: 'string' } },
  });
  const [command, first, second, ...rest] = positionals;
  const { on = 'engine' } = values;
  if (!['engine', 'temporal'].includes(on))
    return refuse(`--on ${on}：只能是 engine（纯引擎）或 temporal（真实工作流）。`);
  if (first === undefined || rest.length > 0) return refuse(USAGE);
  if (command === 'test') return test(on, first, second);
  if (command === 'lint' && second === undefined) return lintFile(first);
  return refuse(USAGE);
}

try {
  process.exitCode = await main();
} catch (error) {
  process.exitCode = refuse(sentenceOf(error));
}
