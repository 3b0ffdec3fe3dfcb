/**
 * An ad-hoc sub-process: its activities without incoming flow are all to be done, at once or one
 * after another, until the completion condition holds; without a condition, each once.
 */
import type { AdHocSubProcess, Element } from '../../../model/process.js';
import { arriveAt } from '../../activities.js';
import { fitting, isTrue } from '../../expressions.js';
import { failed, type Failure, type Result } from '../../failure.js';
import type { Run } from '../../run.js';
import { beginAt, cancelInside, open } from '../../scopes.js';
import type { Instance } from '../../state.js';
import { consume, containerOf, closeEvents } from '../../tokens.js';
import type { Behaviour } from '../behaviour.js';

export const adHocSubProcess: Behaviour<AdHocSubProcess> = {
  arrive: arriveAt,

  start(run, instance) {
    open(run, instance);
  },

  closed(run, instance, element) {
    const { adHoc } = containerOf(instance);
    const [next] = adHoc?.pending ?? [];
    // what was interrupted or terminated is over, whatever the condition says
    if (!adHoc || adHoc.enough || (next === undefined && !element.completionCondition)) {
      closeEvents(run, instance);
      run.push({ do: 'complete', in: instance.id });
      return;
    }
    // the condition does not hold yet: what was done may be done again
    if (next === undefined) return beginAdHoc(run, instance, element);
    beginNext(run, instance, adHoc.pending);
  },
};

/** Begins with all activities, or with the first. */
export function beginAdHoc(run: Run, instance: Instance, element: AdHocSubProcess): Result {
  const first = firstOf(run, instance, element);
  if (failed(first)) return first;
  const container = containerOf(instance);
  if (first.length === 0) {
    container.adHoc = { pending: [], enough: true };
    beginAt(run, instance, []);
    return;
  }
  if (element.sequential) return beginNext(run, instance, first);
  container.adHoc = { pending: [] };
  beginAt(run, instance, first);
}

function firstOf(run: Run, instance: Instance, element: AdHocSubProcess): string[] | Failure {
  const { implicitStarts } = run.bodies.body(instance);
  if (!element.active) return implicitStarts;
  const known = (id: unknown): id is string =>
    typeof id === 'string' && Object.hasOwn(element.body.elements, id);
  return fitting(run, instance, element.active, {
    place: `“${element.name ?? element.id}”要开始的活动`,
    kind: '其中活动编号的列表',
    fits: (value): value is string[] => Array.isArray(value) && value.every(known),
  });
}

function beginNext(run: Run, instance: Instance, pending: readonly string[]): void {
  containerOf(instance).adHoc = { pending: pending.slice(1) };
  beginAt(run, instance, pending.slice(0, 1));
}

/**
 * An activity of an ad-hoc sub-process is done: whether its token ends because enough is done.
 * @returns true when it does
 */
export function endsAdHoc(run: Run, instance: Instance, left: Element): boolean | Failure {
  const adHoc = containerOf(instance).adHoc;
  if (!adHoc || !('boundary' in left)) return false;
  const element = run.bodies.element(instance) as AdHocSubProcess;
  const enough = adHoc.enough ?? isEnough(run, instance, element);
  if (failed(enough) || !enough) return enough;
  if (element.cancelRemaining) {
    cancelInside(run, instance);
    run.push({ do: 'close', in: instance.id });
  }
  containerOf(instance).adHoc = { pending: [], enough: true };
  if (!element.cancelRemaining) consume(run, instance, 1);
  return true;
}

function isEnough(run: Run, instance: Instance, element: AdHocSubProcess): boolean | Failure {
  const { completionCondition } = element;
  return completionCondition ? isTrue(run, instance, completionCondition) : false;
}
