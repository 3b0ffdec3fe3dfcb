/** Containers of tokens begin, are emptied, and end; whatever lives inside ends with them. */
import { closeOpen } from './wait-states.js';
import { forget } from './incidents.js';
import type { Result } from './failure.js';
import { byAge } from './lookup.js';
import type { Run } from './run.js';
import type { Instance, Work } from './state.js';
import { disarm, waitFor } from './triggers.js';

/** Makes an instance a container, in which tokens start next. */
export function open(run: Run, scope: Instance, start?: string): void {
  scope.container = { live: 0, waiting: {} };
  run.push({ do: 'open', in: scope.id, ...(start === undefined ? {} : { element: start }) });
}

/** Begins to listen for the event sub-processes of a scope. */
export function listen(run: Run, scope: Instance): Result {
  const { handlers } = run.bodies.body(scope);
  return waitFor(
    run,
    scope,
    handlers.map(({ id, definition }) => ({ element: id, definition, inside: true })),
  );
}

/**
 * Puts the first tokens into a scope: where it is said to start and at every element without
 * incoming flow. One start event starts: the one that is meant, else the first without a trigger.
 * @param start id of the start event, or of another element at which a process may start
 */
export function startTokens(run: Run, scope: Instance, start?: string): void {
  const { implicitStarts, starts } = run.bodies.body(scope);
  const plain = starts.find((entry) => entry.type === 'startEvent' && !entry.definition);
  const chosen = start ?? (plain ?? starts[0])?.id;
  beginAt(run, scope, [...(chosen === undefined ? [] : [chosen]), ...implicitStarts]);
}

/** Puts a token at each of these elements; without any the scope is over. */
export function beginAt(run: Run, scope: Instance, elements: readonly string[]): void {
  const { container } = scope;
  if (!container) throw new Error(`instance ${scope.id} contains no tokens`);
  container.live += elements.length;
  if (container.live === 0) run.push({ do: 'close', in: scope.id });
  run.push(...elements.map((element): Work => ({ do: 'enter', in: scope.id, element })));
}

/** Ends an instance whose work is over, with all it still waits for. */
export function remove(run: Run, instance: Instance): void {
  disarm(run, instance);
  forget(run, instance.id);
  run.delete(instance);
}

/** Cancels an instance and everything that lives inside it. */
export function cancel(run: Run, instance: Instance): void {
  cancelInside(run, instance);
  end(run, instance);
  run.touched.add(run.bodies.container(run.instance(instance.parent)).id);
}

/**
 * Cancels everything that lives inside an instance, and its tokens; the instance itself stays, and
 * what happens at its border may still happen.
 */
export function cancelInside(run: Run, instance: Instance): void {
  for (const id of descendants(run, instance).reverse()) end(run, run.instance(id));
  forget(run, instance.id);
  run.dropWork(instance.id, (work) => happensBeside(run, instance, work));
  disarm(run, instance, 'inside');
  if (instance.container) instance.container = { live: 0, waiting: {}, eventsClosed: true };
}

/**
 * A signal or condition has reached a boundary event too, which does not interrupt: it happens all
 * the same. One that interrupts comes after the event sub-process that took the scope.
 */
function happensBeside(run: Run, instance: Instance, work: Work): boolean {
  if (work.do !== 'trigger') return false;
  const trigger = instance.triggers.find(({ id }) => id === work.trigger);
  if (!trigger || trigger.inside) return false;
  const event = run.bodies.elementIn(run.bodies.scopeOf(instance), trigger.element);
  return event.type === 'boundaryEvent' && !event.interrupting;
}

function end(run: Run, instance: Instance): void {
  closeOpen(run, instance, 'cancelled');
  remove(run, instance);
}

/** Ids of everything inside, the oldest first: what contains is older than what it contains. */
function descendants(run: Run, instance: Instance): string[] {
  const inside = [...run.lookup.childrenOf(instance.id)];
  for (const id of inside) inside.push(...run.lookup.childrenOf(id));
  return inside.sort(byAge);
}
