import {
  digestOfBody,
  OURSELVES,
  type Received,
  secretsIn,
  signedHeaders,
  verifySigned,
} from './signature.js';

const SECRETS: Record<string, string> = { province: 'new,old', fire: 'of the fire brigade' };
const secretsOf = (sender: string) => secretsIn(SECRETS[sender] ?? '');

const body = '{"orderNo":"1"}';
const request = { method: 'POST', path: '/api/notices/payment', body };

/** As it comes to us, signed by a sender. */
function sent(sender = 'province', secret = 'new', receiver = OURSELVES): Received {
  const headers = signedHeaders(secret, request, { sender, receiver });
  return { ...request, headers, bodyDigest: digestOfBody(body) };
}

const accepted = (received: Received, now?: number) =>
  verifySigned(received, secretsOf, now)?.sender ?? null;

describe('a signed request', () => {
  it('is of its sender, by the current secret or, while it is changed, the former', () => {
    expect(accepted(sent())).toBe('province');
    expect(accepted(sent('province', 'old'))).toBe('province');
    expect(accepted(sent('fire', 'of the fire brigade'))).toBe('fire');
    expect(accepted(sent('province', 'older'))).toBeNull();
  });

  it.each<[string, (received: Received) => Received]>([
    ['method', (received) => ({ ...received, method: 'PUT' })],
    ['path', (received) => ({ ...received, path: '/api/notices/message' })],
    ['query', (received) => ({ ...received, path: `${received.path}?a=1` })],
    ['body', (received) => ({ ...received, bodyDigest: digestOfBody('{}') })],
    ...(['x-time', 'x-request-id', 'x-sign'] as const).map(
      (name): [string, (received: Received) => Received] => [
        name,
        (received) => ({
          ...received,
          headers: { ...received.headers, [name]: `${String(received.headers[name])}1` },
        }),
      ],
    ),
    [
      'sender',
      (received) => ({ ...received, headers: { ...received.headers, 'x-sender-id': 'fire' } }),
    ],
    [
      'boundary between sender and nonce',
      (received) => {
        const nonce = String(received.headers['x-request-id']);
        const headers = {
          ...received.headers,
          'x-sender-id': `province${nonce[0]}`,
          'x-request-id': nonce.slice(1),
        };
        return { ...received, headers };
      },
    ],
  ])('is refused when its %s is another', (_what, change) => {
    expect(accepted(change(sent()))).toBeNull();
  });

  it('is refused from a stranger, and from one who uses another’s secret', () => {
    expect(accepted(sent('stranger', 'new'))).toBeNull();
    expect(accepted(sent('fire', 'new'))).toBeNull();
  });

  it('of ours, sent to the province, is not good for sending to us', () => {
    expect(accepted(sent(OURSELVES, 'new', 'province'))).toBeNull();
    const ours = sent(OURSELVES, 'new', 'province');
    const turned = { ...ours, headers: { ...ours.headers, 'x-sender-id': 'province' } };
    expect(accepted(turned)).toBeNull();
  });

  it('is refused later than five minutes, or from the future', () => {
    const received = sent();
    expect(accepted(received, Date.now() + 6 * 60_000)).toBeNull();
    expect(accepted(received, Date.now() - 6 * 60_000)).toBeNull();
  });
});
