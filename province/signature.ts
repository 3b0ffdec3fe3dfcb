import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import type { RequestHandler } from 'express';
import { sendProblem } from './problems.js';

/** A request older or newer than this is refused, so that a recorded one cannot be played later. */
const TOLERANCE = 5 * 60_000;

/** x-sign of the data-sharing gateway: base64(HMAC-SHA256(secret, sender + request id + time)). */
function signatureOf(secret: string, sender: string, id: string, time: string): string {
  return createHmac('sha256', secret)
    .update(sender + id + time)
    .digest('base64');
}

/** Headers of a request the province itself sends (notices). */
export function signedHeaders(secret: string): Record<string, string> {
  const id = randomUUID();
  const time = String(Date.now());
  return {
    'x-request-id': id,
    'x-sender-id': 'province',
    'x-time': time,
    'x-sign': signatureOf(secret, 'province', id, time),
  };
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

/** Lets only requests pass that carry the right signature and were made just now. */
export function requireSignature(secret: string): RequestHandler {
  return (request, response, next) => {
    const id = request.get('x-request-id') ?? '';
    const sender = request.get('x-sender-id') ?? '';
    const time = request.get('x-time') ?? '';
    const signed = id !== '' && sender !== '' && Math.abs(Date.now() - Number(time)) < TOLERANCE;
    if (signed && equal(request.get('x-sign') ?? '', signatureOf(secret, sender, id, time))) {
      return next();
    }
    sendProblem(response, 401, 'wrong-signature', '请求签名不正确或已过期，请核对密钥与时钟。');
  };
}
