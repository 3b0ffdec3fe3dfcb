import type { StartEvent } from '../../../model/process.js';
import type { Behaviour } from '../behaviour.js';

/** Whatever started it has happened; the token goes on. */
export const startEvent: Behaviour<StartEvent> = {
  arrive(run, scope, event) {
    run.completed(event);
    run.push({ do: 'leave', in: scope.id, element: event.id });
  },
};
