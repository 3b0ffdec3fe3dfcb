/** Every request of the API is a trace, measured and told in one line of the log. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { addressOf } from './address.js';
import { duration } from '../observability/meter.js';
import { type Caller, SpanKind, spanning, traceId } from '../observability/trace.js';

/** Tells which trace an answer belongs to: what people quote when something went wrong. */
export const TRACE_HEADER = 'Trace-Id';

const requests = duration(
  'onestop_http_request_duration_seconds',
  'Requests of the API by method, template of the path, and status',
);

/** Of the log: method, path (no query), status, milliseconds, trace and person. */
export function requestTrace(logger: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { path, method } = request;
    if (!path.startsWith('/api/') || path === '/api/health') return next();
    const began = performance.now();
    const caller: Caller = { address: addressOf(request) };
    const parent = request.get('traceparent');
    spanning(method, { kind: SpanKind.SERVER, caller, parent }, (end) => {
      const trace = traceId();
      if (trace) response.setHeader(TRACE_HEADER, trace);
      response.on('finish', () => {
        const ms = performance.now() - began;
        const { statusCode: status } = response;
        const route = templateOf(request);
        requests.record(ms / 1000, { method, route, status: String(status) });
        end({
          'http.request.method': method,
          'http.route': route,
          'http.response.status_code': status,
        });
        const { person } = caller;
        // Outside the trace by now: the end of an answer is the socket's affair.
        logger.info({ method, path, status, ms: Math.round(ms), trace, person }, 'request');
      });
      next();
    });
  };
}

/** `/api/cases/:number`; what no operation answers has no template. */
function templateOf(request: Request): string {
  const { path } = (request.route ?? {}) as { path?: unknown };
  return typeof path === 'string' ? request.baseUrl + path : 'none';
}
