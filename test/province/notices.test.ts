import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import express from 'express';
import type { Province as StandIn } from '../../province/server.js';
import { createProvince, readDepartmentStep, verifySigned } from '../../src/province/index.js';
import { digestOfBody } from '../../src/province/signature.js';
import { newApp, ERRAND, SECRET, serve, startStandIn, until } from './servers.js';

const bytesOf = new WeakMap<object, Buffer>();
const keepBytes = (request: object, _response: unknown, bytes: Buffer) => {
  bytesOf.set(request, bytes);
};
const ofProvince = (sender: string) => (sender === 'province' ? [SECRET] : []);

function receivedAs(request: express.Request) {
  const { method, originalUrl: path, headers } = request;
  return { method, path, headers, bodyDigest: digestOfBody(bytesOf.get(request)) };
}

/** A platform that hears notices and answers as it is told. */
function listener() {
  const app = newApp();
  const heard: { path: string; body: Record<string, unknown>; signed: boolean }[] = [];
  const answers: number[] = [];
  app.use(express.json({ verify: keepBytes }));
  app.post('/api/notices/:kind', (request, response) => {
    heard.push({
      path: request.path,
      body: request.body as Record<string, unknown>,
      signed: verifySigned(receivedAs(request), ofProvince) !== null,
    });
    response.sendStatus(answers.shift() ?? 200);
  });
  return { app, heard, answers };
}

describe('notices of the province', () => {
  const platform = listener();
  const dataDir = mkdtempSync(join(tmpdir(), 'province-'));
  let server: Awaited<ReturnType<typeof serve>>;
  let standIn: StandIn;
  let serial = 0;

  beforeAll(async () => {
    server = await serve(platform.app);
    standIn = await startStandIn(server.url, dataDir);
  });
  beforeEach(() => {
    platform.heard.length = 0;
    platform.answers.length = 0;
    standIn.faults.clear();
  });
  afterAll(async () => {
    await standIn.close();
    await server.close();
  });

  const clients = () =>
    createProvince({ provinceUrl: standIn.url, provinceSecret: SECRET }).on(ERRAND);
  async function payOne() {
    serial += 1;
    const order = await clients().payments.order({
      key: `case-${serial}/pay`,
      caseNumber: `case-${serial}`,
      item: '占用费',
      payee: '住建局',
      amountCents: 100,
    });
    await fetch(order.payUrl, { method: 'POST' });
    return order;
  }

  it('tell of a payment, signed, until the platform has heard', async () => {
    platform.answers.push(503, 503);
    const { orderNo } = await payOne();
    await until('three attempts', () => platform.heard.length === 3);
    expect(platform.heard.every((each) => each.signed)).toBe(true);
    expect(platform.heard.at(-1)?.body).toMatchObject({ orderNo, state: 'paid', amountCents: 100 });
    expect(new Set(platform.heard.map((each) => each.body.noticeId)).size).toBe(1);
  });

  it('come twice when that fault is switched on, and once when the payer clicks twice', async () => {
    standIn.faults.set({ match: '/payments', mode: 'double-notice', times: 1 });
    await payOne();
    await until('both notices', () => platform.heard.length === 2);
    platform.heard.length = 0;
    const order = await payOne();
    await fetch(order.payUrl, { method: 'POST' });
    await payOne();
    await until('one notice for each order', () => platform.heard.length >= 2);
    expect(platform.heard.filter((each) => each.body.orderNo === order.orderNo)).toHaveLength(1);
  });

  it('may be lost, and then the order still tells that it is paid', async () => {
    standIn.faults.set({ match: '/payments', mode: 'lost-notice', times: 1 });
    const lost = await payOne();
    await payOne();
    await until('the notice of the next order', () => platform.heard.length === 1);
    expect(platform.heard[0]?.body.orderNo).not.toBe(lost.orderNo);
    const asked = await clients().payments.query(lost.orderNo);
    expect(asked.state).toBe('paid');
  });

  it('bring back the steps of a department system in their order', async () => {
    platform.answers.push(503);
    const handedOver = { key: 'case-f/fire', caseNumber: 'case-f', item: '210170001000', data: {} };
    const { externalNumber } = await clients().departments.handOver('fire', handedOver);
    await expect(clients().departments.handOver('fire', handedOver)).resolves.toEqual({
      externalNumber,
    });
    await until('three steps and one repeat', () => platform.heard.length === 4);
    const steps = platform.heard.slice(1).map((each) => readDepartmentStep(each.body));
    expect(steps.map((each) => each.step)).toEqual(['accepted', 'handled', 'decided']);
    expect(steps[2]).toMatchObject({ externalNumber, caseNumber: 'case-f', outcome: 'grant' });
  });

  it('survive a restart of the province, with its orders', async () => {
    platform.answers.push(...Array<number>(50).fill(503));
    const order = await payOne();
    await until('a first attempt', () => platform.heard.length > 0);
    await standIn.close();
    platform.answers.length = 0;
    platform.heard.length = 0;
    standIn = await startStandIn(server.url, dataDir);
    await until('the notice after the restart', () => platform.heard.length === 1);
    expect(platform.heard[0]?.body.orderNo).toBe(order.orderNo);
    await expect(clients().payments.query(order.orderNo)).resolves.toMatchObject({ state: 'paid' });
  });
});
