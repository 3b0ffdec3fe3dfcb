/** Where a person with the right can lay hands on a running case: its tokens, and where one may begin. */
import type { Element, ProcessModel } from '../model/process.js';
import { Bodies } from './bodies.js';
import { canStart, holdsToken } from './modification.js';
import { keyOf } from './wait-states.js';
import type { State } from './state.js';

export interface TokenPositions {
  /** Instances that hold a token, named as a modification names them. */
  tokens: { key: string; element: string; name: string | null; type: Element['type'] }[];
  /** Elements that may get a new token now. */
  startable: { element: string; name: string | null; type: Element['type'] }[];
}

/** Pure; the order is that of creation, and of the diagram. */
export function tokenPositions(model: ProcessModel, state: State): TokenPositions {
  const bodies = new Bodies(model, state);
  const instances = Object.values(state.instances);
  const tokens = instances.filter(holdsToken).map((instance) => {
    const { id: element, name = null, type } = bodies.element(instance);
    return { key: keyOf(instance), element, name, type };
  });
  const startable = new Map<string, TokenPositions['startable'][number]>();
  for (const instance of instances.filter(({ container }) => container)) {
    const { scope } = bodies.body(instance);
    for (const { id: element, name = null, type } of Object.values(scope.elements))
      if (canStart(scope, element)) startable.set(element, { element, name, type });
  }
  return { tokens, startable: [...startable.values()] };
}
