import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

const SENDER = 'onestop';
/** Notices older or newer than this are refused, so that a recorded one cannot be played later. */
const TOLERANCE = 5 * 60_000;

/** The data-sharing gateway's x-sign: base64(HMAC-SHA256(secret, sender + request id + time)). */
function signatureOf(secret: string, sender: string, id: string, time: string): string {
  return createHmac('sha256', secret).update(`${sender}${id}${time}`).digest('base64');
}

/** Headers that make a request ours. Each request has its own id. */
export function signedHeaders(secret: string): Record<string, string> {
  const id = randomUUID();
  const time = String(Date.now());
  return {
    'x-request-id': id,
    'x-sender-id': SENDER,
    'x-time': time,
    'x-sign': signatureOf(secret, SENDER, id, time),
  };
}

/** Whether a request that claims to be the province's is; header names in lower case. */
export function isSignedByProvince(
  headers: Record<string, string | string[] | undefined>,
  secret: string,
  now = Date.now(),
): boolean {
  const text = (name: string) => {
    const value = headers[name];
    return typeof value === 'string' ? value : '';
  };
  const [id, sender, time] = [text('x-request-id'), text('x-sender-id'), text('x-time')];
  if (id === '' || sender === '' || !(Math.abs(now - Number(time)) < TOLERANCE)) return false;
  const expected = Buffer.from(signatureOf(secret, sender, id, time));
  const given = Buffer.from(text('x-sign'));
  return expected.length === given.length && timingSafeEqual(expected, given);
}
