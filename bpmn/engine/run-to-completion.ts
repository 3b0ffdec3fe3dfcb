/** Runs a step to completion: one work after the other, no recursion, joins when all is at rest. */
import type { Activity } from '../model/process.js';
import { armBoundary, beginActivity, completeActivity, enterActivity } from './activities.js';
import { behaviourOf } from './behaviours/index.js';
import { beginAdHoc, endsAdHoc } from './behaviours/container/ad-hoc.js';
import { closeMulti, spawnNext } from './behaviours/container/multi-instance.js';
import { beginPass, closeLoop } from './behaviours/container/standard-loop.js';
import { throwEvent, type Thrower } from './behaviours/event/throwing.js';
import { throwError } from './catching.js';
import { lookAtConditions } from './conditions.js';
import { Failure, failed, type Result } from './failure.js';
import { tooLong } from './too-long.js';
import { elementOf, forget, raise } from './incidents.js';
import { fireWaitingJoin } from './waiting-joins.js';
import type { Run } from './run.js';
import { listen, startTokens } from './scopes.js';
import type { Instance, Work } from './state.js';
import { chooseFlows, closeEvents, go } from './tokens.js';
import { disarm } from './triggers.js';
import { compensateNext } from './compensation.js';

/** Does all work there is, and what follows from it; stops at what is more than a step may do. */
export function runToCompletion(run: Run): void {
  for (;;) {
    const work = run.next();
    if (work) {
      if (!run.budget.move(run.waiting)) return stop(run, work);
      const failure = perform(run, work);
      if (failure) raise(run, work, failure);
      if (run.changes.any) lookAtConditions(run);
    } else if (!fireWaitingJoin(run)) {
      return;
    }
  }
}

/** One incident for all that is left undone; a retry goes on from here. */
function stop(run: Run, work: Work): void {
  raise(run, work, tooLong(run, work), run.takeWork());
}

/** Does one work. What it answers with is a business failure. */
export function perform(run: Run, work: Work): Result {
  const place = run.instance(work.in);
  switch (work.do) {
    case 'arrive':
      run.touched.add(place.id);
      return arrive(run, place, elementOf(run, work), work.flow);
    case 'enter':
      return arrive(run, place, work.element);
    case 'leave':
      return leave(run, place, work.element);
    case 'open':
      return open(run, place, work.element);
    case 'happened':
      return happened(run, place, work.element);
    case 'throw':
      return throwAgain(run, place, work.element, work.part);
    case 'handle':
      return handle(run, place, work);
    case 'undo':
      return compensateNext(run, place);
    case 'begin':
      return beginActivity(run, place);
    case 'arm':
      return armBoundary(run, place);
    case 'start':
      return start(run, place);
    case 'spawn':
      return spawn(run, place);
    case 'complete':
      return completeActivity(run, place);
    case 'close':
      return close(run, place);
    case 'fail':
      return fail(run, place, work);
    case 'trigger':
      return trigger(run, place, work);
  }
}

function arrive(run: Run, scope: Instance, id: string, flow?: string): Result {
  const element = run.bodies.elementIn(scope, id);
  return behaviourOf(element).arrive(run, scope, element, flow);
}

function leave(run: Run, scope: Instance, id: string): Result {
  const element = run.bodies.elementIn(scope, id);
  const ends = endsAdHoc(run, scope, element);
  if (failed(ends)) return ends;
  if (ends) return undefined;
  const taken = chooseFlows(run, scope, element);
  if (failed(taken)) return taken;
  go(run, scope, taken);
}

/** A scope begins: first it listens, then its tokens start. */
function open(run: Run, scope: Instance, start?: string): Result {
  const failure = listen(run, scope);
  if (failure) return failure;
  const element = scope.parent === '' ? undefined : run.bodies.element(scope);
  if (element?.type !== 'adHocSubProcess') return startTokens(run, scope, start);
  const begun = beginAdHoc(run, scope, element);
  // when this is tried again, it listens again
  if (failed(begun)) disarm(run, scope, 'inside');
  return begun;
}

/** An activity begins that undoes another. */
function handle(run: Run, scope: Instance, work: Extract<Work, { do: 'handle' }>): Result {
  const { variables, compensates } = work;
  const handler = run.bodies.elementIn(scope, work.element) as Activity;
  return enterActivity(run, scope, handler, { variables: { ...variables }, compensates });
}

/** The next part of a multiple event. */
function throwAgain(run: Run, scope: Instance, id: string, part: number): Result {
  return throwEvent(run, scope, run.bodies.elementIn(scope, id) as Thrower, part);
}

function happened(run: Run, scope: Instance, id: string): Result {
  const element = run.bodies.elementIn(scope, id);
  return behaviourOf(element).happened?.(run, scope, element);
}

function spawn(run: Run, body: Instance): Result {
  if (run.bodies.activity(body).loop) beginPass(run, body);
  else spawnNext(run, body);
}

function start(run: Run, instance: Instance): Result {
  const element = run.bodies.element(instance);
  return behaviourOf(element).start?.(run, instance, element);
}

function close(run: Run, place: Instance): Result {
  if (place.undoing) {
    run.push({ do: 'undo', in: place.id });
    return undefined;
  }
  if (place.multi) {
    const activity = run.bodies.activity(place);
    if (activity.loop) closeLoop(run, place, activity);
    else closeMulti(run, place);
    return undefined;
  }
  if (place.parent === '') {
    closeEvents(run, place);
    forget(run, place.id);
    run.state.ended = true;
    run.emit({ type: 'done' });
    return undefined;
  }
  const owner = place.called === undefined ? place : run.instance(place.parent);
  const element = run.bodies.element(owner);
  return behaviourOf(element).closed?.(run, place, element);
}

/** An activity failed with an error of the diagram; uncaught, a retry starts it again. */
function fail(run: Run, instance: Instance, work: Extract<Work, { do: 'fail' }>): Result {
  if (throwError(run, instance, work.error, work.message)) return undefined;
  return new Failure('uncaught-error', `错误“${work.error}”在流程图中无人捕获：${work.message}`, {
    do: 'start',
    in: instance.id,
  });
}

/** Something that the instance waited for has come. */
function trigger(run: Run, owner: Instance, work: Extract<Work, { do: 'trigger' }>): Result {
  const found = owner.triggers.find(({ id }) => id === work.trigger);
  if (!found) return undefined;
  const scope = found.inside ? owner : run.bodies.scopeOf(owner);
  const element = run.bodies.elementIn(scope, found.element);
  const behaviour = behaviourOf(element);
  if (!behaviour.triggered) throw new Error(`${element.id} waits for nothing`);
  const { variables, confined } = work;
  return behaviour.triggered(run, { owner, trigger: found }, element, { variables, confined });
}
