/**
 * Compensation (BPMN 2.0.2, 10.7 and 13.5.5) undoes what was completed: in the reverse order of
 * completion, each completed occurrence once, with its variables as they were.
 */
import type { Activity, EventSubProcess, SubProcess } from '../model/process.js';
import { leaveByBoundary } from './catching.js';
import { compensationHandler } from './completed.js';
import { beginInside } from './handlers.js';
import type { Run } from './run.js';
import { cancelInside, remove } from './scopes.js';
import type { Completed, Instance, Compensation } from './state.js';
import { consume } from './tokens.js';

/** Has the next occurrence undone, or goes on when all are. */
export function compensateNext(run: Run, undoer: Instance): void {
  const { undoing } = undoer;
  if (!undoing) throw new Error(`instance ${undoer.id} undoes nothing`);
  const last = undoing.left.pop();
  if (!last) return compensated(run, undoer, undoing);
  const place = run.instance(last.in);
  const container = run.bodies.container(place);
  const activity = run.bodies.elementIn(container, last.element) as Activity | EventSubProcess;
  const compensates = undoer.id;
  if (last.inside === undefined && 'compensation' in activity) {
    const { variables } = last;
    const element = activity.compensation ?? '';
    run.push({ do: 'handle', in: container.id, element, variables, compensates });
  } else compensateInside(run, place, last, compensates);
}

/** A completed sub-process stands up again, with its variables, to be undone from inside. */
function compensateInside(
  run: Run,
  place: Instance,
  completed: Completed,
  compensates: string,
): void {
  const inside = completed.inside ?? [];
  const restored = run.create(place, completed.element, {
    variables: { ...completed.variables },
    container: { live: 0, waiting: {}, eventsClosed: true, completed: [] },
    compensates,
  });
  const handler = compensationHandler(run, restored);
  if (handler && restored.container) {
    restored.container.completed = [...inside];
    restored.undoing = { left: [], then: 'told' };
    beginInside(run, restored, handler);
    return;
  }
  const left = inside.map((one) => ({ ...one, in: restored.id }));
  restored.undoing = { left, then: 'told' };
  run.push({ do: 'undo', in: restored.id });
}

function compensated(run: Run, undoer: Instance, { then, part = 0 }: Compensation): void {
  const scope = run.instance(undoer.parent);
  switch (then) {
    case 'leave':
      remove(run, undoer);
      run.push({ do: 'throw', in: scope.id, element: undoer.element, part: part + 1 });
      return;
    case 'die':
      remove(run, undoer);
      consume(run, scope, 1);
      return;
    case 'told':
      remove(run, undoer);
      run.push({ do: 'undo', in: undoer.compensates ?? '' });
      return;
    case 'cancelled':
      leaveCancelled(run, undoer);
  }
}

/** The transaction around a place, or the body of its multi-instance: all instances are cancelled. */
export function transactionAround(run: Run, from: Instance): Instance {
  for (let host = from; host.parent !== ''; host = run.instance(host.parent)) {
    if (host.called !== undefined) break;
    const element = run.bodies.element(host);
    if (element.type !== 'subProcess' || !element.transaction) continue;
    return host.index === undefined ? host : run.instance(host.parent);
  }
  throw new Error(`no transaction around instance ${from.id}`);
}

/** A transaction is cancelled: what runs in it ends, what was completed is undone, then it is left. */
export function cancelTransaction(run: Run, transaction: Instance): void {
  const left = completedIn(run, transaction).map((one) => ({ ...one, in: transaction.id }));
  cancelInside(run, transaction);
  transaction.undoing = { left, then: 'cancelled' };
  run.push({ do: 'undo', in: transaction.id });
}

function completedIn(run: Run, transaction: Instance): Completed[] {
  if (!transaction.multi) return transaction.container?.completed ?? [];
  const running = [...run.lookup.childrenOf(transaction.id)].map((id) => {
    const { element, variables, container } = run.instance(id);
    return { element, variables, inside: container?.completed ?? [] };
  });
  return [...(transaction.multi.undo ?? []), ...running];
}

function leaveCancelled(run: Run, transaction: Instance): void {
  const activity = run.bodies.element(transaction) as SubProcess;
  const events = run.bodies.boundaryEvents(run.bodies.scopeOf(transaction), activity);
  const event = events.find(({ definition }) => definition.type === 'cancel');
  if (!event) throw new Error(`the transaction ${activity.id} has no cancel boundary event`);
  leaveByBoundary(run, transaction, event);
}
