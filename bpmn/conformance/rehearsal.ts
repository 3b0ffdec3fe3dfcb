/**
 * A script played for somebody to look on: where the tokens stand after each step, and what could be
 * done next. What is done next is one more step of the script, which is then played from its beginning:
 * the script is all that a rehearsal is, and can be kept as a test.
 */
import type { Incident, Json, OpenTimer, Subscription, Variables } from '../engine/index.js';
import type { Outcome, ProcessModel, Scope } from '../model/process.js';
import { playScript } from './run.js';
import type { ScriptRunner } from './script-runner.js';
import type { Script, ScriptStep, Verdict } from './script.js';

/** A task, an adapter's work or a case of its own that waits for a step. */
export interface Waits {
  element: string;
  name: string;
  kind: 'task' | 'activity' | 'child';
  /** Index in a multi-instance, from 0. */
  index?: number;
  outcomes: readonly Outcome[];
  form?: string;
  adapter?: string;
  /** What the adapter is given. */
  input?: Json;
}

/** How things stand after a step. */
export interface Scene {
  /** ms */
  at: number;
  ended: boolean;
  /** Elements that hold a token. */
  active: string[];
  /** Elements that tokens left in this step, one after another. */
  passed: string[];
  waiting: Waits[];
  awaited: Subscription[];
  timers: OpenTimer[];
  incidents: Pick<Incident, 'element' | 'code'>[];
  /** Of the case that was started. */
  variables: Variables;
}

/**
 * @param model the process to start, linked
 * @returns how it stands after the start (first) and after each step that could be played
 * @throws ScriptUnusable
 */
export async function rehearse(
  model: ProcessModel,
  script: Script,
  pools: readonly ProcessModel[] = [],
): Promise<{ verdict: Verdict; scenes: Scene[] }> {
  const scenes: Scene[] = [];
  let seen = 0;
  const watch = (runner: ScriptRunner) => {
    scenes.push(sceneOf(runner, runner.left.slice(seen)));
    seen = runner.left.length;
  };
  const verdict = await playScript(model, script, { pools, watch });
  return { verdict, scenes };
}

function sceneOf(runner: ScriptRunner, passed: string[]): Scene {
  const { positions } = runner;
  return {
    at: runner.at,
    ended: runner.position.ended,
    active: [...new Set(positions.flatMap(({ active }) => active))],
    passed,
    waiting: runner.waiting().map((found) => waits(runner, found)),
    awaited: positions.flatMap(({ subscriptions }) => subscriptions),
    timers: positions.flatMap(({ timers }) => timers).sort((one, other) => one.due - other.due),
    incidents: runner.incidents,
    variables: runner.position.variables,
  };
}

function waits(
  { positions }: ScriptRunner,
  { element, kind, key, index }: ReturnType<ScriptRunner['waiting']>[number],
): Waits {
  const said = { element, kind, ...(index !== undefined && { index }) };
  for (const { tasks, activities, children } of positions) {
    const task = kind === 'task' && tasks.find((one) => one.key === key);
    if (task) {
      const { name, outcomes, form } = task;
      return { ...said, name, outcomes, ...(form && { form }) };
    }
    const activity = kind === 'activity' && activities.find(({ occurrence }) => occurrence === key);
    if (activity) {
      const { name, adapter, input } = activity;
      return { ...said, name, adapter, input, outcomes: [] };
    }
    const child = kind === 'child' && children.find(({ occurrence }) => occurrence === key);
    if (child) return { ...said, name: child.name, outcomes: [] };
  }
  return { ...said, name: element, outcomes: [] };
}

/** What waits in a rehearsal so that one can say how it ends: work of adapters, and cases of their own. */
export function heldByItself(models: readonly ProcessModel[]): string[] {
  const all = models.flatMap((model) => [model, ...Object.values(model.called)]);
  return [...new Set(all.flatMap(({ body }) => heldIn(body)))];
}

const heldIn = ({ elements }: Scope): string[] =>
  Object.values(elements).flatMap((element) => {
    if ('body' in element) return heldIn(element.body);
    const adapted = element.type === 'serviceTask' && element.adapter !== undefined;
    const apart = element.type === 'callActivity' && element.separate === true;
    return adapted || apart ? [element.id] : [];
  });

/** The script with what was seen after the start and after each step as what is expected. */
export function testOf(script: Script, scenes: readonly Scene[]): Script {
  const acts = script.steps.filter((step) => !('expect' in step));
  const seen = (scene: Scene | undefined): ScriptStep[] =>
    scene
      ? [
          {
            expect: {
              tasks: scene.waiting.map(({ element }) => element).sort(),
              ended: scene.ended,
              incidents: scene.incidents.map(({ element, code }) => ({ element, code })),
            },
          },
        ]
      : [];
  return {
    ...script,
    steps: [...seen(scenes[0]), ...acts.flatMap((act, at) => [act, ...seen(scenes[at + 1])])],
  };
}
