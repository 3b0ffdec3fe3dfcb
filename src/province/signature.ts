/**
 * Requests between systems are signed: method, path, body, time, nonce, sender and receiver, each with
 * its length, so that no boundary can be shifted. Each pair and direction has a key of its own, derived
 * from the secret of the pair: what we send is good for nobody to send to us.
 */
import { createHash, createHmac, hkdfSync, randomUUID, timingSafeEqual } from 'node:crypto';

/** Our own name between systems. */
export const OURSELVES = 'onestop';
/** Name of the province's platform. */
export const PROVINCE_SYSTEM = 'province';
/** Older or newer requests are refused; within it, the nonce tells a replay, ms. */
export const TOLERANCE = 5 * 60_000;

/** What a signature is about. */
export interface Signed {
  method: string;
  /** With its query. */
  path: string;
  body: Uint8Array | string | undefined;
  /** What is sent in further headers, which must not be changed on the way either. */
  more?: readonly string[];
}

interface Envelope {
  sender: string;
  receiver: string;
  time: string;
  nonce: string;
  method: string;
  path: string;
  /** Hex. */
  bodyDigest: string;
  more?: readonly string[] | undefined;
}

export const digestOfBody = (body: Signed['body']): string =>
  createHash('sha256')
    .update(body ?? '')
    .digest('hex');

function signatureOf(secret: string, envelope: Envelope): string {
  const { sender, receiver, time, nonce, method, path, bodyDigest } = envelope;
  const key = hkdfSync('sha256', secret, '', `request ${sender} to ${receiver}`, 32);
  const parts = [method.toUpperCase(), path, sender, receiver, time, nonce, bodyDigest];
  parts.push(...(envelope.more ?? []));
  const text = parts.map((part) => `${Buffer.byteLength(part)}:${part}`).join('');
  return createHmac('sha256', Buffer.from(key)).update(text).digest('base64');
}

/** Of several secrets, while they are changed, the first is the current one. */
export const secretsIn = (list: string): string[] =>
  list
    .split(',')
    .map((secret) => secret.trim())
    .filter((secret) => secret !== '');

/** Headers that make a request ours. Each request has its own nonce. */
export function signedHeaders(
  secrets: string,
  { method, path, body, more }: Signed,
  { sender = OURSELVES, receiver = PROVINCE_SYSTEM } = {},
): Record<string, string> {
  const nonce = randomUUID();
  const time = String(Date.now());
  const bodyDigest = digestOfBody(body);
  const envelope = { sender, receiver, time, nonce, method, path, bodyDigest, more };
  return {
    'x-request-id': nonce,
    'x-sender-id': sender,
    'x-time': time,
    'x-sign': signatureOf(secretsIn(secrets)[0] ?? '', envelope),
  };
}

/** A request that came, as the wire had it; header names in lower case. */
export interface Received {
  method: string;
  path: string;
  headers: Record<string, string | string[] | undefined>;
  /** Of the bytes of its body, hex; {@link digestOfBody}. */
  bodyDigest: string;
}

/**
 * Whether a request to us is signed by the sender it names, just now. Whether its nonce was heard
 * before, the caller asks.
 * @param secretsOf of a sender; none = a stranger
 * @returns null = it is not
 */
export function verifySigned(
  { method, path, headers, bodyDigest }: Received,
  secretsOf: (sender: string) => string[],
  now = Date.now(),
): { sender: string; nonce: string } | null {
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  const [nonce, sender, time] = [text('x-request-id'), text('x-sender-id'), text('x-time')];
  if (nonce === '' || nonce.length > 100 || sender === '' || sender === OURSELVES) return null;
  if (!/^\d{1,15}$/.test(time) || Math.abs(now - Number(time)) >= TOLERANCE) return null;
  const envelope = { sender, receiver: OURSELVES, time, nonce, method, path, bodyDigest };
  const given = Buffer.from(text('x-sign'));
  const isOf = (secret: string) => {
    const expected = Buffer.from(signatureOf(secret, envelope));
    return expected.length === given.length && timingSafeEqual(expected, given);
  };
  return secretsOf(sender).some(isOf) ? { sender, nonce } : null;
}
