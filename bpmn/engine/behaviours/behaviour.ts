import type { Element, ElementType } from '../../model/process.js';
import type { Result } from '../failure.js';
import type { Run } from '../run.js';
import type { Instance } from '../state.js';
import type { Found, Payload } from '../triggers.js';

/**
 * What one type of element does. The engine calls these; a behaviour changes the state through
 * the shared verbs (tokens, scopes, variables, triggers) and leaves further moves as work.
 * A behaviour that answers with a failure must not have changed anything: it is called again.
 */
export interface Behaviour<E extends Element = Element> {
  /** A token reaches the element, by a flow or because its container starts. */
  arrive(run: Run, scope: Instance, element: E, flow?: string): Result;
  /** An activity's instance has its inputs and boundary events, and begins its own work. */
  start?(run: Run, instance: Instance, element: E): Result;
  /** A timer fired or a message came for this event. `found.owner` is the instance that waited. */
  triggered?(run: Run, found: Found, element: E, payload: Payload): Result;
  /** The event of an element at which a process may start has happened; the token is its own. */
  happened?(run: Run, scope: Instance, element: E): Result;
  /** The last token in the container that belongs to this element died. */
  closed?(run: Run, container: Instance, element: E): Result;
}

/** One entry for each type of element: a type without an entry does not compile. */
export type Behaviours = {
  [T in ElementType]: Behaviour<Extract<Element, { type: T }>>;
};
