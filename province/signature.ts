import { createHash, createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { RequestHandler } from 'express';
import { sendProblem } from './problems.js';

/** A request older or newer than this is refused; within it, the nonce tells a replay. */
const TOLERANCE = 5 * 60_000;

/** Names of the two systems. */
const PROVINCE = 'province';
const PLATFORM = 'onestop';

interface Envelope {
  sender: string;
  receiver: string;
  time: string;
  nonce: string;
  method: string;
  path: string;
  /** SHA-256 of the body's bytes, hex. */
  bodyDigest: string;
  /** Of the platform's requests: on what errand they come ({@link ERRAND}). */
  errand?: readonly string[];
}

/** The headers that say who acts, under which body, in which matter, for whom and to what end. */
export const ERRAND = ['x-actor', 'x-actor-body', 'x-matter', 'x-applicant', 'x-purpose'] as const;

const digest = (bytes: string | Buffer): string => createHash('sha256').update(bytes).digest('hex');

/**
 * base64(HMAC-SHA256(key, each part with its length)); the key is of the direction, derived from the
 * secret of the pair.
 */
function signatureOf(secret: string, envelope: Envelope): string {
  const { sender, receiver, time, nonce, method, path, bodyDigest } = envelope;
  const key = hkdfSync('sha256', secret, '', `request ${sender} to ${receiver}`, 32);
  const parts = [method.toUpperCase(), path, sender, receiver, time, nonce, bodyDigest];
  parts.push(...(envelope.errand ?? []));
  const text = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
  return createHmac('sha256', Buffer.from(key)).update(text).digest('base64');
}

/** The first is the current one; those after it are still good while they are changed. */
export const secretsIn = (list: string): string[] => list.split(',').map((each) => each.trim());

/** Headers of a request the province itself sends (notices). */
export function signedHeaders(
  secrets: string,
  request: { method: string; path: string; body: string },
): Record<string, string> {
  const nonce = randomUUID();
  const time = String(Date.now());
  const { method, path } = request;
  const bodyDigest = digest(request.body);
  const between = { sender: PROVINCE, receiver: PLATFORM };
  return {
    'x-request-id': nonce,
    'x-sender-id': PROVINCE,
    'x-time': time,
    'x-sign': signatureOf(secretsIn(secrets)[0]!, {
      ...between,
      ...{ time, nonce, method, path, bodyDigest },
    }),
  };
}

function equal(a: string, b: string): boolean {
  const left = Buffer.from(a);
  const right = Buffer.from(b);
  return left.length === right.length && timingSafeEqual(left, right);
}

const digests = new WeakMap<IncomingMessage, string>();

/** Keeps what a body parser read; for its option `verify`. */
export function keepDigest(request: IncomingMessage, _response: unknown, bytes: Buffer): void {
  digests.set(request, digest(bytes));
}

/** Lets only requests pass that carry the right signature, were made just now and did not come before. */
export function requireSignature(secrets: string): RequestHandler {
  const heard = new Map<string, number>();
  return (request, response, next) => {
    const now = Date.now();
    for (const [nonce, at] of heard) {
      if (now - at <= 2 * TOLERANCE) break;
      heard.delete(nonce);
    }
    const nonce = request.get('x-request-id') ?? '';
    const time = request.get('x-time') ?? '';
    const envelope = {
      ...{ sender: PLATFORM, receiver: PROVINCE, time, nonce },
      ...{ method: request.method, path: request.originalUrl },
      bodyDigest: digests.get(request) ?? digest(''),
      ...(ERRAND.some((name) => request.get(name)) && {
        errand: ERRAND.map((name) => request.get(name) ?? ''),
      }),
    };
    const signed =
      nonce !== '' &&
      !heard.has(nonce) &&
      request.get('x-sender-id') === PLATFORM &&
      Math.abs(now - Number(time)) < TOLERANCE &&
      secretsIn(secrets).some((secret) =>
        equal(request.get('x-sign') ?? '', signatureOf(secret, envelope)),
      );
    if (signed) {
      heard.set(nonce, now);
      return next();
    }
    sendProblem(
      response,
      401,
      'wrong-signature',
      '请求签名不正确、已过期或者重复，请核对密钥与时钟。',
    );
  };
}
