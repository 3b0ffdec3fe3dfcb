import { sm2, sm3 } from 'sm-crypto-v2';
import type { Province as StandIn } from '../../province/server.js';
import {
  createProvince,
  signedHeaders,
  type Errand,
  type LicenceOrder,
  type Province,
  type ProvinceDoor,
} from '../../src/province/index.js';
import { writtenErrand } from '../../src/province/errand.js';
import { ERRAND, SECRET, startStandIn } from './servers.js';

const MARKET = { creditCode: '11511301008778183N', name: '海城市市场监督管理局' };

function licence(key: string): LicenceOrder {
  return {
    key,
    name: '食品经营许可证',
    region: '210381003',
    issuer: MARKET,
    holder: { subject: 'p-zhang' },
    issuedOn: '2026-11-23',
    validTo: '2031-11-22',
    data: { address: '响堂街道' },
  };
}

const fee = (key: string, amountCents = 12_000) => ({
  key,
  caseNumber: '2103812026112300000110',
  item: '城市道路占用费（演示值）',
  payee: '海城市住房和城乡建设局',
  amountCents,
});

describe('the platform and the province over HTTP', () => {
  let standIn: StandIn;
  let door: ProvinceDoor;
  let province: Province;

  beforeAll(async () => {
    standIn = await startStandIn('http://localhost:9');
    door = createProvince({ provinceUrl: standIn.url, provinceSecret: SECRET }, 5_000);
    province = door.on(ERRAND);
  });
  afterEach(() => standIn.faults.clear());
  afterAll(() => standIn.close());

  it('issues one licence per key, which can be queried, verified and fetched', async () => {
    const issued = await province.licences.issue(licence('case-1/license'));
    await expect(province.licences.issue(licence('case-1/license'))).resolves.toEqual(issued);
    expect(issued.identifier).toMatch(/^1\.2\.156\.3005\.2\..{21}\.11511301008778183N\./);
    expect(issued.number).toMatch(/^JY2\d{13}$/);
    await expect(province.licences.query({ subject: 'p-zhang' })).resolves.toEqual([issued]);
    const store = {
      dataset: 'licence-store',
      about: { subject: 'p-zhang' },
      purpose: '预填',
    };
    const held = await province.exchange.lookUp(store);
    expect(held.map((record) => record.kind)).toEqual([
      '居民身份证',
      '营业执照',
      '居民户口簿',
      '食品经营许可证',
    ]);
    await expect(province.licences.verify(issued.identifier)).resolves.toEqual({
      wellFormed: true,
      valid: true,
    });
    await expect(province.licences.fetch(issued.identifier, '核验')).resolves.toMatchObject({
      number: issued.number,
      data: { address: '响堂街道' },
    });
  });

  it('does not hand out a licence without a purpose, nor issue one its catalogue does not know', async () => {
    const issued = await province.licences.issue(licence('case-2/license'));
    await expect(province.licences.fetch(issued.identifier, '')).rejects.toMatchObject({
      status: 400,
      code: 'missing-purpose',
    });
    await expect(
      province.licences.issue({ ...licence('case-3/license'), name: '健康证' }),
    ).rejects.toMatchObject({ status: 422, code: 'unknown-licence-type' });
  });

  it('seals a digest with an SM2 signature that anybody can verify', async () => {
    const digest = sm3('决定书');
    const owner = { id: 'o-210381-market', name: MARKET.name };
    const signature = await province.seals.sign('case-1/seal', owner, digest);
    const bytes = Uint8Array.from(Buffer.from(digest, 'hex'));
    const options = { hash: true, der: true };
    expect(sm2.doVerifySignature(bytes, signature.value, signature.publicKey, options)).toBe(true);
    const { value, publicKey } = signature;
    await expect(province.seals.verify(digest, value, publicKey)).resolves.toBe(true);
    await expect(province.seals.verify(sm3('别的'), value, publicKey)).resolves.toBe(false);
    await expect(province.seals.sign('case-1/seal', owner, digest)).resolves.toEqual(signature);
    await expect(province.seals.list(owner)).resolves.toEqual([
      { id: signature.sealId, name: signature.sealName, publicKey },
    ]);
  });

  it('orders a payment once per key and refuses the key for another amount', async () => {
    const order = await province.payments.order(fee('case-1/pay'));
    await expect(province.payments.order(fee('case-1/pay'))).resolves.toEqual(order);
    await expect(province.payments.order(fee('case-1/pay', 1))).rejects.toMatchObject({
      code: 'key-used',
    });
    await fetch(order.payUrl, { method: 'POST' });
    await expect(province.payments.query(order.orderNo)).resolves.toMatchObject({ state: 'paid' });
  });

  it('looks people and firms up for a purpose, by subject, number or credit code', async () => {
    const about = { purpose: '核验' };
    const zhao = { dataset: 'population', about: { idNumber: '210399194303150088' }, ...about };
    await expect(province.exchange.lookUp(zhao)).resolves.toMatchObject([{ name: '赵桂兰' }]);
    const zhang = { dataset: 'business-registration', about: { subject: 'p-zhang' }, ...about };
    await expect(province.exchange.lookUp(zhang)).resolves.toMatchObject([{ state: '存续' }]);
    const clean = { dataset: 'food-banned', about: { subject: 'p-zhang' }, ...about };
    await expect(province.exchange.lookUp(clean)).resolves.toEqual([]);
    const unknown = { dataset: 'tea-leaves', about: { subject: 'p-zhang' }, ...about };
    await expect(province.exchange.lookUp(unknown)).rejects.toMatchObject({ status: 404 });
  });

  it('pays a batch out and names the lines that failed in the return file', async () => {
    const { batchNo } = await province.bank.handIn('list-1', [
      { id: 'a', account: '6217990000000012345', amountCents: 20_000 },
      { id: 'b', account: '6217990000000010000', amountCents: 20_000 },
    ]);
    await expect(province.bank.returnFile(batchNo)).resolves.toEqual([
      { id: 'a', result: 'paid', reason: null },
      { id: 'b', result: 'failed', reason: '账号不存在或户名不符' },
    ]);
  });

  it('hands a result to the regulator, who signs for it once', async () => {
    const result = {
      key: 'c/push',
      caseNumber: 'c',
      item: 'i',
      regulator: 'market',
      outcome: 'granted',
    };
    const first = await province.regulation.push(result);
    await expect(province.regulation.push(result)).resolves.toEqual(first);
  });

  it('calls 5xx and a missing answer "later", and works again afterwards', async () => {
    standIn.faults.set({ match: '/licenses', mode: 'error', times: 1 });
    await expect(province.licences.issue(licence('case-4/l'))).rejects.toMatchObject({
      name: 'ProvinceUnavailable',
    });
    standIn.faults.set({ match: '/licenses', mode: 'timeout', times: 1 });
    const address = { provinceUrl: standIn.url, provinceSecret: SECRET };
    const impatient = createProvince(address, 400).on(ERRAND);
    await expect(impatient.licences.issue(licence('case-4/l'))).rejects.toMatchObject({
      name: 'ProvinceUnavailable',
    });
    await expect(province.licences.issue(licence('case-4/l'))).resolves.toMatchObject({
      state: 'valid',
    });
  });

  it('makes one order when the first answer was lost on the way', async () => {
    standIn.faults.set({ match: '/payments', mode: 'lost-answer', times: 1 });
    await expect(province.payments.order(fee('case-5/pay'))).rejects.toMatchObject({
      name: 'ProvinceUnavailable',
    });
    const serial = (orderNo: string) => Number(orderNo.slice(-8));
    const again = await province.payments.order(fee('case-5/pay'));
    const next = await province.payments.order(fee('case-6/pay'));
    expect(serial(next.orderNo)).toBe(serial(again.orderNo) + 1);
  });

  it('calls a refusal a refusal, with code and sentence', async () => {
    standIn.faults.set({ match: '/payments', mode: 'refused' });
    await expect(province.payments.order(fee('case-7/pay'))).rejects.toMatchObject({
      name: 'ProvinceRefused',
      status: 422,
      code: 'switched-refusal',
      message: '省平台拒绝办理（演练）。',
    });
  });

  it('waits for a slow answer within the time limit', async () => {
    standIn.faults.set({ match: '/payments', mode: 'delay', ms: 50, times: 1 });
    await expect(province.payments.order(fee('case-8/pay'))).resolves.toMatchObject({
      state: 'ordered',
    });
  });

  it('refuses requests with a wrong signature or an old time', async () => {
    const stranger = createProvince({ provinceUrl: standIn.url, provinceSecret: 'other' }).on(
      ERRAND,
    );
    await expect(stranger.payments.order(fee('case-9/pay'))).rejects.toMatchObject({
      status: 401,
      code: 'wrong-signature',
    });
    const bare = await fetch(`${standIn.url}/payments/orders`, { method: 'POST' });
    expect(bare.status).toBe(401);
    expect(bare.headers.get('content-type')).toContain('application/problem+json');
  });

  it('logs of each call who acted, in which matter, for whom and to what end', async () => {
    const caseNumber = '210381202611230000029';
    const errand: Errand = {
      ...{ by: { person: 'p-hc-market', body: 'o-210381-market' }, matter: `case:${caseNumber}` },
      ...{ applicant: 'p-zhang', purpose: '核验' },
    };
    const { exchange, payments } = door.on(errand);
    const about = { subject: 'p-zhang' };
    await exchange.lookUp({ dataset: 'population', about });
    await exchange.lookUp({ dataset: 'property', about, purpose: '核验场所' });
    await payments.order(fee('case-10/pay'));
    const read = async (accept: string) =>
      fetch(`${standIn.url}/calls?matter=case:${caseNumber}`, { headers: { accept } });
    const { items } = (await (await read('application/json')).json()) as { items: object[] };
    const common = { actor: 'person:p-hc-market', body: 'o-210381-market', applicant: 'p-zhang' };
    expect(items).toEqual(
      [
        ['/payments/orders', '核验'],
        ['/exchange/property/query', '核验场所'],
        ['/exchange/population/query', '核验'],
      ].map(([path, purpose]) => ({
        ...{ ...common, matter: `case:${caseNumber}`, path, purpose, method: 'POST' },
        ...{ requestId: expect.any(String), at: expect.any(String) },
      })),
    );
    const page = await (await read('text/html')).text();
    expect(page).toContain('共 3 条');
    expect(page).toContain('核验场所');
  });

  it.each([
    ['nobody', { by: { person: '' } }],
    ['no matter', { matter: 'case:' as const }],
    ['no applicant of a case', { applicant: null }],
    ['no end', { purpose: ' ' }],
  ])('refuses a call that names %s', async (_, missing) => {
    const { exchange } = door.on({ ...ERRAND, ...missing });
    const asked = exchange.lookUp({ dataset: 'population', about: { subject: 'p-zhang' } });
    await expect(asked).rejects.toMatchObject({ status: 400, code: 'errand-missing' });
  });

  it('refuses a call whose errand was changed on the way, or left out', async () => {
    const request = { method: 'GET', path: '/payments/orders/none' };
    const ask = async (signed: readonly string[] | undefined, headers: Record<string, string>) => {
      const more = signed && { more: signed };
      const own = signedHeaders(SECRET, { ...request, body: undefined, ...more });
      const answer = await fetch(standIn.url + request.path, { headers: { ...own, ...headers } });
      return ((await answer.json()) as { code: string }).code;
    };
    const { signed, headers } = writtenErrand(ERRAND);
    expect(await ask(signed, headers)).toBe('unknown-order');
    expect(await ask(signed, { ...headers, 'x-purpose': 'another' })).toBe('wrong-signature');
    expect(await ask(signed, {})).toBe('wrong-signature');
    expect(await ask(undefined, headers)).toBe('wrong-signature');
    expect(await ask(undefined, {})).toBe('errand-missing');
  });

  it('is switched over HTTP and says whether it is up', async () => {
    const faults = `${standIn.url}/faults`;
    const fault = { match: '/seals', mode: 'error', times: 2 };
    await fetch(faults, {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(fault),
    });
    await expect((await fetch(faults)).json()).resolves.toEqual({ items: [fault] });
    await fetch(faults, { method: 'DELETE' });
    await expect((await fetch(faults)).json()).resolves.toEqual({ items: [] });
    await expect(door.isUp()).resolves.toBe(true);
  });
});
