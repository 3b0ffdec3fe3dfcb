/**
 * An event sub-process: listened for while its scope is active, before any boundary event. An
 * interrupting one takes the place of everything else in the scope, which then completes normally.
 */
import type { EventSubProcess } from '../../../model/process.js';
import { noteHandled } from '../../completed.js';
import { beginHandler } from '../../handlers.js';
import { remove } from '../../scopes.js';
import { consume, containerOf } from '../../tokens.js';
import { happened, spend, waitAgain } from '../../triggers.js';
import { assignAll } from '../../variables.js';
import type { Behaviour } from '../behaviour.js';

export const eventSubProcess: Behaviour<EventSubProcess> = {
  arrive(_run, _scope, { id }) {
    throw new Error(`no flow leads to the event sub-process ${id}`);
  },

  triggered(run, found, handler, { variables, confined }) {
    if (!confined) assignAll(run, found.owner, variables);
    if (!happened(run, found, handler.definition)) return;
    if (!handler.interrupting) {
      const failure = waitAgain(run, found, handler.definition);
      if (failure) return failure;
    }
    spend(found);
    beginHandler(run, found.owner, handler, confined && variables);
  },

  closed(run, instance, handler) {
    const scope = run.instance(instance.parent);
    noteHandled(run, instance, handler);
    remove(run, instance);
    run.completed(handler);
    const container = containerOf(scope);
    container.handlers = (container.handlers ?? 0) - 1;
    consume(run, scope, 1);
  },
};
