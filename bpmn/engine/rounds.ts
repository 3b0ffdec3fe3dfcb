/**
 * Rounds: a user task that a multi-instance asks several for (会签, 或签, 依次). While one runs, an answer
 * given in it can be asked for again without the others'.
 */
import type { ProcessModel, Scope } from '../model/process.js';
import { Bodies } from './bodies.js';
import type { Place } from './modification.js';
import { keyOf } from './wait-states.js';
import type { Instance, State } from './state.js';

/** Where a completed task stands in a round that still runs. */
export interface AnsweredPlace extends Place {
  /** Keys of the tasks that go when the place is asked again: the next one's, where one is asked after another. */
  after: string[];
}

/**
 * Null when the task was not asked for by a round, the round is over, the answer is void by now, or, one
 * after another, others have answered since. Pure.
 * @param key the completed task's
 */
export function placeIn(model: ProcessModel, state: State, key: string): AnsweredPlace | null {
  const id = key.slice(key.lastIndexOf('~') + 1);
  for (const body of Object.values(state.instances)) {
    const found = Object.entries(body.multi?.answered ?? {}).find(([, by]) => by === id);
    if (!found || !key.startsWith(`${body.element}~`)) continue;
    const index = Number(found[0]);
    const place = { body: keyOf(body), index };
    if (!asksInOrder(new Bodies(model, state), body)) return { ...place, after: [] };
    if (body.multi?.answered?.[index + 1] !== undefined) return null;
    const asked = Object.values(state.instances).filter(({ parent }) => parent === body.id);
    return { ...place, after: asked.filter(({ open }) => open).map(keyOf) };
  }
  return null;
}

/** Whether a task of this element was asked for by a round, wherever in the process it stands. */
export function asksSeveral(model: ProcessModel, element: string): boolean {
  const inside = ({ elements }: Scope): boolean =>
    Object.values(elements).some((one) =>
      one.id === element
        ? one.type === 'userTask' && one.multiInstance !== undefined
        : 'body' in one && inside(one.body),
    );
  return [model, ...Object.values(model.called)].some(({ body }) => inside(body));
}

/** Those who answered before this instance in a round that asks one after another, the last first. */
export function placesBefore(bodies: Bodies, state: State, instance: Instance): Place[] {
  const body = state.instances[instance.parent];
  if (!body?.multi || !instance.index || !asksInOrder(bodies, body)) return [];
  const { answered = {} } = body.multi;
  return Object.keys(answered)
    .map((index) => ({ body: keyOf(body), index: Number(index) }))
    .sort((a, b) => b.index - a.index);
}

function asksInOrder(bodies: Bodies, body: Instance): boolean {
  const element = bodies.element(body);
  return 'multiInstance' in element && element.multiInstance?.sequential === true;
}

/** The key of the task by which a place was answered. @throws Error when none was */
export function answeredBy(state: State, { body, index }: Place): string {
  const found = state.instances[body.slice(body.lastIndexOf('~') + 1)];
  const id = found?.multi?.answered?.[index];
  if (!found || id === undefined) throw new Error(`nobody has answered at ${body} ${index}`);
  return `${found.element}~${id}`;
}
