import type { DataSource } from 'typeorm';
import type { Province as StandIn } from '../../province/server.js';
import { openDatabase } from '../../src/platform/database/index.js';
import {
  orderPayment,
  type PaidCase,
  paymentsOfCases,
  reconcilePayment,
  settleNotice,
  takeUnsettled,
} from '../../src/money/payments/index.js';
import { createProvince } from '../../src/province/index.js';
import { createTestDatabase, PAYLOAD_KEYS } from '../servers/index.js';
import { ERRAND, SECRET, startStandIn } from './servers.js';
import { openTestCase, smallTown } from './stage.js';

describe('the payment of a fee', () => {
  let dataSource: DataSource;
  let standIn: StandIn;

  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase(smallTown), PAYLOAD_KEYS);
    standIn = await startStandIn('http://localhost:9');
  });
  afterAll(async () => {
    await standIn.close();
    await dataSource.destroy();
  });

  const system = () =>
    createProvince({ provinceUrl: standIn.url, provinceSecret: SECRET }).on(ERRAND).payments;

  /** Orders a fee. @returns the case, its order, and the notice of its payment */
  async function ordered() {
    const caseNumber = await openTestCase(dataSource, 'road');
    const { orderNo } = await orderPayment(dataSource, system(), {
      key: `${caseNumber}/fee~1`,
      caseNumber,
      element: 'fee',
      item: '城市道路占用费',
      payee: '海城市住房和城乡建设局',
      amountCents: 5000,
    });
    const notice = { orderNo, amountCents: 5000, paidAt: '2026-11-23T01:00:00.000Z' };
    const view = async () => (await paymentsOfCases(dataSource.manager, [caseNumber]))[0]!;
    return { caseNumber, orderNo, notice, view };
  }

  function listener() {
    const told: PaidCase[] = [];
    return { told, tell: async (paid: PaidCase) => void told.push(paid) };
  }

  it('is told to the case once when the notice comes twice', async () => {
    const { caseNumber, notice, view } = await ordered();
    const { told, tell } = listener();
    await settleNotice(dataSource, notice, tell);
    await settleNotice(dataSource, notice, tell);
    expect(told).toMatchObject([{ caseNumber, untold: true }]);
    await expect(view()).resolves.toMatchObject({
      state: 'paid',
      amountCents: 5000,
      paidAt: new Date(notice.paidAt),
    });
  });

  it('is told under the same command when the case could not be reached at first', async () => {
    const { notice, view } = await ordered();
    const commands: string[] = [];
    const away = async (paid: PaidCase) => {
      commands.push(paid.commandId);
      throw new Error('away');
    };
    await expect(settleNotice(dataSource, notice, away)).rejects.toThrow('away');
    await expect(view()).resolves.toMatchObject({ state: 'paid' });
    await settleNotice(dataSource, notice, async (paid) => void commands.push(paid.commandId));
    expect(new Set(commands).size).toBe(1);
  });

  it('is found by asking when its notice was lost', async () => {
    const { caseNumber, view } = await ordered();
    standIn.faults.set({ match: '/payments', mode: 'lost-notice', times: 1 });
    await fetch((await view()).payUrl, { method: 'POST' });
    const { told, tell } = listener();
    const found = async (olderThan: number) => {
      const orders = await takeUnsettled(dataSource, olderThan);
      const paid = orders.map((order) => reconcilePayment(dataSource, system(), tell, order));
      return (await Promise.all(paid)).filter(Boolean).length;
    };
    await expect(found(60_000)).resolves.toBe(0);
    await expect(found(0)).resolves.toBe(1);
    await expect(found(0)).resolves.toBe(0);
    expect(told).toMatchObject([{ caseNumber }]);
    await expect(view()).resolves.toMatchObject({ state: 'paid' });
  });

  it('is refused for an order that is not ours or another amount', async () => {
    const { notice } = await ordered();
    const { told, tell } = listener();
    await expect(
      settleNotice(dataSource, { ...notice, orderNo: 'other' }, tell),
    ).rejects.toMatchObject({ status: 404, code: 'unknown-order' });
    await expect(
      settleNotice(dataSource, { ...notice, amountCents: 1 }, tell),
    ).rejects.toMatchObject({ status: 422, code: 'wrong-amount' });
    expect(told).toEqual([]);
  });
});
