/**
 * What a person with the right does to a running case beside its diagram: tokens are taken away,
 * let past an element, or put before one. All of one modification, or nothing.
 */
import type { Scope } from '../model/process.js';
import { EventRefused } from './api.js';
import { askAgain } from './behaviours/container/multi-instance.js';
import { keyOf } from './wait-states.js';
import type { Run } from './run.js';
import { cancel } from './scopes.js';
import type { Instance } from './state.js';
import { consume, containerOf, spawn } from './tokens.js';

/** Instances are named as the outside names them: `<element>~<number>`. */
export interface Modification {
  /** Whose tokens are taken away. */
  cancel?: string[];
  /** Whose tokens go on as if the element were done. */
  skip?: string[];
  /** Elements that get a new token, in the scope they stand in, which must be active. */
  start?: string[];
  /** Flows before a join, of the scope that `start` stands in, whose waiting tokens are taken away. */
  drop?: string[];
  /** Places of rounds (multi-instances of a user task) whose answer is void and asked for again. */
  again?: Place[];
}

/** Where somebody is asked in a round: its body's key, and the place from 0. */
export interface Place {
  body: string;
  index: number;
}

/** @throws EventRefused when it names something that is not there; nothing has changed then */
export function modify(
  run: Run,
  { cancel: taken = [], skip = [], start = [], drop = [], again = [] }: Modification,
): void {
  const places = start.map((element) => placeOf(run, element));
  const cancelled = taken.map((key) => instanceOf(run, key));
  const skipped = skip.map((key) => instanceOf(run, key));
  const dropped = drop.map((flow) => waitingOn(run, places, flow));
  const rounds = again.map((place) => ({ body: roundOf(run, place), index: place.index }));
  if (places.length + cancelled.length + skipped.length + rounds.length === 0)
    throw new EventRefused('nothing-to-modify', '没有指明要取消、跳过或开始的环节');
  for (const { body, index } of rounds) askAgain(run, body, index);
  // first what is new, so that no scope is over in between
  for (const { scope, element } of places) {
    spawn(scope);
    run.push({ do: 'enter', in: scope.id, element });
  }
  for (const instance of skipped) {
    const scope = run.instance(instance.parent);
    const { element } = instance;
    cancel(run, instance);
    run.push({ do: 'leave', in: scope.id, element });
  }
  for (const instance of cancelled) {
    const scope = run.instance(instance.parent);
    cancel(run, instance);
    consume(run, scope, 1);
  }
  for (const { scope, flow } of dropped) {
    const { waiting } = containerOf(scope);
    const count = waiting[flow] ?? 0;
    delete waiting[flow];
    consume(run, scope, count);
  }
}

/** @throws EventRefused when nothing waits there any more: the join has gone on */
function waitingOn(run: Run, places: { scope: Instance }[], flow: string) {
  const found = places.find(({ scope }) => containerOf(scope).waiting[flow] !== undefined);
  if (!found) throw new EventRefused('instance-not-open', '平行的环节已经合并，请刷新后再试');
  return { scope: run.instance(found.scope.id), flow };
}

/** @throws EventRefused when the round is over, or nobody has answered at the place */
function roundOf(run: Run, { body, index }: Place): Instance {
  const found = run.state.instances[body.slice(body.lastIndexOf('~') + 1)];
  if (!found || keyOf(found) !== body || found.multi?.answered?.[index] === undefined)
    throw new EventRefused('instance-not-open', '这一轮会签已经结束，或所选的意见已不算数');
  return run.instance(found.id);
}

/** Whether a token of its scope lives in the instance itself. */
export const holdsToken = ({ index, compensates, parent, called }: Instance): boolean =>
  index === undefined && compensates === undefined && parent !== '' && called === undefined;

/** A token that lives in an instance of its own; one of a multi-instance is named by its body. */
function instanceOf(run: Run, key: string): Instance {
  const found = run.state.instances[key.slice(key.lastIndexOf('~') + 1)];
  if (!found || keyOf(found) !== key || !holdsToken(found))
    throw new EventRefused('instance-not-open', `环节 ${key} 已不在进行`);
  return run.instance(found.id);
}

/** The active scope that an element stands in: the one begun last, where there are several. */
function placeOf(run: Run, element: string): { scope: Instance; element: string } {
  const scopes = Object.values(run.state.instances).filter(({ container }) => container);
  for (const scope of scopes.reverse()) {
    const { scope: body } = run.bodies.body(scope);
    if (canStart(body, element)) return { scope: run.instance(scope.id), element };
  }
  throw new EventRefused(
    'element-not-reachable',
    `环节 ${element} 不存在，或它所在的子流程没有在进行`,
  );
}

/** Not what only happens at another element, or by an event. */
export function canStart({ elements }: Scope, id: string): boolean {
  const element = Object.hasOwn(elements, id) ? elements[id] : undefined;
  if (!element || element.type === 'boundaryEvent' || element.type === 'eventSubProcess')
    return false;
  return !('isForCompensation' in element && element.isForCompensation);
}
