/** By what a message finds the one case that it is meant for: a text, a number, or several of them. */
import type { MessageDefinition } from '../model/process.js';
import type { Json, Variables } from './api.js';
import { explained, insteadOf, type Explained } from './expressions.js';
import { Failure, failed } from './failure.js';
import type { Run } from './run.js';
import type { Instance } from './state.js';

/**
 * The key as text; undefined = the diagram asks for none, or for none that is not known yet. Anything
 * but text and number would be the same for many cases, and a message would reach another's.
 * @param payload of a message that is thrown: goes before the variables of the instance
 */
export function correlationKey(
  run: Run,
  from: Instance,
  name: string,
  { key, keyIsOne, keyIfKnown }: MessageDefinition,
  payload?: Variables,
): string | undefined | Failure {
  if (!key) return undefined;
  const found = explained(run, from, key, payload);
  if (failed(found)) return found;
  const { value, kind } = found;
  if (keyIsOne && kind !== 'string' && kind !== 'number') return noKey(name, key.feel, found);
  if (keyIfKnown && isUnknown(value)) return undefined;
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || (Array.isArray(value) && value.length > 0 && value.every(tells)))
    return JSON.stringify(value);
  if (run.behaves('correlationKeysAreTextOrNumber')) return noKey(name, key.feel, found);
  return value === null && payload ? undefined : JSON.stringify(value);
}

/** What the conversation has not told yet. */
const isUnknown = (value: Json): boolean =>
  value === null || (Array.isArray(value) && value.every((part) => part === null));

const tells = (part: Json): boolean => typeof part === 'string' || typeof part === 'number';

const noKey = (name: string, feel: string, found: Explained): Failure =>
  new Failure(
    'expression-failed',
    `消息“${name}”的关联键“${feel}”应为文字或数，${insteadOf(found)}；消息会找错办件。请补正变量后重试，或修改流程图`,
  );
