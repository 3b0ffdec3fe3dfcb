/**
 * An adapter called under one idempotency key however often it is tried: from within the step where it is
 * near and answers at once, else as an ordinary activity.
 */
import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
  proxyLocalActivities,
  TemporalFailure,
} from '@temporalio/workflow';
import type { Json, OpenActivity } from '../bpmn/engine/index.js';
import type { InTurn, UntimedEvent } from './coming-back.js';
import {
  ADAPTER_REFUSED,
  BPMN_ERROR,
  activityQueue,
  idempotencyKey,
  type AdapterActivities,
  type CaseInput,
  type NearAdapterActivities,
} from './contracts/case.js';
import type { KnownHistory } from './near-adapters.js';

/** Nobody polling the queue for this long is an incident. */
const UNATTENDED = '10 minutes';
/** Failures that trying again does not mend. */
const FINAL = [ADAPTER_REFUSED, BPMN_ERROR];

/** Longer than this no step waits for an adapter. */
const near = proxyLocalActivities<NearAdapterActivities>({
  scheduleToCloseTimeout: '1s',
  retry: { maximumAttempts: 1 },
});

/**
 * @param history what of the case is in history by now
 * @param inTurn local activities at the same time are replayed in another order than they ended in
 * @returns what the case hears of it; being cancelled is thrown on
 */
export async function callAdapter(
  input: CaseInput,
  activity: OpenActivity,
  history: KnownHistory,
  inTurn: InTurn,
): Promise<UntimedEvent> {
  const { occurrence, element, adapter } = activity;
  const { caseNumber } = input;
  const key = idempotencyKey(caseNumber, activity);
  const call = { key, caseNumber, element, occurrence, adapter, input: activity.input };
  const queue = activityQueue(activity.level);
  if (history.allows(adapter, input.nearAdapters)) {
    const answer = await inTurn(() =>
      answerOf(occurrence, () => near.callNearAdapter(call, queue)),
    );
    if (answer.final) return answer.event;
  }
  const mark = history.mark();
  const { event } = await answerOf(occurrence, () => ordinary(input, queue).callAdapter(call));
  history.cameBack(mark);
  return event;
}

const ordinary = ({ adapterGiveUp }: CaseInput, taskQueue: string) =>
  proxyActivities<AdapterActivities>({
    taskQueue,
    startToCloseTimeout: '20s',
    scheduleToStartTimeout: UNATTENDED,
    scheduleToCloseTimeout: adapterGiveUp,
    retry: {
      initialInterval: '500ms',
      backoffCoefficient: 2,
      maximumInterval: '15s',
      nonRetryableErrorTypes: FINAL,
    },
  });

/** `final`: trying again would change nothing. */
async function answerOf(
  occurrence: string,
  call: () => Promise<Json>,
): Promise<{ event: UntimedEvent; final: boolean }> {
  try {
    return { event: { type: 'activityDone', occurrence, result: await call() }, final: true };
  } catch (error) {
    if (isCancellation(error) || !(error instanceof TemporalFailure)) throw error;
    // What failed within the step comes without the activity's wrapper, unless it was too late.
    const said = error instanceof ActivityFailure ? (error.cause ?? error) : error;
    const final = said instanceof ApplicationFailure && FINAL.includes(said.type ?? '');
    return { event: { type: 'activityFailed', occurrence, ...adapterFailure(said) }, final };
  }
}

/** What the engine must know of a failed activity: a BPMN error the diagram may catch, or an incident. */
function adapterFailure(said: Error): { error?: string; message: string } {
  if (said instanceof ApplicationFailure && said.type === BPMN_ERROR) {
    const [code, message] = (said.details ?? []) as [string, string];
    return { error: code, message };
  }
  return { message: said.message };
}
