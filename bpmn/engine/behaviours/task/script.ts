import type { ScriptTask } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { valueOf } from '../../expressions.js';
import { failed } from '../../failure.js';
import { assign } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Evaluates its script and writes the result variable. */
export const scriptTask: Behaviour<ScriptTask> = {
  arrive: arriveAt,

  start(run, instance, { script, resultVariable }) {
    const value = valueOf(run, instance, script);
    if (failed(value)) return value;
    if (resultVariable) assign(run, instance, resultVariable, value);
    run.push({ do: 'complete', in: instance.id });
    return undefined;
  },
};
