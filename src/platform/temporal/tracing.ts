/** Traces go through Temporal in headers: put in by the client, taken out around each activity. */
import type { WorkflowClientInterceptor } from '@temporalio/client';
import { defaultPayloadConverter, type Headers } from '@temporalio/common';
import type { ActivityInterceptorsFactory } from '@temporalio/worker';
import { TRACE_HEADER } from '../../../workflows/contracts/trace.js';
import { SpanKind, tracedWork, traceparent } from '../observability/trace.js';

function traced(headers: Headers): Headers {
  const parent = traceparent();
  if (!parent) return headers;
  return { ...headers, [TRACE_HEADER]: defaultPayloadConverter.toPayload(parent) };
}

function parentIn(headers: Headers): string | undefined {
  const payload = headers[TRACE_HEADER];
  return payload && defaultPayloadConverter.fromPayload<string>(payload);
}

/** What is sent to a case belongs to the trace under way. */
export const tracedSending: WorkflowClientInterceptor = {
  startWithDetails: (input, next) => next({ ...input, headers: traced(input.headers) }),
  startUpdate: (input, next) => next({ ...input, headers: traced(input.headers) }),
  startUpdateWithStart: (input, next) =>
    next({
      ...input,
      workflowStartHeaders: traced(input.workflowStartHeaders),
      updateHeaders: traced(input.updateHeaders),
    }),
  signal: (input, next) => next({ ...input, headers: traced(input.headers) }),
};

/** What a case asks a worker for belongs to the trace that the case goes on in. */
export const tracedActivities: ActivityInterceptorsFactory = ({ info }) => ({
  inbound: {
    execute: (input, next) =>
      tracedWork(
        `activity ${info.activityType}`,
        {
          kind: SpanKind.CONSUMER,
          parent: parentIn(input.headers),
          attributes: { 'onestop.case': info.workflowExecution?.workflowId ?? '' },
        },
        () => next(input),
      ),
  },
});
