import type { IntermediateCatchEvent } from '../../../model/process.js';
import { received } from '../../expressions.js';
import { failed } from '../../failure.js';
import type { Run } from '../../run.js';
import { remove } from '../../scopes.js';
import type { Instance } from '../../state.js';
import { happened, waitFor } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** The token waits until the event happens. */
export const intermediateCatchEvent: Behaviour<IntermediateCatchEvent> = {
  arrive(run, scope, event) {
    if (event.definition.type === 'link') return goOn(run, scope, event);
    const instance = run.create(scope, event.id);
    const failure = waitFor(run, instance, [{ element: event.id, definition: event.definition }]);
    if (failure) remove(run, instance);
    return failure;
  },

  triggered(run, found, event, { variables, confined }) {
    const { owner } = found;
    const scope = run.instance(owner.parent);
    const kept = received(run, scope, event, variables, confined);
    if (failed(kept)) return kept;
    assignAll(run, scope, kept);
    if (!happened(run, found, event.definition)) return undefined;
    // an event-based gateway waited for it
    if (owner.element !== event.id) run.completed(run.bodies.element(owner));
    remove(run, owner);
    return goOn(run, scope, event);
  },

  happened(run, scope, event) {
    const kept = received(run, scope, event, {});
    if (failed(kept)) return kept;
    assignAll(run, scope, kept);
    return goOn(run, scope, event);
  },
};

function goOn(run: Run, scope: Instance, event: IntermediateCatchEvent): undefined {
  run.completed(event);
  run.push({ do: 'leave', in: scope.id, element: event.id });
}
