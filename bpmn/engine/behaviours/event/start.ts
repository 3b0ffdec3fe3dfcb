import type { StartEvent } from '../../../model/process.js';
import type { Variables } from '../../api.js';
import { received } from '../../expressions.js';
import { failed, type Result } from '../../failure.js';
import type { Run } from '../../run.js';
import { remove } from '../../scopes.js';
import type { Instance } from '../../state.js';
import { happened, waitFor } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/**
 * Whatever started it has happened; the token goes on. Of several events that must all come, the
 * first opens the case, and the token waits for the others.
 */
export const startEvent: Behaviour<StartEvent> = {
  arrive(run, scope, event) {
    const { definition } = event;
    // in an event sub-process all have come already, and a call needs none
    const waits = scope.parent === '' && definition?.type === 'multiple' && definition.parallel;
    if (!waits) return keepSaid(run, scope, event) ?? goOn(run, scope, event);
    const instance = run.create(scope, event.id);
    const failure = waitFor(run, instance, [{ element: event.id, definition }]);
    if (failure) {
      remove(run, instance);
      return failure;
    }
    const came = instance.triggers.find(({ part }) => part === run.cameFirst);
    if (came) run.push({ do: 'trigger', in: instance.id, trigger: came.id, variables: {} });
  },

  triggered(run, found, event, { variables, confined }) {
    const { owner } = found;
    const scope = run.instance(owner.parent);
    const failure = keep(run, scope, event, variables, confined);
    if (failure) return failure;
    if (event.definition && !happened(run, found, event.definition)) return;
    remove(run, owner);
    goOn(run, scope, event);
  },
};

/** What somebody outside said to begin an event sub-process is seen by this mapping alone. */
function keepSaid(run: Run, scope: Instance, event: StartEvent): Result {
  const { said } = scope;
  delete scope.said;
  return keep(run, scope, event, said ?? {}, said && true);
}

/** Keeps what came with an event as far as the diagram says. */
function keep(
  run: Run,
  scope: Instance,
  event: StartEvent,
  came: Variables,
  confined?: true,
): Result {
  const kept = received(run, scope, event, came, confined);
  if (failed(kept)) return kept;
  assignAll(run, scope, kept);
}

function goOn(run: Run, scope: Instance, event: StartEvent): undefined {
  run.completed(event);
  run.push({ do: 'leave', in: scope.id, element: event.id });
}
