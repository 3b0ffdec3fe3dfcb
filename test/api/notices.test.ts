/** What other systems tell us: signed by one of them, once, and of money only a reason to ask. */
import { randomUUID } from 'node:crypto';
import { orderPayment } from '../../src/money/index.js';
import { createProvince, signedHeaders } from '../../src/province/index.js';
import { callsAt, ERRAND } from '../province/servers.js';
import { shopSignDraft, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

const PROVINCE = 'province secret,former secret';
const FIRE = 'fire secret';

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage({
    env: { PROVINCE_SECRET: PROVINCE, PEER_SECRETS: `fire=${FIRE}`, PEER_MESSAGES: 'fire=checked' },
  });
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const payment = {
  noticeId: randomUUID(),
  caseNumber: 'none',
  orderNo: 'none',
  amountCents: 1,
  state: 'paid',
};
const paidAt = new Date().toISOString();

/** A notice as a system of this name and secret sends it. */
function notice(
  path: string,
  body: object,
  { sender = 'province', secret = 'province secret' } = {},
) {
  const text = JSON.stringify(body);
  const signed = { method: 'POST', path, body: text };
  const headers = signedHeaders(secret, signed, { sender, receiver: 'onestop' });
  const send = async (change: object = {}) => {
    const answer = await fetch(new URL(path, stage.url), {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', ...change },
      body: text,
    });
    return { status: answer.status, code: ((await answer.json()) as Problem).code };
  };
  return { send };
}

describe('a notice', () => {
  const path = '/api/notices/payment';

  it('is heard once: played again, it is refused', async () => {
    const { send } = notice(path, { ...payment, paidAt });
    expect(await send()).toEqual({ status: 404, code: 'unknown-order' });
    expect(await send()).toEqual({ status: 401, code: 'replayed' });
  });

  it('is good under the former secret too, and under no other', async () => {
    const former = notice(path, { ...payment, paidAt }, { secret: 'former secret' });
    expect((await former.send()).code).toBe('unknown-order');
    const forged = notice(path, { ...payment, paidAt }, { secret: FIRE });
    expect(await forged.send()).toEqual({ status: 401, code: 'not-signed' });
    const unsigned = notice(path, { ...payment, paidAt });
    expect((await unsigned.send({ 'x-sign': '' })).code).toBe('not-signed');
  });

  it('of the province is no other system’s to send; messages are each system’s own', async () => {
    const fire = { sender: 'fire', secret: FIRE };
    expect((await notice(path, { ...payment, paidAt }, fire).send()).code).toBe('not-signed');
    const message = { noticeId: randomUUID(), name: 'checked', caseNumber: 'none' };
    const told = await notice('/api/notices/message', message, fire).send();
    expect(told).toEqual({ status: 404, code: 'case-not-found' });
    const anothers = { noticeId: randomUUID(), name: 'water-connected', caseNumber: 'none' };
    const refused = await notice('/api/notices/message', anothers, fire).send();
    expect(refused).toEqual({ status: 403, code: 'message-of-another-system' });
  });

  it('of a payment is believed only when the payment system says so itself', async () => {
    const { dataSource } = stage;
    const zhang = await stage.as('zhang');
    void zhang.call('POST', '/api/cases', { draft: await shopSignDraft(zhang) });
    let caseNumber: string | undefined;
    for (let tries = 0; !caseNumber && tries < 100; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 100));
      [{ number: caseNumber } = { number: undefined }] =
        await dataSource.query<{ number?: string }[]>(`SELECT number FROM cases`);
    }
    const province = createProvince({ provinceUrl: stage.standIn.url, provinceSecret: PROVINCE });
    const { orderNo } = await orderPayment(dataSource, province.on(ERRAND).payments, {
      ...{ key: `${caseNumber}/pay`, caseNumber: caseNumber!, element: 'pay' },
      ...{ item: '费用', payee: '局', amountCents: 100 },
    });
    const said = { ...payment, orderNo, amountCents: 100, paidAt };
    expect(await notice(path, said).send()).toEqual({ status: 409, code: 'order-not-paid' });
    const [asked] = await callsAt(stage.standIn.url, '?actor=system:payment-notice');
    expect(asked).toMatchObject({ matter: `case:${caseNumber}`, applicant: 'p-zhang' });
    const [row] = await dataSource.query<{ state: string }[]>(
      `SELECT state FROM payment WHERE order_no = $1`,
      [orderNo],
    );
    expect(row).toEqual({ state: 'ordered' });
  }, 60_000);
});
