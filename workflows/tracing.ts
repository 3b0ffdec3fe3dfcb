/**
 * A case goes on in the trace of what set its step off: the `traceparent` of a start, an update or a signal
 * is handed to the activities, children and signals that come of it, however much later; the run that
 * continues the case as new goes on in the trace of what came last. It stands in headers, which are no
 * part of what a replay is held to.
 */
import { AsyncLocalStorage, type Headers, type WorkflowInterceptors } from '@temporalio/workflow';
import { TRACE_HEADER } from './contracts/trace.js';

interface WithHeaders {
  readonly headers: Headers;
}

/** The bundle's `interceptors`: made anew for each workflow. */
export const interceptors = (): WorkflowInterceptors => {
  const trace = new AsyncLocalStorage<Headers[string] | undefined>();
  let latest: Headers[string] | undefined;
  const within = <I extends WithHeaders, R>(input: I, next: (input: I) => R): R => {
    const came = input.headers[TRACE_HEADER];
    latest = came ?? latest;
    return trace.run(came, () => next(input));
  };
  const inTrace = <I extends WithHeaders>(input: I, here: Headers[string] | undefined): I =>
    here ? { ...input, headers: { ...input.headers, [TRACE_HEADER]: here } } : input;
  const handOn = <I extends WithHeaders, R>(input: I, next: (input: I) => R): R =>
    next(inTrace(input, trace.getStore()));
  return {
    inbound: [{ execute: within, handleUpdate: within, handleSignal: within }],
    outbound: [
      {
        scheduleActivity: handOn,
        scheduleLocalActivity: handOn,
        startChildWorkflowExecution: handOn,
        signalWorkflow: handOn,
        continueAsNew: (input, next) => next(inTrace(input, latest)),
      },
    ],
  };
};
