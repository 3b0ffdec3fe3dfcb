/** Security headers, with a Content-Security-Policy whose nonce is new for every page. */
import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { isForApi } from './for-api.js';

/**
 * Gives every response a nonce in `locals.nonce`, and the headers that go with it; answers of the API are
 * kept nowhere.
 */
export function securityHeaders(publicUrl: string): RequestHandler {
  const https = publicUrl.startsWith('https:');
  const headers = helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        'default-src': ["'self'"],
        'base-uri': ["'self'"],
        'object-src': ["'none'"],
        'frame-ancestors': ["'none'"],
        'form-action': ["'self'"],
        'script-src': ["'self'"],
        'style-src': [
          "'self'",
          (_request, response) => `'nonce-${String((response as Response).locals.nonce)}'`,
        ],
        // bpmn-js and antd set style attributes; they cannot carry a nonce.
        'style-src-attr': ["'unsafe-inline'"],
        'img-src': ["'self'", 'data:', 'blob:'],
        'font-src': ["'self'", 'data:'],
        'connect-src': ["'self'"],
        'worker-src': ["'self'", 'blob:'],
        ...(https ? { 'upgrade-insecure-requests': [] } : {}),
      },
    },
    strictTransportSecurity: https ? undefined : false,
    crossOriginEmbedderPolicy: false,
  });
  return (request: Request, response: Response, next: NextFunction) => {
    // What the API answers is somebody's: neither a browser nor a proxy on the way keeps it.
    if (isForApi(request)) response.setHeader('Cache-Control', 'no-store');
    response.locals.nonce = randomBytes(18).toString('base64');
    headers(request, response, next);
  };
}
