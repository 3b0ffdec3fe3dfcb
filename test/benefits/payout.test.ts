import { readFile } from 'node:fs/promises';
import type { DataSource } from 'typeorm';
import type { Province as StandIn } from '../../province/server.js';
import { grantBenefit } from '../../src/money/benefits/index.js';
import { makeList, readList } from '../../src/money/benefits/lists.js';
import { listLists } from '../../src/money/benefits/overview.js';
import { approveList, correctLine, resendList } from '../../src/money/benefits/payout.js';
import { ReturnFiles } from '../../src/money/benefits/return-files.js';
import { runToEnd } from '../../src/platform/recurring/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { personDigest } from '../../src/platform/sealing/index.js';
import type { Session } from '../../src/people/identity/index.js';
import { type BankSystem, createProvince, type ProvinceDoor } from '../../src/province/index.js';
import { callsAt, ERRAND, SECRET, startStandIn } from '../province/servers.js';
import { createTestDatabase, PAYLOAD_KEYS } from '../servers/index.js';

const ITEM = '210511001000';
const VILLAGE = '210381003009';
const GOOD_ACCOUNT = '6217990000000012345';
/** The stand-in's bank knows no account that ends in four zeros. */
const BAD_ACCOUNT = '6217990000000000000';

function session(person: string, role: string, line: string | null, region: string): Session {
  const organisation = { id: `o-${person}`, name: person, line, level: 'county' as const, region };
  const post = { id: `post-${person}`, role, title: role, organisation };
  return {
    digest: '',
    person: { id: person, name: person, idNumberMasked: '', kind: 'staff' },
    assurance: 'L2',
    posts: [post],
    post,
    principals: [],
    actingFor: null,
  };
}

const admin = session('admin', 'admin', 'business', '210300');
const civilCashier = session('civil', 'cashier', 'civil', '210381');
const financeCashier = session('finance', 'cashier', 'finance', '210381');
const villageDesk = session('village', 'agent-desk', null, VILLAGE);

async function nextMonth(dataSource: DataSource): Promise<string> {
  const [row] = await dataSource.query<{ month: string }[]>(
    `SELECT to_char(now() AT TIME ZONE 'Asia/Shanghai' + interval '1 month', 'YYYY-MM') AS month`,
  );
  return row!.month;
}

describe('a monthly benefit', () => {
  let dataSource: DataSource;
  let standIn: StandIn;
  let bank: BankSystem;
  let province: ProvinceDoor;
  let month: string;

  async function addCase(
    number: string,
    account: string,
    tier = '80-89',
    idNumber?: string,
  ): Promise<void> {
    await dataSource.query(
      `INSERT INTO cases (number, item_code, item_version, item_name, process_id, model_hash,
         calendar_version, region, applicant_id, lead_department, state, submitted_at, form, person_digest)
       VALUES ($1, $2, 1, '高龄津贴', 'allowance', 'hash', '1', $3, 'p-zhao', 'o', 'granted', now(), $4, $5)`,
      [
        ...[number, ITEM, VILLAGE, { bankAccount: account, name: '赵桂兰', tier, idNumber }],
        personDigest(dataSource.manager, idNumber),
      ],
    );
    await grantBenefit(dataSource.manager, { key: `${number}/list`, caseNumber: number, tier });
  }

  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase(), PAYLOAD_KEYS);
    standIn = await startStandIn('http://localhost:9');
    province = createProvince({ provinceUrl: standIn.url, provinceSecret: SECRET }, 1000);
    ({ bank } = province.on(ERRAND));
    await dataSource.query(
      `UPDATE supervision_setting SET content = '{"monthsAhead": 1}' WHERE kind = 'benefits'`,
    );
    month = await nextMonth(dataSource);
    const file = new URL('../../demonstration/items/allowance.json', import.meta.url);
    const data = JSON.parse(await readFile(file, 'utf8')) as { name: string };
    await dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state) VALUES ($1, 1, 'single', '05', $2, $3, 'published')`,
      [ITEM, data.name, data],
    );
  });
  beforeEach(async () => {
    await dataSource.query(
      `TRUNCATE benefit_batch, benefit_line, benefit_list, benefit_entitlement, cases CASCADE`,
    );
    standIn.faults.clear();
  });
  afterAll(async () => {
    await standIn?.close();
    await dataSource?.destroy();
  });

  it('is found by the county that pays and the village it concerns, and by nobody else', async () => {
    await addCase('C1', GOOD_ACCOUNT);
    const { id } = await makeList(dataSource, civilCashier, { item: ITEM, month });
    const seen = async (who: Session) =>
      (await listLists(dataSource.manager, who)).map(({ id: found, lines }) => [found, lines]);
    for (const who of [admin, civilCashier, financeCashier, villageDesk]) {
      expect(await seen(who)).toEqual([[id, 1]]);
    }
    expect(await seen(session('other', 'cashier', 'civil', '210321'))).toEqual([]);
    expect(await seen(session('next', 'agent-desk', null, '210381003008'))).toEqual([]);
  });

  it('enters nobody twice: a second case of the same person is refused at the decision', async () => {
    await addCase('B1', GOOD_ACCOUNT, '80-89', '210399194303150088');
    const again = addCase('B2', GOOD_ACCOUNT, '80-89', '210399194303150088');
    await expect(again).rejects.toMatchObject({ code: 'benefit-granted-before' });
  });

  it('is paid from the month after the decision, with the amount of its tier, entered once', async () => {
    await addCase('1', GOOD_ACCOUNT, '90-99');
    const again = { key: '1/list', caseNumber: '1', tier: '90-99' };
    await expect(grantBenefit(dataSource.manager, again)).resolves.toEqual({
      caseNumber: '1',
      tier: '90-99',
      amountCents: 10_000,
      fromMonth: month,
    });
    const otherKey = { ...again, key: '1/list~2' };
    await expect(grantBenefit(dataSource.manager, otherKey)).rejects.toMatchObject({
      code: 'benefit-granted-before',
    });
    const unknown = { ...again, key: 'x', tier: '70' };
    await expect(grantBenefit(dataSource.manager, unknown)).rejects.toMatchObject({
      code: 'benefit-tier-unknown',
    });
  });

  it('goes from the list over finance and the bank to the accounts, and a failed line is mended and sent again', async () => {
    await addCase('1', GOOD_ACCOUNT);
    await addCase('2', BAD_ACCOUNT);
    const { id, totalCents } = await makeList(dataSource, admin, { item: ITEM, month });
    expect(totalCents).toBe(10_000);

    const returned = await approveList(dataSource, bank, financeCashier, id);
    expect(returned.state).toBe('returned');
    const states = returned.lines.map(({ caseNumber, state }) => [caseNumber, state]);
    expect(states).toEqual([
      ['1', 'paid'],
      ['2', 'failed'],
    ]);
    const failed = returned.lines[1]!;
    expect(failed.reason).toBe('账号不存在或户名不符');
    expect(failed.accountMasked).toBe('****0000');

    await correctLine(dataSource, province, villageDesk, failed.id, '6217990000000054321');
    const closed = await resendList(dataSource, bank, civilCashier, id);
    expect(closed.state).toBe('closed');
    expect(closed.lines.map(({ state }) => state)).toEqual(['paid', 'paid']);
    const batches = await dataSource.query<{ lines: unknown[] }[]>(
      `SELECT lines FROM benefit_batch ORDER BY key`,
    );
    expect(batches.map(({ lines }) => lines.length)).toEqual([2, 1]);
  });

  it('is never listed twice for a month; who is granted later gets on a further list', async () => {
    await addCase('1', GOOD_ACCOUNT);
    const first = await makeList(dataSource, civilCashier, { item: ITEM, month });
    const again = await makeList(dataSource, civilCashier, { item: ITEM, month });
    expect(again.id).toBe(first.id);
    await approveList(dataSource, bank, financeCashier, first.id);
    await expect(makeList(dataSource, civilCashier, { item: ITEM, month })).rejects.toMatchObject({
      code: 'benefit-nothing-to-list',
    });
    await addCase('2', GOOD_ACCOUNT);
    const second = await makeList(dataSource, civilCashier, { item: ITEM, month });
    expect(second.lines.map(({ caseNumber }) => caseNumber)).toEqual(['2']);
  });

  it('waits while the bank is away and goes on when it is back, handed in once', async () => {
    await addCase('1', GOOD_ACCOUNT);
    const { id } = await makeList(dataSource, admin, { item: ITEM, month });
    standIn.faults.set({ match: '/bank', mode: 'error' });
    const waiting = await approveList(dataSource, bank, financeCashier, id);
    expect([waiting.state, waiting.lines[0]!.state]).toEqual(['approved', 'sent']);
    const fetch = () => runToEnd((round) => new ReturnFiles(dataSource, province).fetch(round));
    // Operators are told which batch it was.
    await expect(fetch()).rejects.toThrow(AggregateError);
    standIn.faults.clear();
    await fetch();
    const [asked] = await callsAt(standIn.url, `?matter=benefit-list:${id}`);
    expect(asked).toMatchObject({ actor: 'system:benefit-return-files', purpose: '发放补贴' });
    await expect(readList(dataSource, admin, id)).resolves.toMatchObject({ state: 'closed' });
  });

  it('lets nobody do what is another body’s, and writes the attempt to the audit log', async () => {
    await addCase('1', BAD_ACCOUNT);
    const { id } = await makeList(dataSource, civilCashier, { item: ITEM, month });
    const refused = { status: 403, code: 'not-your-benefit-list' };
    await expect(makeList(dataSource, financeCashier, { item: ITEM, month })).rejects.toMatchObject(
      refused,
    );
    await expect(approveList(dataSource, bank, civilCashier, id)).rejects.toMatchObject(refused);
    const { lines } = await approveList(dataSource, bank, financeCashier, id);
    const stranger = session('stranger', 'agent-desk', null, '210302002001');
    await expect(
      correctLine(dataSource, province, stranger, lines[0]!.id, GOOD_ACCOUNT),
    ).rejects.toMatchObject(refused);
    await expect(readList(dataSource, stranger, id)).rejects.toMatchObject(refused);
    const [{ count }] = await dataSource.query<[{ count: string }]>(
      `SELECT count(*) FROM audit WHERE outcome = 'refused'`,
    );
    expect(Number(count)).toBeGreaterThanOrEqual(4);
    await expect(approveList(dataSource, bank, financeCashier, id)).rejects.toMatchObject({
      code: 'benefit-list-approved-before',
    });
    await expect(resendList(dataSource, bank, civilCashier, id)).rejects.toMatchObject({
      code: 'benefit-nothing-corrected',
    });
  });
});
