/** Proposals on the board decided together, cases found and taken along, orders to several; on the platform of the cards. */
import { randomUUID } from 'node:crypto';
import { SHOP_SIGN, upload } from '../api/applications.js';
import { another, type There } from './counted-and-ranked.js';

const BODY = 'o-210302-market';

interface Board {
  total: Record<string, number>;
}
interface Cases {
  items: {
    number: string;
    limit: string;
    limitDue: string;
    light: string;
    incident: boolean;
    applicantName: string;
  }[];
}
interface Cards {
  items: { id: string; state: string }[];
}

export function foundAndDecided(there: () => There): void {
  /** Late by both of its limits, the promised one first. */
  const lateCase = async (name: string) => {
    const number = await another(there(), name, SHOP_SIGN, BODY);
    await there().stage.dataSource.query(
      `UPDATE cases SET state = 'accepted', accepted_at = now() - interval '30 days',
         due_at = now() - interval '5 days', promised_due_at = now() - interval '12 days'
       WHERE number = $1`,
      [number],
    );
    return number;
  };

  test('a case is found by number, applicant, item and day, says by which limit it is late, and goes along as a table', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const number = await lateCase('late');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const found = async (search: string, metric = 'overdue') => {
      const { items } = await supervisor.get<Cases>(
        `/api/supervision/cases?metric=${metric}&${search}`,
      );
      return items.filter((one) => one.number === number);
    };
    const q = (words: string) => `q=${encodeURIComponent(words)}`;
    const [one] = await found('');
    expect(one).toMatchObject({ limit: 'promised', light: 'red', incident: false });
    for (const search of [q(number), q(one!.applicantName), q('另一件'), `since=${today}`])
      expect([search, (await found(search)).length]).toEqual([search, 1]);
    for (const search of [q('没有这样的人'), `since=2099-01-01`, `until=2020-01-01`])
      expect([search, await found(search)]).toEqual([search, []]);
    // A figure of one limit says how late by that one.
    expect((await found('', 'statutoryOverdue'))[0]).toMatchObject({ limit: 'statutory' });

    const file = await supervisor.send(
      new URL(`/api/supervision/cases/file?format=csv&metric=overdue&${q(number)}`, stage.url),
    );
    const [head, ...lines] = (await file.text()).trim().split('\r\n');
    expect(head).toContain('办件编号,超期天数,按哪个期限');
    expect(lines).toEqual([expect.stringContaining(`${number},13,承诺时限`)]);
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, finished_at = now() WHERE number = $1`,
      [number],
    );
  }, 60_000);

  test('an incident is counted on the board, lists its case and lights it', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const number = await another(there(), 'stuck', SHOP_SIGN, BODY);
    const board = async () =>
      (await supervisor.get<Board>('/api/supervision/board')).total['incidents']!;
    const before = await board();
    await stage.dataSource.query(
      `INSERT INTO incident (id, case_number, key, element, code, message, state, opened_at)
       VALUES ('stuck', $1, 'k', 'e', 'adapter-failed', '接口没有应答', 'open', now())`,
      [number],
    );
    expect(await board()).toBe(before + 1);
    const { items } = await supervisor.get<Cases>('/api/supervision/cases?metric=incidents');
    expect(items).toEqual([expect.objectContaining({ number, light: 'yellow', incident: true })]);
    await stage.dataSource.query(`UPDATE incident SET state = 'resolved' WHERE id = 'stuck'`);
    expect(await board()).toBe(before);
  }, 60_000);

  test('proposals are counted on the board and decided together, each by itself, with the reason', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const admin = await stage.as('admin');
    const number = await lateCase('proposed');
    await admin.post('/api/card-rules/evaluation', {});
    const waiting = async () =>
      (await supervisor.get<Board>('/api/supervision/board')).total['proposedCards']!;
    const before = await waiting();
    const { items } = await supervisor.get<Cards>(`/api/cards?state=proposed&case=${number}`);
    expect(items.length).toBeGreaterThan(1);
    const ids = items.map(({ id }) => id);
    const [gone] = ids;
    await supervisor.post(`/api/cards/${gone}/dismissal`, { text: '已与单位核实' });

    const body = { cards: ids, decision: 'confirm', text: '核实无误' };
    expect(
      (await supervisor.call('POST', '/api/cards/decisions', { ...body, text: '' })).status,
    ).toBe(400);
    const market = await stage.as('hc-supervisor');
    const refused = await market.post<Cards>('/api/cards/decisions', body);
    expect(refused.items.map(({ state }) => state)).toEqual(ids.map(() => 'refused'));
    const done = await supervisor.post<Cards>('/api/cards/decisions', body);
    expect(done.items.map(({ state }) => state)).toEqual(
      ids.map((id) => (id === gone ? 'refused' : 'done')),
    );
    expect(await waiting()).toBe(before - ids.length);
    const { acts } = await supervisor.get<{ acts: { act: string; text: string }[] }>(
      `/api/cards/${ids[1]}`,
    );
    expect(acts).toMatchObject([{ act: 'issued', text: '核实无误' }]);
  }, 60_000);

  test('an order to several units is one for each with the papers, known to be one, and issued once', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const { body: paper } = await upload(supervisor, '督办依据.png');
    const order = {
      ...{ title: '联合整治', text: '请各自说明', department: BODY },
      ...{ alsoTo: ['o-210381-housing', BODY], files: [paper.id] },
      deadline: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const key = { 'idempotency-key': randomUUID() };
    const first = await supervisor.call<{ id: string }>('POST', '/api/orders', order, key);
    expect((await supervisor.call('POST', '/api/orders', order, key)).body).toEqual(first.body);
    const { items } = await supervisor.get<{ items: { id: string; department: string }[] }>(
      `/api/orders?q=${encodeURIComponent('联合整治')}`,
    );
    expect(items.map(({ department }) => department).sort()).toEqual([BODY, 'o-210381-housing']);
    for (const { id } of items) {
      const one = await supervisor.get<{
        alongside: string[];
        acts: { files: { id: string }[] }[];
      }>(`/api/orders/${id}`);
      expect(one.alongside).toHaveLength(1);
      expect(one.acts[0]!.files).toMatchObject([{ id: paper.id }]);
    }
    const beyond = { ...order, alsoTo: ['o-210302-market'], department: 'o-210381-housing' };
    const haicheng = await stage.as('hc-supervisor');
    expect((await haicheng.call('POST', '/api/orders', { ...beyond, files: [] })).status).toBe(403);
  }, 60_000);

  test('what was finished stands by month, quarter and year beside the period before', async () => {
    const { stage } = there();
    const supervisor = await stage.as('supervisor');
    const trend = async (span: string) => {
      const { periods } = await supervisor.get<{
        periods: {
          from: string;
          running: boolean;
          measures: { count: number };
          before: { count: number } | null;
        }[];
      }>(`/api/supervision/trend?span=${span}`);
      return periods;
    };
    const totals: Record<string, number> = {};
    for (const [span, shown] of [
      ['month', 12],
      ['quarter', 8],
      ['year', 5],
    ] as const) {
      const periods = await trend(span);
      expect([span, periods.length]).toEqual([span, shown]);
      expect(periods.map(({ running }) => running)).toEqual(
        periods.map((_, place) => place === shown - 1),
      );
      for (const [place, { before }] of periods.entries())
        if (place > 0) expect(before?.count ?? 0).toBe(periods[place - 1]!.measures.count);
      totals[span] = periods.reduce((sum, { measures }) => sum + measures.count, 0);
    }
    // All of them ended within the year.
    expect(totals.month).toBeGreaterThan(0);
    expect([totals.quarter, totals.year]).toEqual([totals.month, totals.month]);
  }, 60_000);
}
