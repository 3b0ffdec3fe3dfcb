import { upload, SHOP_SIGN, shopSignForm, XIANGTANG, type Problem } from './applications.js';
import { eventually } from '../workflow/stage.js';
import { openApiStage, type ApiStage } from './stage.js';
import { FOOD_LICENCE, foodForm, taskAt, type Case } from './ways-stage.js';

interface Draft {
  id: string;
  entry: { applicantName: string; late: boolean } | null;
  form: Record<string, unknown>;
}

interface Collection {
  caseNumber: string;
  serial: string;
  applicantName: string;
  window: string;
  late: boolean;
  elsewhere: boolean;
  collectedAt: string;
  forwardedAt: string | null;
  receivedAt: string | null;
}

const person = { kind: 'natural', idNumber: '210399198604120024', name: '张晓梅' };

describe('the window', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  /** Enters, fills in and hands in for the person at the counter. @returns the case's number */
  async function enter(account: string, change: object = {}) {
    const clerk = await stage.as(account);
    const { id } = await clerk.post<Draft>('/api/window/entries', {
      item: SHOP_SIGN,
      region: XIANGTANG,
      ...person,
      ...change,
    });
    const picture = (await upload(clerk)).body.id;
    const materials = { 'sign-picture': [picture] };
    await clerk.put(`/api/drafts/${id}`, { form: shopSignForm, materials });
    const { files } = await clerk.get<{ files: { name: string }[] }>(`/api/drafts/${id}`);
    expect(files.map(({ name }) => name)).toEqual(['效果图.png']);
    return (await clerk.post<Case>('/api/cases', { draft: id })).number;
  }

  it('verifies who stands there, and refuses a name that does not belong to the number', async () => {
    const clerk = await stage.as('xt-window');
    const body = { item: SHOP_SIGN, region: XIANGTANG, ...person, name: '张小梅' };
    const refused = await clerk.call<Problem>('POST', '/api/window/entries', body);
    expect([refused.status, refused.body.code]).toEqual([422, 'person-not-verified']);
    const [line] = await stage.dataSource.query<{ outcome: string }[]>(
      `SELECT outcome FROM audit WHERE act = 'window.verify'`,
    );
    expect(line).toEqual({ outcome: 'refused' });
    const other = await stage.as('hc-market-handler');
    const notWindow = await other.call<Problem>('POST', '/api/window/entries', {
      ...body,
      name: person.name,
    });
    expect([notWindow.status, notWindow.body.code]).toEqual([403, 'not-a-window']);
  }, 60_000);

  it('fills in what the platform holds of the person, not of the clerk', async () => {
    const clerk = await stage.as('xt-window');
    const { id, entry, form } = await clerk.post<Draft>('/api/window/entries', {
      item: SHOP_SIGN,
      region: XIANGTANG,
      ...person,
    });
    // The form begins with it: nobody writes down again who has just been verified.
    expect(form).toMatchObject({ operatorName: '张晓梅', idNumber: person.idNumber });
    expect(entry).toMatchObject({ applicantName: '张晓梅', late: false });
    const { prefill, materials } = await clerk.post<{
      prefill: Record<string, unknown>;
      materials: { code: string; held: object | null }[];
    }>(`/api/drafts/${id}/situation`, { form: {}, materials: {} });
    expect(prefill).toMatchObject({ operatorName: '张晓梅' });
    expect(materials.find(({ code }) => code === 'business-licence')?.held).not.toBeNull();
  }, 60_000);

  it('makes a case like any other: the applicant’s own, with a receipt and its origin', async () => {
    const number = await enter('xt-window', { queueNumber: 'A017' });
    const zhang = await stage.as('zhang');
    expect(await zhang.get<Case>(`/api/cases/${number}`)).toMatchObject({ number });
    const clerk = await stage.as('xt-window');
    const receipt = await clerk.get<Collection>(`/api/cases/${number}/collection`);
    expect(receipt).toMatchObject({ applicantName: '张晓梅', late: false, elsewhere: false });
    expect(receipt.serial).toMatch(/^SJ\d{14}$/);
    expect(await taskAt(await stage.as('xt-urban'), number, 'record')).toBeDefined();
    const [row] = await stage.dataSource.query<{ origin: string }[]>(
      `SELECT origin FROM cases WHERE number = $1`,
      [number],
    );
    expect(row!.origin).toBe('window');
  }, 60_000);

  it('dates what came on an earlier day by that day, and marks it as entered late', async () => {
    const number = await enter('xt-window', { receivedOn: '2026-11-20' });
    const clerk = await stage.as('xt-window');
    const receipt = await clerk.get<Collection>(`/api/cases/${number}/collection`);
    expect(receipt).toMatchObject({ late: true, collectedAt: '2026-11-20T09:00:00.000Z' });
    const [row] = await stage.dataSource.query<{ day: string }[]>(
      `SELECT (received_at AT TIME ZONE 'Asia/Shanghai')::date::text AS day FROM cases WHERE number = $1`,
      [number],
    );
    expect(row!.day).toBe('2026-11-20');
    const future = await clerk.call<Problem>('POST', '/api/window/entries', {
      item: SHOP_SIGN,
      region: XIANGTANG,
      ...person,
      receivedOn: '2099-01-01',
    });
    expect([future.status, future.body.code]).toEqual([400, 'received-in-future']);
  }, 60_000);

  it('collects for a department elsewhere: forwarded and received, each by its own and once', async () => {
    const clerk = await stage.as('tieDong-window');
    const { id } = await clerk.post<Draft>('/api/window/entries', {
      item: FOOD_LICENCE,
      region: XIANGTANG,
      ...person,
    });
    const materials: Record<string, string[]> = {};
    for (const code of ['food-application', 'layout', 'food-safety-rules'])
      materials[code] = [(await upload(clerk)).body.id];
    await clerk.put(`/api/drafts/${id}`, { form: foodForm, materials });
    const { number } = await clerk.post<Case>('/api/cases', { draft: id });
    const path = `/api/cases/${number}/collection`;
    expect(await clerk.get<Collection>(path)).toMatchObject({
      elsewhere: true,
      forwardedAt: null,
      receivedAt: null,
    });

    const owner = await stage.as('hc-market-handler');
    const early = await owner.call<Problem>('POST', `${path}/receipt`);
    expect([early.status, early.body.code]).toEqual([409, 'papers-not-forwarded']);
    const notTheirs = await owner.call<Problem>('POST', `${path}/forwarding`, { note: '专人' });
    expect([notTheirs.status, notTheirs.body.code]).toEqual([403, 'papers-of-another-department']);
    await clerk.post(`${path}/forwarding`, { note: '快递 SF1234567890' });
    const incoming = await owner.get<{ items: Collection[] }>('/api/collections?view=incoming');
    expect(incoming.items.map(({ caseNumber }) => caseNumber)).toContain(number);
    const received = await owner.post<Collection>(`${path}/receipt`);
    expect(received.receivedAt).not.toBeNull();
    const again = await owner.call<Problem>('POST', `${path}/receipt`);
    expect([again.status, again.body.code]).toEqual([409, 'papers-received']);
    // The days to accept ran from the window's collection on.
    const [dated] = await stage.dataSource.query<{ at: Date | null }[]>(
      `SELECT received_at AS at FROM cases WHERE number = $1`,
      [number],
    );
    expect(dated!.at).not.toBeNull();
    // The applicant sees both times; the collecting window still sees the case.
    const zhang = await stage.as('zhang');
    expect(await zhang.get<Collection>(path)).toMatchObject({
      window: expect.stringContaining('解放'),
    });
    const { collection } = await zhang.get<{ collection: Collection }>(`/api/cases/${number}/ways`);
    expect(collection).toMatchObject({
      collectedAt: expect.any(String),
      forwardedAt: expect.any(String),
      receivedAt: received.receivedAt,
    });
    expect((await clerk.call('GET', `/api/cases/${number}`)).status).toBe(200);
    expect((await (await stage.as('li')).call('GET', path)).status).toBe(404);
  }, 90_000);

  it('lets the statutory days begin when the owner has the papers, where the item says so', async () => {
    await stage.dataSource.query(
      `UPDATE item SET data = data || '{"ways": {"receipt": "received"}}' WHERE code = $1`,
      [SHOP_SIGN],
    );
    const number = await enter('tieDong-window');
    const received = async () => {
      const [row] = await stage.dataSource.query<{ at: Date | null }[]>(
        `SELECT received_at AS at FROM cases WHERE number = $1`,
        [number],
      );
      return row!.at;
    };
    const clerk = await stage.as('tieDong-window');
    const path = `/api/cases/${number}/collection`;
    expect(await received()).toBeNull();
    await clerk.post(`${path}/forwarding`, { note: '专人' });
    await (await stage.as('xt-urban')).post(`${path}/receipt`);
    expect(
      await eventually('the receipt in law', async () => (await received()) ?? undefined),
    ).toBeInstanceOf(Date);
  }, 90_000);
});
