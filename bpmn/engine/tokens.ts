/** How tokens move, multiply and die within a container. */
import type { Element, SequenceFlow } from '../model/process.js';
import { isTrue } from './expressions.js';
import { Failure, failed } from './failure.js';
import type { Run } from './run.js';
import type { Instance, Work } from './state.js';
import { disarm } from './triggers.js';

/** The flows out of an element, in the order of the diagram. */
export function outgoing(run: Run, scope: Instance, element: Element): SequenceFlow[] {
  const { flows } = run.bodies.body(scope);
  return element.outgoing.map((id) => {
    const flow = flows.get(id);
    if (!flow) throw new Error(`the model has no flow ${id}`);
    return flow;
  });
}

/** Sends the token at an element on: one for each flow; without flows the token dies. */
export function go(run: Run, scope: Instance, flows: readonly SequenceFlow[]): void {
  if (flows.length === 0) {
    consume(run, scope, 1);
    return;
  }
  containerOf(scope).live += flows.length - 1;
  run.push(...flows.map(({ id }): Work => ({ do: 'arrive', in: scope.id, flow: id })));
}

/**
 * Lets tokens of a container die; the last one closes it. When only event sub-processes are left,
 * no further one begins.
 */
export function consume(run: Run, scope: Instance, count: number): void {
  const container = containerOf(scope);
  container.live -= count;
  run.touched.add(scope.id);
  if (container.live === 0) run.push({ do: 'close', in: scope.id });
  else if (container.live === container.handlers) closeEvents(run, scope);
}

/** From now on no event sub-process begins in this scope. */
export function closeEvents(run: Run, scope: Instance): void {
  containerOf(scope).eventsClosed = true;
  disarm(run, scope, 'inside');
}

/** Adds a token to a container; the caller says where it is. */
export function spawn(scope: Instance): void {
  containerOf(scope).live += 1;
}

/**
 * The flows an activity or event lets its token leave by: all without a condition and all whose
 * condition holds; the default only when there is no other.
 */
export function chooseFlows(run: Run, scope: Instance, element: Element): SequenceFlow[] | Failure {
  const flows = outgoing(run, scope, element);
  const fallback = 'default' in element ? element.default : undefined;
  const taken: SequenceFlow[] = [];
  for (const flow of flows) {
    if (flow.id === fallback) continue;
    const holds = flow.condition ? isTrue(run, scope, flow.condition) : true;
    if (failed(holds)) return holds;
    if (holds) taken.push(flow);
  }
  if (taken.length > 0 || flows.length === 0) return taken;
  const byDefault = flows.filter(({ id }) => id === fallback);
  return byDefault.length > 0 ? byDefault : noFlowTaken(element);
}

/** The incident of a token that may leave by no flow. */
export function noFlowTaken({ id, name }: Element): Failure {
  return new Failure(
    'no-flow-taken',
    `“${name ?? id}”没有一条流出路径的条件成立，也没有默认路径。请补正变量后重试，或修改流程图`,
  );
}

/** A token waits on a flow before a join. */
export function waitOn(scope: Instance, flow: string): void {
  const { waiting } = containerOf(scope);
  waiting[flow] = (waiting[flow] ?? 0) + 1;
}

/** Flows into an element on which at least one token waits. */
export function occupied(scope: Instance, element: Element): string[] {
  const { waiting } = containerOf(scope);
  return element.incoming.filter((flow) => waiting[flow] !== undefined);
}

/** Whether a token waits on each flow into a join; asked at each token, it looks at each flow once. */
export function isFull({ lookup }: Run, scope: Instance, { id, incoming }: Element): boolean {
  const { waiting } = containerOf(scope);
  const place = `${scope.id} ${id}`;
  const first = lookup.emptyFlows.get(place) ?? 0;
  for (let i = 0; i < incoming.length; i += 1) {
    const at = (first + i) % incoming.length;
    if (waiting[incoming[at] ?? ''] !== undefined) continue;
    lookup.emptyFlows.set(place, at);
    return false;
  }
  return true;
}

/** Joins one token of each of these flows into one. */
export function join(scope: Instance, flows: readonly string[]): void {
  const container = containerOf(scope);
  for (const flow of flows) {
    const left = (container.waiting[flow] ?? 0) - 1;
    if (left > 0) container.waiting[flow] = left;
    else delete container.waiting[flow];
  }
  container.live -= flows.length - 1;
}

export function containerOf(scope: Instance): NonNullable<Instance['container']> {
  if (!scope.container) throw new Error(`instance ${scope.id} contains no tokens`);
  return scope.container;
}
