import type { CallActivity } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import type { Json, Variables } from '../../api.js';
import { fitting, mapped } from '../../expressions.js';
import { Failure, failed, type Result } from '../../failure.js';
import { openChild } from '../../wait-states.js';
import type { Run } from '../../run.js';
import { open, remove } from '../../scopes.js';
import type { Instance } from '../../state.js';
import { assignAll, visible } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

/** Calls another process: as a scope in this case, or as a case of its own. */
export const callActivity: Behaviour<CallActivity> = {
  arrive: arriveAt,

  start(run, instance, call) {
    const variables = variablesFor(run, instance, call);
    if (variables instanceof Failure) return variables;
    if (call.separate) {
      instance.open = { type: 'child', variables };
      run.emit({ type: 'startChild', child: openChild(instance, call) });
      return undefined;
    }
    return startScope(run, instance, call, variables);
  },

  closed(run, called, call) {
    const instance = run.instance(called.parent);
    const outputs = mapped(run, called, call.outputs);
    if (failed(outputs)) return outputs;
    if (call.returnAll ?? call.outputs.length === 0) assignAll(run, instance, called.variables);
    assignAll(run, instance, outputs);
    remove(run, called);
    run.push({ do: 'complete', in: instance.id });
  },
};

/** What the called process starts with: copies, so that its changes stay its own. */
function variablesFor(run: Run, instance: Instance, call: CallActivity): Variables | Failure {
  const explicit = call.inputs.length > 0 || call.input !== undefined;
  const variables = !call.separate && (call.passAll ?? !explicit) ? visible(run, instance) : {};
  const place = `调用“${call.name ?? call.id}”的输入`;
  const context = call.input
    ? fitting(run, instance, call.input, { place, kind: ' FEEL 上下文', fits: isContext })
    : {};
  if (failed(context)) return context;
  const inputs = mapped(run, instance, call.inputs);
  return failed(inputs) ? inputs : { ...variables, ...context, ...inputs };
}

const isContext = (value: Json): value is Variables =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function startScope(
  run: Run,
  instance: Instance,
  call: CallActivity,
  variables: Variables,
): Result {
  const name = call.name ?? call.id;
  if (run.bodies.tooDeep(instance)) {
    return new Failure('call-failed', `“${name}”的调用层次过深，流程可能在无止境地调用自己`);
  }
  if (!run.bodies.calledProcess(instance, call.calledElement)) {
    return new Failure('call-failed', `“${name}”调用的流程 ${call.calledElement} 不存在`);
  }
  open(run, run.create(instance, call.id, { called: call.calledElement, variables }));
}
