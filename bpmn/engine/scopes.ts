/** Containers of tokens begin, are emptied, and end; whatever lives inside ends with them. */
import type { StartEvent } from '../model/process.js';
import { closeOpen } from './open.js';
import { forget } from './incidents.js';
import type { Run } from './run.js';
import type { Instance, Work } from './state.js';
import { disarm } from './triggers.js';

/**
 * Puts the first tokens into a container: at its start event and at every element without
 * incoming flow. One start event starts: the one that is meant, else the first without a trigger.
 */
export function startTokens(run: Run, scope: Instance, start?: StartEvent): void {
  const { scope: body, implicitStarts } = run.bodies.body(scope);
  const starts = Object.values(body.elements).filter(
    (e): e is StartEvent => e.type === 'startEvent',
  );
  const chosen = start ?? starts.find(({ definition }) => !definition) ?? starts[0];
  const first = [...(chosen ? [chosen.id] : []), ...implicitStarts];
  scope.container = { live: first.length, waiting: {} };
  if (first.length === 0) run.push({ do: 'close', in: scope.id });
  run.push(...first.map((element): Work => ({ do: 'enter', in: scope.id, element })));
}

/** Ends an instance whose work is over, with all it still waits for. */
export function remove(run: Run, instance: Instance): void {
  disarm(run, instance);
  forget(run, instance.id);
  delete run.state.instances[instance.id];
}

/** Cancels an instance and everything that lives inside it. */
export function cancel(run: Run, instance: Instance): void {
  cancelInside(run, instance);
  end(run, instance);
  run.touched.add(run.bodies.container(run.instance(instance.parent)).id);
}

/** Cancels everything that lives inside an instance, and its tokens; the instance itself stays. */
export function cancelInside(run: Run, instance: Instance): void {
  for (const inner of descendants(run, instance).reverse()) end(run, inner);
  forget(run, instance.id);
  run.dropWork(instance.id);
  if (instance.container) instance.container = { live: 0, waiting: {} };
}

function end(run: Run, instance: Instance): void {
  closeOpen(run, instance, 'cancelled');
  remove(run, instance);
}

/** Everything inside, outermost first. Parents stand before their children in the state. */
function descendants(run: Run, instance: Instance): Instance[] {
  const inside = new Set([instance.id]);
  const found: Instance[] = [];
  for (const candidate of Object.values(run.state.instances)) {
    if (!inside.has(candidate.parent)) continue;
    inside.add(candidate.id);
    found.push(candidate);
  }
  return found;
}
