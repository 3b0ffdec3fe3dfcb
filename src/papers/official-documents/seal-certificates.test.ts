import {
  ProvinceRefused,
  ProvinceUnavailable,
  type SealCertificate,
} from '../../province/index.js';
import { SealCertificates } from './seal-certificates.js';

const good = { id: 'seal-1', revokedAt: null } as SealCertificate;

/** A seal system whose answers are told, and which counts how often it is asked. */
function asked(...answers: (SealCertificate | Error)[]) {
  let times = 0;
  const certificate = async () => {
    const answer = answers[times] ?? answers.at(-1)!;
    times += 1;
    if (answer instanceof Error) throw answer;
    return answer;
  };
  const door = { on: () => ({ seals: { certificate } }) };
  const certificates = new SealCertificates(door as never);
  return { certificates, times: () => times };
}

const refused = (code: string, status: number) => new ProvinceRefused(status, code, '不行');

describe('certificates of seals', () => {
  it('are asked for once, however many want the same at once and in the minute after', async () => {
    const { certificates, times } = asked(good);
    const many = await Promise.all(Array.from({ length: 50 }, () => certificates.of('seal-1')));
    expect(new Set(many)).toEqual(new Set([good]));
    await certificates.of('seal-1');
    expect(times()).toBe(1);
    await certificates.of('seal-2');
    expect(times()).toBe(2);
  });

  it('are asked for again once no answer came', async () => {
    const { certificates, times } = asked(new ProvinceUnavailable('没有应答'), good);
    expect(await certificates.of('seal-1')).toBeNull();
    expect(await certificates.of('seal-1')).toBe(good);
    expect(times()).toBe(2);
  });

  it.each([
    ['unknown-seal', 404, 'unknown-seal'],
    ['bad-signature', 401, null],
    ['stale-request', 400, null],
    ['refused', 403, null],
    ['refused', 404, null],
  ] as const)(
    'refused by %s (%i) are %s: only the seal system says there is no such seal',
    async (code, status, found) => {
      expect(await asked(refused(code, status)).certificates.of('seal-1')).toBe(found);
    },
  );
});
