import { eventually } from '../workflow/stage.js';
import { SHOP_SIGN, shopSignForm, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { applicationOf, handle, type Case } from './ways-stage.js';

interface Parcel {
  caseNumber: string;
  way: string;
  address: string | null;
  dueAt: string | null;
  sentAt: string | null;
}

interface State {
  way: string;
  trackingNumber: string | null;
  deliveredAt: string | null;
  receiver: string | null;
}

const ADDRESS = '海城市响堂街道永安路1号（演示）';

describe('a result on paper', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  /** A sign that was put on record, its receipt to come in the way chosen. @returns the case's number */
  async function recorded(deliveryMethod: string): Promise<string> {
    const zhang = await stage.as('zhang');
    const form = { ...shopSignForm, deliveryMethod, deliveryAddress: ADDRESS };
    const draft = await applicationOf(zhang, SHOP_SIGN, form, { materials: ['sign-picture'] });
    const { number } = await zhang.post<Case>('/api/cases', { draft });
    await handle(await stage.as('xt-urban'), number, 'record', { outcome: 'accept' });
    await eventually('the end', async () => {
      const { ended } = await zhang.get<Case>(`/api/cases/${number}`);
      return ended || undefined;
    });
    return number;
  }

  const waiting = async (number: string) => {
    const urban = await stage.as('xt-urban');
    const { items } = await urban.get<{ items: Parcel[] }>('/api/deliveries');
    return items.find(({ caseNumber }) => caseNumber === number);
  };

  /** The act in law and its 送达回证. */
  async function delivered(number: string) {
    const zhang = await stage.as('zhang');
    await eventually('送达', async () => {
      const { state } = await zhang.get<Case>(`/api/cases/${number}`);
      return state === 'delivered' || undefined;
    });
    const proofs = await stage.dataSource.query<{ way: string }[]>(
      `SELECT act #>> '{data,way}' AS way FROM official_document
        WHERE case_number = $1 AND kind = 'proof-of-delivery'`,
      [number],
    );
    return proofs.map(({ way }) => way);
  }

  it('is posted to the address chosen; its arrival is the delivery, with 送达回证', async () => {
    const number = await recorded('post');
    expect(await waiting(number)).toMatchObject({ way: 'post', address: ADDRESS, sentAt: null });
    const urban = await stage.as('xt-urban');
    const path = `/api/cases/${number}/delivery`;
    const early = await urban.call<Problem>('POST', `${path}/arrival`, {});
    expect([early.status, early.body.code]).toEqual([409, 'not-sent']);
    const parcel = { courier: '邮政速递', trackingNumber: 'EA123456789CN' };
    const stranger = await stage.as('hc-market-handler');
    expect((await stranger.call('POST', `${path}/sending`, parcel)).status).toBe(403);
    await urban.post(`${path}/sending`, parcel);
    const again = await urban.call<Problem>('POST', `${path}/sending`, parcel);
    expect([again.status, again.body.code]).toEqual([409, 'already-sent']);
    const zhang = await stage.as('zhang');
    const under = await zhang.get<State>(path);
    expect(under).toMatchObject({ trackingNumber: parcel.trackingNumber, deliveredAt: null });
    const told = await zhang.get<{ items: object[] }>('/api/notifications');
    expect(told.items[0]).toMatchObject({
      ...{ occasion: 'delivery-sent', aboutKind: 'delivery', aboutId: number },
      text: expect.stringContaining('邮政速递寄出，单号 EA123456789CN') as string,
    });
    await urban.post(`${path}/arrival`, {});
    expect(await delivered(number)).toEqual(['邮寄送达']);
    expect(await waiting(number)).toBeUndefined();
    expect(await zhang.get<State>(path)).toMatchObject({ receiver: '张晓梅' });
  }, 120_000);

  it('is handed out against a signature, once', async () => {
    const number = await recorded('window');
    const urban = await stage.as('xt-urban');
    const path = `/api/cases/${number}/delivery`;
    const unsigned = await urban.call('POST', `${path}/handing`, { receiver: '张晓梅' });
    expect(unsigned.status).toBe(400);
    const parcel = { courier: '邮政速递', trackingNumber: 'EA123456789CN' };
    const posted = await urban.call<Problem>('POST', `${path}/sending`, parcel);
    expect([posted.status, posted.body.code]).toEqual([409, 'not-by-post']);
    const signature = { receiver: '张晓梅', paperKind: 'id-card' };
    const receipt = `UPDATE official_document SET state = $2 WHERE case_number = $1
                        AND kind = 'filing-receipt'`;
    await stage.dataSource.query(receipt, [number, 'awaiting-approval']);
    const unsealed = await urban.call<Problem>('POST', `${path}/handing`, signature);
    expect([unsealed.status, unsealed.body.code]).toEqual([409, 'result-not-sealed']);
    await stage.dataSource.query(receipt, [number, 'issued']);
    await urban.post(`${path}/handing`, signature);
    expect(await delivered(number)).toEqual(['窗口领取']);
    const again = await urban.call<Problem>('POST', `${path}/handing`, signature);
    expect([again.status, again.body.code]).toEqual([409, 'nothing-to-deliver']);
  }, 120_000);

  it('is not asked of who takes it electronically: opening it is the delivery', async () => {
    const number = await recorded('electronic');
    expect(await waiting(number)).toBeUndefined();
    const zhang = await stage.as('zhang');
    const receipt = await eventually('the sealed receipt', async () => {
      const { documents } = await zhang.get<{ documents: { id: string; kind: string }[] }>(
        `/api/cases/${number}`,
      );
      return documents.find(({ kind }) => kind === 'filing-receipt');
    });
    await zhang.get(`/api/documents/${receipt.id}`);
    expect(await delivered(number)).toEqual(['电子送达']);
  }, 120_000);
});
