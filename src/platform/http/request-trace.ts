/** Every request of the API is a trace, measured and told in one line of the log. */
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { addressOf } from './address.js';
import { isForApi } from './for-api.js';
import { duration } from '../observability/meter.js';
import {
  type Caller,
  SpanKind,
  type SpanOptions,
  spanning,
  traceId,
} from '../observability/trace.js';

/** Tells which trace an answer belongs to: what people quote when something went wrong. */
export const TRACE_HEADER = 'Trace-Id';

const requests = duration(
  'onestop_http_request_duration_seconds',
  'Requests of the API by method, template of the path, and status',
);

/**
 * Only a proxy of ours goes on with a trace; whoever else asks begins one, so that nobody chooses an id
 * under which others are found, nor what is recorded. What a browser says of itself is linked.
 */
function originOf(request: Request): Pick<SpanOptions, 'parent' | 'link'> {
  const told = request.get('traceparent');
  const trusts = request.app.get('trust proxy fn') as (address: string, hop: number) => boolean;
  return trusts(request.socket.remoteAddress ?? '', 0) ? { parent: told } : { link: told };
}

/** Of the log: method, path (no query), status or that it was aborted, milliseconds, trace and person. */
export function requestTrace(logger: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const { path, method } = request;
    if (!isForApi(request) || path === '/api/health') return next();
    const began = performance.now();
    const caller: Caller = { address: addressOf(request) };
    spanning(method, { kind: SpanKind.SERVER, caller, ...originOf(request) }, (end) => {
      const trace = traceId();
      if (trace) response.setHeader(TRACE_HEADER, trace);
      response.once('close', () => {
        const ms = performance.now() - began;
        // A stream ends when its page is left: that is how it is answered, and its time measures nothing.
        const stream = response.get('Content-Type')?.startsWith('text/event-stream') ?? false;
        // Whoever asked is gone before the answer was.
        const aborted = !response.writableFinished && !stream;
        const { statusCode: status } = response;
        const route = templateOf(request);
        if (!stream)
          requests.record(ms / 1000, {
            ...{ method, route },
            status: aborted ? 'aborted' : String(status),
          });
        end({
          'http.request.method': method,
          'http.route': route,
          ...(aborted ? { 'onestop.aborted': true } : { 'http.response.status_code': status }),
        });
        const line = { method, path, ...(aborted ? { aborted } : { status }), ms: Math.round(ms) };
        // Outside the trace by now: the end of an answer is the socket's affair.
        logger.info({ ...line, trace, person: caller.person }, 'request');
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
