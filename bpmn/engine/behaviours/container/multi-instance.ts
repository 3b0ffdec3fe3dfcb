/**
 * Multi-instance: one body, which holds the token, the boundary events and the counters, and in
 * it an instance for each item, one after another or at once.
 */
import type { Activity, MultiInstance } from '../../../model/process.js';
import type { Json, Variables } from '../../api.js';
import { noteCompleted, remember } from '../../completed.js';
import { fitting, isCount, isTrue, valueOf } from '../../expressions.js';
import { failed, type Failure, type Result } from '../../failure.js';
import { leaveActivity } from '../../leaving.js';
import { mayRead } from '../../names-read.js';
import type { Run } from '../../run.js';
import { cancel, cancelInside, remove } from '../../scopes.js';
import type { Instance, Multi } from '../../state.js';
import { assign, assignAll, contextOf, counted, loopCounters } from '../../variables.js';

/** How many instances of a parallel one live at once; the others wait their turn. */
const WINDOW = 200;

/** An output that is a variable or an entry of one: `review` or `review.outcome`. */
const PATH = /^([\p{L}_][\p{L}\p{N}_]*)(?:\.[\p{L}_][\p{L}\p{N}_]*)*$/u;

/** Creates the body; how many instances there will be is settled now. */
export function enterMulti(
  run: Run,
  scope: Instance,
  activity: Activity,
  loop: MultiInstance,
  more: Partial<Instance>,
): Result {
  const size = sizeOf(run, scope, loop);
  if (failed(size)) return size;
  const { total, items } = size;
  const multi: Multi = {
    total,
    ...(items ? { items } : {}),
    next: 0,
    active: 0,
    completed: 0,
    terminated: 0,
    ...(loop.outputCollection ? { outputs: Array<Json>(total).fill(null) } : {}),
  };
  const body = run.create(scope, activity.id, { ...more, multi });
  run.push(total === 0 ? { do: 'close', in: body.id } : { do: 'arm', in: body.id });
}

function sizeOf(
  run: Run,
  scope: Instance,
  { collection, cardinality }: MultiInstance,
): { total: number; items?: Json[] } | Failure {
  const place = '多实例的';
  if (collection) {
    const kind = `至多 ${MOST_INSTANCES} 项的列表`;
    const items = fitting(run, scope, collection, { place, kind, fits: isShortList });
    return failed(items) ? items : { total: items.length, items };
  }
  if (!cardinality) throw new Error('a multi-instance needs a collection or a cardinality');
  const kind = `0 至 ${MOST_INSTANCES} 的整数`;
  const total = fitting(run, scope, cardinality, { place, kind, fits: isFewEnough });
  return failed(total) ? total : { total };
}

/** What they answer is kept place by place, also of those that have not begun. */
const MOST_INSTANCES = 200_000;
const isShortList = (value: Json): value is Json[] =>
  Array.isArray(value) && value.length <= MOST_INSTANCES;
const isFewEnough = (value: Json): value is number => isCount(value) && value <= MOST_INSTANCES;

/** Creates the next instance, and leaves the one after it as work. */
export function spawnNext(run: Run, body: Instance): void {
  const { multiInstance: loop } = run.bodies.activity(body);
  const multi = multiOf(body);
  if (!loop || multi.next >= multi.total || isFull(multi, loop)) return;
  const index = multi.next;
  multi.next += 1;
  const instance = createAt(run, body, loop, index);
  if (!isFull(multi, loop)) run.push({ do: 'spawn', in: body.id });
  // done first, as what is laid last is
  run.push({ do: 'begin', in: instance.id });
}

/** Whether as many live as may at once: the next one begins when one of them is done. */
const isFull = ({ active }: Multi, { sequential }: MultiInstance): boolean =>
  active >= (sequential ? 1 : WINDOW);

function createAt(run: Run, body: Instance, loop: MultiInstance, index: number): Instance {
  multiOf(body).active += 1;
  const { id } = run.bodies.activity(body);
  return run.create(body, id, { index, variables: variablesOf(run, body, loop, index) });
}

/**
 * Voids the answer given at a place of a round that still runs, and asks there again. One after
 * another, it is the turn of that place: what came after it is void too, and the place that was being
 * asked is asked no more.
 */
export function askAgain(run: Run, body: Instance, index: number): void {
  const { multiInstance: loop } = run.bodies.activity(body);
  if (!loop) throw new Error(`${body.element} is no multi-instance`);
  if (!loop.sequential) {
    voidAnswer(body, index, loop);
    counted(run, body);
    run.push({ do: 'begin', in: createAt(run, body, loop, index).id });
    return;
  }
  const multi = multiOf(body);
  for (const id of [...run.lookup.childrenOf(body.id)]) cancel(run, run.instance(id));
  for (let place = index; place < multi.next; place += 1) voidAnswer(body, place, loop);
  multi.active = 0;
  multi.next = index;
  counted(run, body);
  run.push({ do: 'spawn', in: body.id });
}

function voidAnswer(body: Instance, index: number, { firstCounter = 0 }: MultiInstance): void {
  const multi = multiOf(body);
  const { [index]: answered, ...others } = multi.answered ?? {};
  if (answered === undefined) return;
  multi.answered = others;
  multi.completed -= 1;
  if (multi.outputs) multi.outputs[index] = null;
  // what never was done is not undone
  const here = index + firstCounter;
  if (multi.undo) multi.undo = multi.undo.filter(({ variables }) => variables.loopCounter !== here);
}

function variablesOf(run: Run, body: Instance, loop: MultiInstance, index: number): Variables {
  const variables: Variables = {};
  // a copy of its own, so that what an instance writes for the collection does not leave it
  const output = loop.outputCollection && PATH.exec(loop.outputElement?.feel.trim() ?? '')?.[1];
  if (output) variables[output] = contextOf(run, body, output)[output] ?? null;
  variables.loopCounter = index + (loop.firstCounter ?? 0);
  if (loop.element) variables[loop.element] = multiOf(body).items?.[index] ?? null;
  return variables;
}

/** One instance is done: gathers its output and looks whether the others are still wanted. */
export function completeOne(
  run: Run,
  instance: Instance,
  activity: Activity,
  outputs: Variables,
): Result {
  const loop = activity.multiInstance;
  const { index } = instance;
  if (!loop || index === undefined) throw new Error(`${activity.id} is no multi-instance`);
  const body = run.instance(instance.parent);
  const multi = multiOf(body);
  const output = loop.outputElement ? valueOf(run, instance, loop.outputElement, outputs) : null;
  if (failed(output)) return output;
  const enough = isEnough(run, instance, loop, multi, index, output, outputs);
  if (failed(enough)) return enough;

  const full = isFull(multi, loop);
  multi.active -= 1;
  multi.completed += 1;
  if (multi.outputs) multi.outputs[index] = output;
  if (activity.type === 'userTask') (multi.answered ??= {})[index] = instance.id;
  counted(run, body);
  assignAll(run, run.instance(body.parent), outputs);
  noteCompleted(run, instance, activity);
  remove(run, instance);
  run.completed(activity);
  if (enough || multi.completed === multi.total) {
    multi.terminated = multi.active;
    cancelInside(run, body);
    run.push({ do: 'close', in: body.id });
  } else if (full) {
    run.push({ do: 'spawn', in: body.id });
  }
}

/** The completion condition, seen by the instance as if it were already counted. */
function isEnough(
  run: Run,
  instance: Instance,
  loop: MultiInstance,
  multi: Multi,
  index: number,
  output: Json,
  outputs: Variables,
): boolean | Failure {
  const { completionCondition, outputCollection, sequential } = loop;
  if (!completionCondition) return false;
  const after = { ...multi, completed: multi.completed + 1 };
  const gathered: Variables = {};
  // a list of all is made only for a condition that looks at it
  if (outputCollection && multi.outputs && mayRead(completionCondition.feel, outputCollection))
    gathered[outputCollection] = multi.outputs.with(index, output);
  return isTrue(run, instance, completionCondition, {
    ...outputs,
    ...gathered,
    ...loopCounters(after, sequential),
  });
}

/** All instances wanted are done: hands over the collection and lets the token go on. */
export function closeMulti(run: Run, body: Instance): void {
  const activity = run.bodies.activity(body);
  const scope = run.instance(body.parent);
  const { outputs } = multiOf(body);
  const name = activity.multiInstance?.outputCollection;
  if (name && outputs) assign(run, scope, name, outputs);
  remember(scope, multiOf(body).undo);
  leaveActivity(run, body, activity);
}

function multiOf({ id, multi }: Instance): Multi {
  if (!multi) throw new Error(`instance ${id} is no multi-instance's body`);
  return multi;
}
