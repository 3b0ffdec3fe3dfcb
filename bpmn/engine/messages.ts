import type { MessageDefinition } from '../model/process.js';
import { mapped, textOf, valueOf } from './expressions.js';
import { failed, type Failure } from './failure.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';

/** Hands a message to the host. A failure has sent nothing. */
export function throwMessage(
  run: Run,
  from: Instance,
  element: string,
  { name, key, variables = [] }: MessageDefinition,
): Failure | undefined {
  const named = textOf(run, from, name);
  if (failed(named)) return named;
  const payload = mapped(run, from, variables);
  if (failed(payload)) return payload;
  const correlation = key ? valueOf(run, from, key, payload) : null;
  if (failed(correlation)) return correlation;
  const text = typeof correlation === 'string' ? correlation : JSON.stringify(correlation);
  run.emit({
    type: 'throwMessage',
    element,
    name: named,
    ...(correlation === null ? {} : { key: text }),
    variables: payload,
  });
  return undefined;
}
