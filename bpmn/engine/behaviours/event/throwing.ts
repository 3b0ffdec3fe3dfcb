/** What end events and intermediate throw events do, by the kind of event. */
import type { EndEvent, IntermediateThrowEvent, SingleDefinition } from '../../../model/process.js';
import { throwError, throwEscalation } from '../../catching.js';
import { takeCompleted } from '../../completed.js';
import { textOf } from '../../expressions.js';
import { Failure, failed, type Result } from '../../failure.js';
import { throwMessage } from '../../messages.js';
import type { Run } from '../../run.js';
import { cancelInside } from '../../scopes.js';
import type { Instance, Compensation } from '../../state.js';
import { spawn } from '../../tokens.js';
import { deliverSignal } from '../../triggers.js';
import { cancelTransaction, transactionAround } from '../../compensation.js';

export type Thrower = EndEvent | IntermediateThrowEvent;

/** Lays the token's own way on as work: the next part of a multiple event, else out of the event. */
type Proceed = () => void;

type Throwing = {
  [T in SingleDefinition['type']]?: (
    run: Run,
    scope: Instance,
    event: Thrower,
    definition: Extract<SingleDefinition, { type: T }>,
    proceed: Proceed,
    part: number,
  ) => Result;
};

const throwing: Throwing = {
  message(run, scope, event, { message }, proceed) {
    const failure = throwMessage(run, scope, event.id, message);
    if (failure) return failure;
    proceed();
  },

  signal(run, scope, event, definition, proceed) {
    const name = textOf(run, scope, definition.name);
    if (failed(name)) return name;
    // laid first, so that it is done after all who wait here, and not at all if one interrupts it
    proceed();
    run.emit({ type: 'throwSignal', element: event.id, name, variables: {} });
    deliverSignal(run, name, {});
  },

  error(run, scope, event, { code = '' }) {
    const label = event.name ?? event.id;
    if (throwError(run, scope, code, label, event)) return undefined;
    return new Failure(
      'uncaught-error',
      `错误“${code || label}”在流程图中无人捕获，请修改流程图后重试`,
    );
  },

  escalation(run, scope, _event, { code = '' }, proceed) {
    // laid first, so that who interrupts takes it away
    proceed();
    throwEscalation(run, scope, code);
  },

  link(run, scope, event, { target }) {
    run.completed(event);
    run.push({ do: 'enter', in: scope.id, element: target ?? '' });
  },

  compensate(run, scope, event, { activity, wait = true }, proceed, part) {
    const left = takeCompleted(run, scope, activity);
    if (left.length === 0) return proceed();
    if (!wait) {
      proceed();
      spawn(scope);
    }
    const undoing: Compensation = wait ? { left, then: 'leave', part } : { left, then: 'die' };
    const undoer = run.create(scope, event.id, { undoing });
    run.push({ do: 'undo', in: undoer.id });
  },

  cancel(run, scope, event) {
    run.completed(event);
    cancelTransaction(run, transactionAround(run, scope));
  },

  terminate(run, scope, event) {
    run.completed(event);
    cancelInside(run, scope);
    run.push({ do: 'close', in: scope.id });
  },
};

/**
 * Throws what the event defines; then its token goes on, or ends where nothing leads on.
 * @param part which of several
 */
export function throwEvent(run: Run, scope: Instance, event: Thrower, part = 0): Result {
  const { definition } = event;
  const parts = definition?.type === 'multiple' ? definition.parts : [definition];
  const single = parts[part];
  const proceed = (): void => {
    if (part + 1 < parts.length) {
      run.push({ do: 'throw', in: scope.id, element: event.id, part: part + 1 });
    } else {
      run.completed(event);
      run.push({ do: 'leave', in: scope.id, element: event.id });
    }
  };
  if (!single) return proceed();
  const act = throwing[single.type];
  if (!act) throw new Error(`the engine cannot throw ${single.type}`);
  return act(run, scope, event, single as never, proceed, part);
}
