/** The events behind it are waited for together; the first decides, and the others are forgotten. */
import type { EventBasedGateway, EventDefinition } from '../../../model/process.js';
import type { Run } from '../../run.js';
import { remove } from '../../scopes.js';
import type { Instance } from '../../state.js';
import { outgoing } from '../../tokens.js';
import { waitFor } from '../../triggers.js';
import type { Behaviour } from '../behaviour.js';

export const eventBasedGateway: Behaviour<EventBasedGateway> = {
  arrive(run, scope, gateway) {
    const instance = run.create(scope, gateway.id);
    const events = outgoing(run, scope, gateway).map(({ target }) => ({
      element: target,
      definition: definitionOf(run, scope, target),
    }));
    const failure = waitFor(run, instance, events);
    if (failure) remove(run, instance);
    return failure;
  },
};

function definitionOf(run: Run, scope: Instance, id: string): EventDefinition {
  const element = run.bodies.elementIn(scope, id);
  if (element.type === 'intermediateCatchEvent') return element.definition;
  if (element.type === 'receiveTask') return { type: 'message', message: element.message };
  throw new Error(`${id} cannot stand behind an event-based gateway`);
}
