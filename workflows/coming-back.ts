/** How what a case has set going outside comes back to it. */
import type { Event } from '../bpmn/engine/index.js';
import type { Cause } from './contracts/case.js';

/** Hands an event back to the case; resolves when its step is recorded. */
export type Back = (event: UntimedEvent, cause: Cause) => Promise<unknown>;
export type InTurn = <T>(work: () => Promise<T>) => Promise<T>;
/** The case says when it is. */
export type UntimedEvent = Event extends infer E
  ? E extends Event
    ? Omit<E, 'at'>
    : never
  : never;
