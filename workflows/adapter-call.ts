/** An adapter called as an ordinary activity, under one idempotency key however often it is tried. */
import {
  ActivityFailure,
  ApplicationFailure,
  isCancellation,
  proxyActivities,
} from '@temporalio/workflow';
import type { OpenActivity } from '../bpmn/engine/index.js';
import type { UntimedEvent } from './coming-back.js';
import {
  ADAPTER_REFUSED,
  BPMN_ERROR,
  activityQueue,
  idempotencyKey,
  type AdapterActivities,
  type CaseInput,
} from './contracts/case.js';

/** Nobody polling the queue for this long is an incident. */
const UNATTENDED = '10 minutes';

/** @returns what the case hears of it; being cancelled is thrown on */
export async function callAdapter(
  { caseNumber, adapterGiveUp }: CaseInput,
  activity: OpenActivity,
): Promise<UntimedEvent> {
  const { occurrence, element, adapter, input } = activity;
  const adapters = proxyActivities<AdapterActivities>({
    taskQueue: activityQueue(activity.level),
    startToCloseTimeout: '20s',
    scheduleToStartTimeout: UNATTENDED,
    scheduleToCloseTimeout: adapterGiveUp,
    retry: {
      initialInterval: '500ms',
      backoffCoefficient: 2,
      maximumInterval: '15s',
      nonRetryableErrorTypes: [ADAPTER_REFUSED, BPMN_ERROR],
    },
  });
  const key = idempotencyKey(caseNumber, activity);
  try {
    const result = await adapters.callAdapter({
      key,
      caseNumber,
      element,
      occurrence,
      adapter,
      input,
    });
    return { type: 'activityDone', occurrence, result };
  } catch (error) {
    if (isCancellation(error) || !(error instanceof ActivityFailure)) throw error;
    return { type: 'activityFailed', occurrence, ...adapterFailure(error) };
  }
}

/** What the engine must know of a failed activity: a BPMN error the diagram may catch, or an incident. */
function adapterFailure(error: ActivityFailure): { error?: string; message: string } {
  const { cause } = error;
  if (cause instanceof ApplicationFailure && cause.type === BPMN_ERROR) {
    const [code, message] = (cause.details ?? []) as [string, string];
    return { error: code, message };
  }
  return { message: cause?.message ?? error.message };
}
