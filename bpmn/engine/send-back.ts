/**
 * Sending back (驳回): where a waiting task can be sent back to and what goes with it. A target is every
 * user task that leads to it, in its own scope and those around it. Parallel branches that begin behind
 * the target would begin again, so their tokens go, also those that wait at a join.
 */
import type { Element, ProcessModel, UserTask } from '../model/process.js';
import { Bodies, type Body } from './bodies.js';
import { canStart, holdsToken, type Place } from './modification.js';
import { keyOf } from './wait-states.js';
import { placesBefore } from './rounds.js';
import type { Instance, State } from './state.js';

export interface SendBack {
  /** What names it among the others: the element, in a round that asks in order `<element>#<place>`. */
  to: string;
  element: string;
  name: string;
  /** The act the law knows it by; `applicant`'s tasks say so in `role`. */
  act?: string;
  role?: string;
  /** What `modify` is told: tokens that go (the task's own first), and flows whose waiting tokens go. */
  cancel: string[];
  drop: string[];
  start: string[];
  again: Place[];
  /** Elements whose work goes with it, beside the task's own. */
  undone: string[];
}

/** Pure. @param key the task's */
export function sendBacksFrom(model: ProcessModel, state: State, key: string): SendBack[] {
  const bodies = new Bodies(model, state);
  const found = new Map<string, SendBack>();
  let instance = state.instances[key.slice(key.lastIndexOf('~') + 1)];
  if (!instance || keyOf(instance) !== key || instance.open?.type !== 'task') return [];
  while (instance) {
    const here = holdsToken(instance)
      ? inScope(bodies, state, instance)
      : inRound(bodies, state, instance);
    for (const one of here) if (!found.has(one.to)) found.set(one.to, one);
    instance = state.instances[instance.parent];
  }
  return [...found.values()];
}

/** Those asked before it in its round, each of whom may be asked again. */
function inRound(bodies: Bodies, state: State, instance: Instance): SendBack[] {
  if (!instance.multi && instance.open?.type !== 'task') return [];
  const task = bodies.activity(instance) as UserTask;
  const { id: element, name = element, act } = task;
  return placesBefore(bodies, state, instance).map((place) => ({
    ...{ to: `${element}#${place.index}`, element, name, ...(act && { act }) },
    ...{ cancel: [], drop: [], start: [], again: [place] },
    undone: place.index + 1 === instance.index ? [] : [element],
  }));
}

/** Targets in the scope that this token moves in. */
function inScope(bodies: Bodies, state: State, token: Instance): SendBack[] {
  const scope = bodies.scopeOf(token);
  const body = bodies.body(scope);
  const next = forward(body);
  return Object.values(body.scope.elements).flatMap((target): SendBack[] => {
    if (target.type !== 'userTask' || target.id === token.element) return [];
    if (!canStart(body.scope, target.id) || !leadsTo(next, target.id, token.element)) return [];
    const { name = target.id, act } = target;
    const { role } = target.assignment;
    const cost = costOf(state, scope, { body, next, target: target.id, token });
    const named = { to: target.id, element: target.id, name };
    const known = { ...named, ...(act && { act }), ...(role && { role }) };
    return [{ ...known, ...cost, start: [target.id], again: [] }];
  });
}

interface Turn {
  body: Body;
  next: Map<string, string[]>;
  target: string;
  token: Instance;
}

function costOf(state: State, scope: Instance, { body, next, target, token }: Turn) {
  const again = beforeJoins(body, next, target);
  const siblings = Object.values(state.instances).filter(
    (one) => one.parent === scope.id && one.id !== token.id && holdsToken(one),
  );
  const gone = siblings.filter(({ element }) => again.has(element));
  const waiting = Object.keys(scope.container?.waiting ?? {});
  const drop = waiting.filter((flow) => again.has(body.flows.get(flow)?.source ?? ''));
  const sources = drop.flatMap((flow) => body.flows.get(flow)?.source ?? []);
  return {
    cancel: [token, ...gone].map(keyOf),
    drop,
    undone: [...new Set([...gone.map(({ element }) => element), ...sources])],
  };
}

/** From each element to those a token at it may reach next, also by its boundary events and by links. */
function forward(body: Body): Map<string, string[]> {
  const next = new Map<string, string[]>();
  const add = (from: string, to: string) => next.set(from, [...(next.get(from) ?? []), to]);
  for (const { source, target } of body.flows.values()) add(source, target);
  for (const element of Object.values(body.scope.elements))
    if (element.type === 'boundaryEvent') add(element.attachedTo, element.id);
  for (const [to, sources] of body.linkedFrom) for (const from of sources) add(from, to);
  return next;
}

function reached(next: Map<string, string[]>, from: string, stop: (id: string) => boolean) {
  const seen = new Set([from]);
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (stop(id)) continue;
    for (const to of next.get(id) ?? []) {
      if (!seen.has(to)) open.push(to);
      seen.add(to);
    }
  }
  return seen;
}

const leadsTo = (next: Map<string, string[]>, from: string, to: string): boolean =>
  reached(next, from, () => false).has(to);

const isJoin = (element: Element | undefined): boolean =>
  element !== undefined &&
  element.incoming.length > 1 &&
  ['parallelGateway', 'inclusiveGateway', 'complexGateway'].includes(element.type);

/** What begins again with the target, a task: everything up to the joins, where branches meet again. */
function beforeJoins(body: Body, next: Map<string, string[]>, target: string): Set<string> {
  const { elements } = body.scope;
  const all = reached(next, target, (id) => isJoin(elements[id]));
  return new Set([...all].filter((id) => !isJoin(elements[id])));
}

/**
 * What is to be taken away for a completed task to be taken back (拿回): the tokens of the tasks it
 * opened, and what waits at a join because of it. Null when anything else has come of it: its place in
 * a multi-instance, an adapter's work, a child case, an event that is waited for.
 * @param opened keys of the tasks its completion opened
 */
export function takenBack(
  model: ProcessModel,
  state: State,
  element: string,
  opened: string[],
): { cancel: string[]; drop: string[] } | null {
  const bodies = new Bodies(model, state);
  const scopes = Object.values(state.instances).filter(
    (one) => one.container && bodies.body(one).scope.elements[element],
  );
  const [scope] = scopes;
  if (!scope || scopes.length > 1) return null;
  const body = bodies.body(scope);
  const task = body.scope.elements[element] as Element;
  if ('multiInstance' in task && task.multiInstance) return null;
  const after = beforeJoins(body, forward(body), element);
  const tokens = Object.values(state.instances).filter(
    (one) => one.parent === scope.id && holdsToken(one) && after.has(one.element),
  );
  const tops = new Set(opened.map((key) => topIn(state, scope, key)));
  if (tokens.some(({ id }) => !tops.has(id))) return null;
  const cancel = tokens.map(keyOf);
  const drop = Object.keys(scope.container?.waiting ?? {}).filter((flow) =>
    after.has(body.flows.get(flow)?.source ?? ''),
  );
  // A task it opened behind a join is more than its own.
  if (tops.size !== tokens.length || cancel.length + drop.length === 0) return null;
  return { cancel, drop };
}

/** The instance of the scope in which an open task lies. */
function topIn(state: State, scope: Instance, key: string): string | undefined {
  let instance = state.instances[key.slice(key.lastIndexOf('~') + 1)];
  while (instance && instance.parent !== scope.id) instance = state.instances[instance.parent];
  return instance?.id;
}
