import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Logger } from 'pino';

/** One line per answered API request: method, path (no query), status, milliseconds. */
export function requestLog(logger: Logger): RequestHandler {
  return (request: Request, response: Response, next: NextFunction) => {
    const started = performance.now();
    const { path } = request;
    if (path.startsWith('/api/') && path !== '/api/health') {
      response.on('finish', () => {
        const ms = Math.round(performance.now() - started);
        logger.info({ method: request.method, path, status: response.statusCode, ms }, 'request');
      });
    }
    next();
  };
}
