import type { MessageDefinition } from '../model/process.js';
import { correlationKey } from './correlation-key.js';
import { mapped, textOf } from './expressions.js';
import { failed, type Failure } from './failure.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';

/** Hands a message to the host. A failure has sent nothing. */
export function throwMessage(
  run: Run,
  from: Instance,
  element: string,
  message: MessageDefinition,
): Failure | undefined {
  const { name, variables = [] } = message;
  const named = textOf(run, from, name);
  if (failed(named)) return named;
  const payload = mapped(run, from, variables);
  if (failed(payload)) return payload;
  const key = correlationKey(run, from, named, message, payload);
  if (failed(key)) return key;
  run.emit({
    type: 'throwMessage',
    element,
    name: named,
    ...(key !== undefined && { key }),
    variables: payload,
  });
  return undefined;
}
