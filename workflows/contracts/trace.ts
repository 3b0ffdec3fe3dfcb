/** Where a `traceparent` (W3C Trace Context) stands in the headers of workflows and activities. */
export const TRACE_HEADER = 'traceparent';
