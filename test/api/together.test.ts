import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { draftOf, RESTAURANT, upload, XIANGTANG, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { foodForm, handle, taskAt, type Case } from './ways-stage.js';

interface Matter extends Case {
  children: { number: string; key: string | null; itemName: string; ended: boolean }[];
  documents: { caseNumber: string; itemName: string }[];
}

interface PartDelivery {
  caseNumber: string;
}

interface Parcel {
  caseNumber: string;
  together: boolean;
  parts: { caseNumber: string }[];
  waitingFor: string[];
}

const MATERIALS = ['food-application', 'layout', 'food-safety-rules', 'sign-picture'];

const form = {
  ...foodForm,
  autoFireSystem: true,
  firePromise: true,
  hasSign: true,
  signWidth: 6,
  signHeight: 1.2,
  signPosition: '门楣上方',
  occupiesRoad: false,
  highwayAccess: false,
};

const signature = { receiver: '张晓梅', paperKind: 'id-card' };

describe('the results of a one-stop matter', () => {
  let stage: ApiStage;
  let zhang: Session;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    zhang = await stage.as('zhang');
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  /** Opens the matter and puts its sign on record. @returns its number and its sign's case */
  async function open(results: string, change: object = {}) {
    const materials: Record<string, string[]> = {};
    for (const code of MATERIALS) materials[code] = [(await upload(zhang)).body.id];
    const filled = { ...form, results, ...change };
    const draft = await draftOf(zhang, RESTAURANT, filled, materials, XIANGTANG);
    const ways = { promise: { signedName: '张晓梅' } };
    await zhang.put(`/api/drafts/${draft}`, { form: filled, materials, ways });
    const { number } = await zhang.post<Matter>('/api/cases', { draft });
    await handle(await stage.as('xt-window'), number, 'collect', { outcome: 'accept' });
    const sign = await eventually('the sign', async () => {
      const { children } = await zhang.get<Matter>(`/api/cases/${number}`);
      return children.find(({ key }) => key === 'C')?.number;
    });
    await handle(await stage.as('xt-urban'), sign, 'record', { outcome: 'accept' });
    await ended(sign);
    return { number, sign };
  }

  const ended = (number: string) =>
    eventually('the end', async () => {
      const { ended: over } = await zhang.get<Case>(`/api/cases/${number}`);
      return over || undefined;
    });

  const stateOf = async (number: string) => (await zhang.get<Case>(`/api/cases/${number}`)).state;

  const partOf = async (matter: string, part: string) => {
    const { parts } = await zhang.get<{ parts: PartDelivery[] }>(`/api/cases/${matter}/delivery`);
    return parts.find(({ caseNumber }) => caseNumber === part);
  };

  const parcelOf = async (number: string) => {
    const window = await stage.as('xt-window');
    const { items } = await window.get<{ items: Parcel[] }>('/api/deliveries');
    return items.find(({ caseNumber }) => caseNumber === number);
  };

  it('are handed out together by the window once all items have ended, with one 送达回证', async () => {
    const { number, sign } = await open('together');
    const window = await stage.as('xt-window');
    const alone = await window.call<Problem>(
      'POST',
      `/api/cases/${sign}/delivery/handing`,
      signature,
    );
    expect([alone.status, alone.body.code]).toEqual([409, 'results-together']);
    expect(await parcelOf(sign)).toBeUndefined();
    expect(await parcelOf(number)).toMatchObject({ together: true, parts: [{ caseNumber: sign }] });
    const path = `/api/cases/${number}/delivery`;
    const early = await window.call<Problem>('POST', `${path}/handing`, signature);
    expect([early.status, early.body.code]).toEqual([409, 'results-not-complete']);

    const { children } = await zhang.get<Matter>(`/api/cases/${number}`);
    for (const part of children.filter(({ key }) => key !== 'C')) {
      await zhang.post(`/api/cases/${part.number}/withdrawal`, { reason: '先不办这一项。' });
    }
    await eventually('nothing to wait for', async () => {
      const parcel = await parcelOf(number);
      const { items } = await window.get<{ items: { element: string }[] }>(
        `/api/tasks?case=${number}`,
      );
      const waits = items.some(({ element }) => element === 'handOver');
      return (parcel?.waitingFor.length === 0 && waits) || undefined;
    });
    await window.post(`${path}/handing`, signature);
    await eventually('the sign delivered', async () =>
      (await stateOf(sign)) === 'delivered' ? true : undefined,
    );
    // The matter goes on by itself: its own step 统一出件 is done.
    await eventually('the rating', async () => {
      const { applicantTask } = await zhang.get<Matter>(`/api/cases/${number}`);
      return applicantTask?.element === 'evaluate' || undefined;
    });
    const proofs = await stage.dataSource.query<unknown[]>(
      `SELECT 1 FROM official_document WHERE kind = 'proof-of-delivery'
         AND case_number IN (SELECT number FROM cases WHERE $1 IN (number, parent_number))`,
      [number],
    );
    expect(proofs).toHaveLength(1);
    expect(await parcelOf(number)).toBeUndefined();
  }, 180_000);

  it('are posted one by one to who chose so, each with its number; the matter is 已送达 when each is', async () => {
    const { number, sign } = await open('separate', { deliveryMethod: 'post' });
    expect(await parcelOf(sign)).toMatchObject({ together: false, waitingFor: [] });
    const window = await stage.as('xt-window');
    const path = `/api/cases/${sign}/delivery`;
    const parcel = { courier: '邮政速递', trackingNumber: 'EA123456789CN' };
    const all = await window.call<Problem>('POST', `/api/cases/${number}/delivery/sending`, parcel);
    expect([all.status, all.body.code]).toEqual([409, 'results-separate']);
    await window.post(`${path}/sending`, parcel);
    const { children } = await zhang.get<Matter>(`/api/cases/${number}`);
    for (const part of children.filter(({ key }) => key !== 'C')) {
      await zhang.post(`/api/cases/${part.number}/withdrawal`, { reason: '先不办这一项。' });
    }
    const delivered = { outcome: 'delivered', form: { way: 'window' } };
    const early = await handle(window, number, 'handOver', delivered);
    expect([early.status, early.body.code]).toEqual([409, 'results-not-delivered']);
    expect(await partOf(number, sign)).toMatchObject({ ...parcel, deliveredAt: null });

    await window.post(`${path}/arrival`, {});
    await eventually('the sign delivered', async () =>
      (await stateOf(sign)) === 'delivered' ? true : undefined,
    );
    expect(await partOf(number, sign)).toMatchObject({
      ...parcel,
      ...{ receiver: '张晓梅', deliveredAt: expect.any(String) as string },
    });
    const unnumbered = { outcome: 'delivered', form: { way: 'post' } };
    const task = await taskAt(window, number, 'handOver');
    const without = await window.call<Problem>('POST', `/api/tasks/${task}/completion`, unnumbered);
    expect([without.status, without.body.code]).toEqual([422, 'tracking-number-missing']);
    await window.post(`/api/tasks/${task}/completion`, { opinion: '已出件', ...delivered });
    await eventually('the matter delivered', async () =>
      (await stateOf(number)) === 'delivered' ? true : undefined,
    );
  }, 180_000);

  it('tell how many of the items are done, and of which item each paper is', async () => {
    const { number, sign } = await open('separate');
    const { children, documents } = await zhang.get<Matter>(`/api/cases/${number}`);
    expect(children.filter(({ ended: over }) => over).map((part) => part.number)).toEqual([sign]);
    expect(children.length).toBeGreaterThan(1);
    const { itemName } = children.find((part) => part.number === sign)!;
    const names = documents.filter(({ caseNumber }) => caseNumber === sign);
    expect(new Set(names.map((paper) => paper.itemName))).toEqual(new Set([itemName]));
    const staff = await (await stage.as('xt-window')).get<Matter>(`/api/cases/${number}`);
    expect(staff.children).toEqual(children);
  }, 180_000);
});
