/** What end events and intermediate throw events do, by the kind of event. */
import type { EndEvent, EventDefinition, IntermediateThrowEvent } from '../../../model/process.js';
import { throwError } from '../../catching.js';
import { textOf, valueOf } from '../../expressions.js';
import { Failure, failed } from '../../failure.js';
import type { Run } from '../../run.js';
import { cancelInside } from '../../scopes.js';
import type { Instance } from '../../state.js';

type Thrower = EndEvent | IntermediateThrowEvent;

/** `go on` = the token goes on from the event; `gone` = what was thrown has taken it. */
type Thrown = 'go on' | 'gone' | Failure;

type Throwing = {
  [T in EventDefinition['type']]?: (
    run: Run,
    scope: Instance,
    event: Thrower,
    definition: Extract<EventDefinition, { type: T }>,
  ) => Thrown;
};

const throwing: Throwing = {
  message(run, scope, event, { message }) {
    const name = textOf(run, scope, message.name);
    if (failed(name)) return name;
    const key = message.key ? valueOf(run, scope, message.key) : null;
    if (failed(key)) return key;
    const text = typeof key === 'string' ? key : JSON.stringify(key);
    run.emit({
      type: 'throwMessage',
      element: event.id,
      name,
      ...(key === null ? {} : { key: text }),
      variables: {},
    });
    run.completed(event);
    return 'go on';
  },

  error(run, scope, event, { code = '' }) {
    const label = event.name ?? event.id;
    if (throwError(run, scope, code, label, event)) return 'gone';
    return new Failure(
      'uncaught-error',
      `错误“${code || label}”在流程图中无人捕获，请修改流程图后重试`,
    );
  },

  terminate(run, scope, event) {
    run.completed(event);
    cancelInside(run, scope);
    run.push({ do: 'close', in: scope.id });
    return 'gone';
  },
};

/** Throws what the event defines, and tells the host that the event was completed. */
export function throwEvent(run: Run, scope: Instance, event: Thrower): Thrown {
  const { definition } = event;
  if (!definition) {
    run.completed(event);
    return 'go on';
  }
  const act = throwing[definition.type];
  if (!act) throw new Error(`the engine cannot throw ${definition.type}`);
  return act(run, scope, event, definition as never);
}
