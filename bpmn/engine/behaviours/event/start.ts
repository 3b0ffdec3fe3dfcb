import type { StartEvent } from '../../../model/process.js';
import { mapped } from '../../expressions.js';
import { failed } from '../../failure.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Whatever started it has happened; the token goes on. */
export const startEvent: Behaviour<StartEvent> = {
  arrive(run, scope, event) {
    const outputs = mapped(run, scope, event.outputs ?? []);
    if (failed(outputs)) return outputs;
    assignAll(run, scope, outputs);
    run.completed(event);
    run.push({ do: 'leave', in: scope.id, element: event.id });
    return undefined;
  },
};
