import type { Json, Variables } from '../engine/index.js';
import { EventRefused } from '../engine/index.js';
import { lengthOfTime } from '../engine/timing.js';
import type { ProcessModel } from '../model/process.js';
import { fixedName, startsOf } from '../model/starts.js';
import { differences } from './compare.js';
import { prepare } from './hold.js';
import { engineHost, type ScriptHost } from './scripted-case.js';
import { ScriptRunner, scriptClock, type Found } from './script-runner.js';
import { ScriptUnusable, type Script, type ScriptStep, type Verdict } from './script.js';

/**
 * Plays a script on linked models.
 * @param model the process to start
 * @param pools the other processes of its collaboration
 * @param host where; by default the pure engine, without Temporal, database or network
 * @throws ScriptUnusable when the script has a mistake, or a step that cannot be played there
 */
export async function runScript(
  model: ProcessModel,
  script: Script,
  pools: readonly ProcessModel[] = [],
  host: ScriptHost = engineHost(scriptClock),
): Promise<Verdict> {
  return playScript(model, script, { pools, host });
}

interface Stage {
  pools?: readonly ProcessModel[];
  host?: ScriptHost;
  /** Told after the start, and after each step that was played. */
  watch?: (runner: ScriptRunner) => void;
}

/** The same, watched. @throws ScriptUnusable */
export async function playScript(
  model: ProcessModel,
  script: Script,
  { pools = [], host = engineHost(scriptClock), watch }: Stage,
): Promise<Verdict> {
  checkSteps(script, host);
  checkStart(model, script);
  const hold = new Set(script.hold ?? []);
  let at: number | undefined;
  try {
    const asTasks = host.adaptersSetVariables ? new Set<string>() : endingWithVariables(script);
    const prepared = [model, ...pools].map((one) => [one.id, prepare(one, hold, asTasks)] as const);
    const { variables = {}, start } = script;
    const runner = new ScriptRunner(host, new Map(prepared), hold);
    await runner.begin(model.id, { variables, ...start });
    watch?.(runner);
    for (const [index, step] of script.steps.entries()) {
      at = index;
      const wrong = await play(runner, step);
      if (wrong) return { ok: false, step: index, ...wrong };
      watch?.(runner);
    }
    return { ok: true };
  } catch (error) {
    if (error instanceof NotWaiting) {
      return { ok: false, step: at ?? 0, expected: error.expected, actual: error.actual };
    }
    if (error instanceof EventRefused)
      return { ok: false, step: at, error: `${error.code}: ${error.message}` };
    throw error;
  }
}

/** Held work that the script ends with variables. @throws ScriptUnusable when it also fails */
function endingWithVariables({ hold = [], steps }: Script): ReadonlySet<string> {
  const ending = steps.flatMap((step) =>
    'complete' in step && step.variables ? step.complete : [],
  );
  const failing = new Set(steps.flatMap((step) => ('fail' in step ? step.fail : [])));
  const both = ending.find((element) => failing.has(element));
  if (both !== undefined)
    throw new ScriptUnusable(
      `${both} both fails and ends with variables: an adapter here has a result only`,
    );
  return new Set(ending.filter((element) => hold.includes(element)));
}

/** A step names something that does not wait. */
class NotWaiting extends Error {
  constructor(
    readonly expected: unknown,
    readonly actual: unknown,
  ) {
    super('nothing of this name waits');
  }
}

function checkSteps({ steps }: Script, { advances }: ScriptHost): void {
  const moved = steps.findIndex((step) => 'advance' in step);
  if (moved >= 0 && !advances)
    throw new ScriptUnusable(`step ${moved}: time cannot be moved here; use the pure engine`);
}

/** Where a name is an expression, only running tells. */
function checkStart(model: ProcessModel, { start = {} }: Script): void {
  for (const type of ['message', 'signal'] as const) {
    const name = start[type];
    const fits = startsOf(model).some(
      ({ definition }) =>
        definition.type === type && [name, undefined].includes(fixedName(definition)),
    );
    if (name !== undefined && !fits)
      throw new ScriptUnusable(`start: the process does not begin with the ${type} ${name}`);
  }
}

async function play(
  runner: ScriptRunner,
  step: ScriptStep,
): Promise<ReturnType<typeof differences>> {
  if ('expect' in step) return differences(runner, step.expect);
  if ('complete' in step) await complete(runner, step);
  else if ('fail' in step) await fail(runner, step);
  else if ('escalate' in step) await escalate(runner, step);
  else if ('message' in step) await runner.deliver(step.message, step.key, step.variables ?? {});
  else if ('signal' in step) await runner.broadcast(step.signal, step.variables ?? {});
  else if ('set' in step) await runner.apply({ type: 'setVariables', variables: step.set });
  else await runner.advance(afterwards(runner, step.advance));
  return undefined;
}

async function complete(
  runner: ScriptRunner,
  step: Extract<ScriptStep, { complete: string }>,
): Promise<void> {
  const { kind, key, element, in: place } = pick(runner, step.complete, step.instance);
  const { variables = {} } = step;
  if (kind === 'activity') {
    await runner.apply({ type: 'activityDone', occurrence: key, result: null, variables }, place);
  } else if (kind === 'child') {
    await runner.apply({ type: 'childDone', occurrence: key, result: variables }, place);
  } else {
    try {
      await runner.apply({ type: 'completeTask', key, ...answerOf(element, step) }, place);
    } catch (error) {
      runner.refuse(element, error);
    }
  }
}

/** The outcome may stand in the step, or in the task's own variable as conditions read it. */
function answerOf(
  element: string,
  { variables = {}, outcome, opinion, form }: Extract<ScriptStep, { complete: string }>,
): { answer: { outcome?: string; opinion?: string; form?: Json }; variables: Variables } {
  const own = variables[element];
  const written = typeof own === 'object' && own !== null && !Array.isArray(own) ? own : {};
  const text = (value: Json | undefined): string | undefined =>
    typeof value === 'string' ? value : undefined;
  const answer = {
    outcome: outcome ?? text(written.outcome) ?? text(variables.outcome),
    opinion: opinion ?? text(written.opinion),
    ...(form && { form }),
  };
  return { answer, variables };
}

async function fail(
  runner: ScriptRunner,
  step: Extract<ScriptStep, { fail: string }>,
): Promise<void> {
  const { kind, key, in: place } = pick(runner, step.fail, step.instance);
  const details = {
    occurrence: key,
    error: step.error,
    message: step.message ?? step.error ?? '',
  };
  if (kind === 'task')
    throw new ScriptUnusable(`${step.fail} is a person's task, which cannot fail`);
  const type = kind === 'activity' ? 'activityFailed' : 'childFailed';
  await runner.apply({ type, ...details }, place);
}

async function escalate(
  runner: ScriptRunner,
  step: Extract<ScriptStep, { escalate: string }>,
): Promise<void> {
  const { key, in: place } = pick(runner, step.escalate, step.instance);
  const { code = '', variables = {} } = step;
  await runner.apply({ type: 'escalated', key, code, variables }, place);
}

function pick(runner: ScriptRunner, element: string, index: number | undefined): Found {
  const waiting = runner.waiting();
  const found = waiting.find(
    (one) => one.element === element && (index === undefined || one.index === index),
  );
  if (found) return found;
  const tasks = waiting.map((one) => one.element).sort();
  throw new NotWaiting(
    { task: element, ...(index === undefined ? {} : { instance: index }) },
    { tasks },
  );
}

function afterwards(runner: ScriptRunner, length: string): number {
  const until = lengthOfTime(length, runner.at, scriptClock);
  if (until === undefined) throw new ScriptUnusable(`advance: ${length} is no length of time`);
  return until;
}
