/** Cards by rules and orders to departments through the API: who may do what, and what becomes of it. */
import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import { shopSignDraft, upload } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { countedAndRanked } from './counted-and-ranked.js';
import { foundAndDecided } from './found-and-decided.js';
import { queriesKept } from './queries-kept.js';
import { toldOfRuleCards } from './told-of-rule-cards.js';
import { entryOf } from './zip-entry.js';

interface Listed {
  items: { id: string; state: string; department: string; reason: string; colour: string }[];
}
interface Detail {
  state: string;
  colour: string;
  escalatedTo: string | null;
  acts: { act: string; text: string; person: string | null; files: { id: string }[] }[];
}

describe('cards and orders', () => {
  let stage: ApiStage;
  let number: string;
  /** The department that leads the case. */
  let lead: string;
  beforeAll(async () => {
    stage = await openApiStage();
    const zhang = await stage.as('zhang');
    const draft = await shopSignDraft(zhang);
    // Without workers the case waits where it was handed in.
    await zhang.call('POST', '/api/cases', { draft });
    await stage.dataSource.query(
      `UPDATE cases SET state = 'accepted', received_at = now() - interval '40 days',
         accepted_at = now() - interval '39 days', due_at = now() - interval '3 days',
         promised_due_at = now() - interval '20 days'`,
    );
    const [row] = await stage.dataSource.query<{ number: string; lead_department: string }[]>(
      `SELECT number, lead_department FROM cases`,
    );
    number = row!.number;
    lead = row!.lead_department;
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  /** Somebody with a post in the body; made for the test. */
  async function memberOf(account: string, organisation: string): Promise<Session> {
    await stage.dataSource.query(
      `UPDATE post SET organisation_id = $2, role = 'handler'
       WHERE person_id = (SELECT id FROM person WHERE account = $1)`,
      [account, organisation],
    );
    return stage.as(account);
  }

  test('a rule proposes a card once; confirmed, answered and accepted it has told its history', async () => {
    const admin = await stage.as('admin');
    const supervisor = await stage.as('supervisor');
    const first = await admin.post<{ proposed: number }>('/api/card-rules/evaluation', {});
    expect(first.proposed).toBeGreaterThan(0);
    const again = await admin.post<{ proposed: number }>('/api/card-rules/evaluation', {});
    expect(again.proposed).toBe(0);

    const { items } = await supervisor.get<Listed>(`/api/cards?case=${number}&state=proposed`);
    const card = items.find(({ reason }) => reason.startsWith('超过法定时限'))!;
    expect(card).toMatchObject({ department: lead, colour: 'red' });
    const unit = await memberOf('xt-urban', lead);
    // A proposal is the supervisor's own matter still.
    expect((await unit.call('GET', `/api/cards/${card.id}`)).status).toBe(404);
    await supervisor.post(`/api/cards/${card.id}/confirmation`, {});
    expect(
      (await supervisor.call('POST', `/api/cards/${card.id}/answer`, { text: 'x' })).status,
    ).toBe(403);
    expect((await unit.call('POST', `/api/cards/${card.id}/answer`, {})).status).toBe(400);
    const before = await supervisor.call('POST', `/api/cards/${card.id}/acceptance`, {});
    expect(before.status).toBe(409);
    await unit.post(`/api/cards/${card.id}/answer`, { text: '系统对接延误，已补办。' });
    expect((await unit.call('POST', `/api/cards/${card.id}/acceptance`, {})).status).toBe(403);
    await supervisor.post(`/api/cards/${card.id}/return`, { text: '请附情况说明' });
    await unit.post(`/api/cards/${card.id}/answer`, { text: '附情况说明。' });
    await supervisor.post(`/api/cards/${card.id}/acceptance`, {});
    const detail = await supervisor.get<Detail>(`/api/cards/${card.id}`);
    expect(detail.state).toBe('accepted');
    expect(detail.acts.map(({ act }) => act)).toEqual([
      ...['issued', 'answered', 'returned', 'answered', 'accepted'],
    ]);
    const revoked = await supervisor.call('POST', `/api/cards/${card.id}/revocation`, {});
    expect(revoked.status).toBe(400);
    await supervisor.post(`/api/cards/${card.id}/revocation`, { text: '经核实为系统误报' });
    const lines = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE target = $1 AND outcome = 'done' ORDER BY id`,
      [`card:${card.id}`],
    );
    expect(lines.map(({ act }) => act)).toContain('card.revoked');
  }, 60_000);

  test('a card nobody answers climbs the ladder of its rule and is told to the body above', async () => {
    const supervisor = await stage.as('supervisor');
    const { items } = await supervisor.get<Listed>(`/api/cards?case=${number}&state=proposed`);
    const card = items.find(({ reason }) => reason.startsWith('超过承诺时限'))!;
    await supervisor.post(`/api/cards/${card.id}/confirmation`, {});
    await stage.dataSource.query(
      `UPDATE card SET answer_due = now() - interval '3 days' WHERE id = $1`,
      [card.id],
    );
    const admin = await stage.as('admin');
    const { escalated } = await admin.post<{ escalated: number }>('/api/card-rules/evaluation', {});
    expect(escalated).toBe(1);
    const detail = await supervisor.get<Detail>(`/api/cards/${card.id}`);
    expect(detail).toMatchObject({ state: 'issued', colour: 'red' });
    expect(detail.escalatedTo).toBeTruthy();
    expect(detail.acts.at(-1)).toMatchObject({ act: 'escalated', person: null });
  }, 60_000);

  test('an automatic rule of a later version issues cards by itself from its day on; the earlier version stays', async () => {
    const admin = await stage.as('admin');
    const rule = {
      ...{ name: '停办', condition: 'paused-long', threshold: 1, colour: 'yellow' },
      ...{ issue: 'automatic', answerDays: 2, ladder: [] },
    };
    const early = { ...rule, validFrom: '2026-01-01' };
    const past = await admin.call('PUT', '/api/card-rules/paused-long', early);
    expect(past.status).toBe(400);
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const unknown = await admin.call('POST', '/api/card-rules', {
      ...rule,
      validFrom: today,
      department: 'o-none',
    });
    expect(unknown.status).toBe(400);
    await admin.call('PUT', '/api/card-rules/paused-long', { ...rule, validFrom: today });
    const { items } = await admin.get<{
      items: { id: string; version: number; current: boolean; validTo: string | null }[];
    }>('/api/card-rules');
    const versions = items.filter(({ id }) => id === 'paused-long');
    expect(versions.map(({ version, current }) => [version, current])).toEqual([
      [2, true],
      [1, false],
    ]);
    await stage.dataSource.query(`UPDATE cases SET paused_at = now() - interval '3 days'`);
    const { issued } = await admin.post<{ issued: number }>('/api/card-rules/evaluation', {});
    expect(issued).toBe(1);
    await stage.dataSource.query(`UPDATE cases SET paused_at = NULL`);
    await toldOfRuleCards(stage, await memberOf('xt-urban', lead), lead);
  }, 60_000);

  test('an order is replied to, returned for more and accepted; late it goes to the body above, once', async () => {
    const supervisor = await stage.as('supervisor');
    const order = {
      ...{ title: '尽快办理', text: '请说明延误原因', department: lead, caseNumber: number },
      deadline: new Date(Date.now() + 86_400_000).toISOString(),
    };
    const late = { ...order, deadline: new Date(Date.now() - 1000).toISOString() };
    expect((await supervisor.call('POST', '/api/orders', late)).status).toBe(400);
    const key = { 'idempotency-key': randomUUID() };
    const once = () => supervisor.call<{ id: string }>('POST', '/api/orders', order, key);
    const first = await once();
    expect([first.status, (await once()).body]).toEqual([200, first.body]);
    const other = await (await stage.as('hc-supervisor')).call('POST', '/api/orders', order, key);
    expect(other).toMatchObject({ status: 409, body: { code: 'key-of-another' } });
    const { id } = first.body;
    const unit = await memberOf('xt-urban', lead);
    const mine = await unit.get<Listed>('/api/orders?own=true');
    expect(mine.items.map((one) => one.id)).toEqual([id]);
    const told = async (session: Session) =>
      (
        await session.get<{ items: { occasion: string; aboutId: string }[] }>('/api/notifications')
      ).items
        .filter(({ aboutId }) => aboutId === id)
        .map(({ occasion }) => occasion);
    expect(await told(unit)).toEqual(['order-issued']);
    const { body: paper } = await upload(unit, '情况说明.png');
    await unit.post(`/api/orders/${id}/reply`, { text: '正在办理', files: [paper.id] });
    expect((await supervisor.call('GET', `/api/files/${paper.id}`)).status).toBe(200);
    for (const other of ['market-supervisor', 'xt-window', 'zhang'])
      expect((await (await stage.as(other)).call('GET', `/api/files/${paper.id}`)).status).toBe(
        404,
      );
    const borrowed = { text: '别人的附件', files: [paper.id] };
    expect((await supervisor.call('POST', `/api/orders/${id}/return`, borrowed)).status).toBe(400);
    expect(await told(supervisor)).toEqual(['order-replied']);
    await supervisor.post(`/api/orders/${id}/return`, { text: '请写明哪天办结' });
    expect(await told(unit)).toEqual(['order-returned', 'order-issued']);

    await stage.dataSource.query(
      `UPDATE supervision_order SET deadline = now() - interval '1 hour' WHERE id = $1`,
      [id],
    );
    const { Orders } = await import('../../src/supervision/orders/orders.js');
    const orders = new Orders(stage.dataSource);
    expect(await orders.escalateLate()).toBe(1);
    expect(await orders.escalateLate()).toBe(0);
    await unit.post(`/api/orders/${id}/reply`, { text: '明日办结' });
    await supervisor.post(`/api/orders/${id}/acceptance`, {});
    const detail = await supervisor.get<Detail>(`/api/orders/${id}`);
    expect(detail.state).toBe('accepted');
    expect(detail.escalatedTo).toBeTruthy();
    expect(detail.acts.map(({ act }) => act)).toEqual([
      ...['issued', 'replied', 'returned', 'escalated', 'replied', 'accepted'],
    ]);
    const view = await supervisor.get<{ timeline: { text: string }[] }>(`/api/cases/${number}`);
    expect(view.timeline.map(({ text }) => text).join('\n')).toMatch(/督办答复/);
  }, 60_000);

  test('a county and a line are supervised by their own; others neither see nor act', async () => {
    const haicheng = await stage.as('hc-supervisor');
    const market = await stage.as('market-supervisor');
    const body = { colour: 'yellow', caseNumber: number, reason: '越权', answerDays: 3 };
    const own = await haicheng.call('POST', '/api/cards', {
      ...body,
      department: 'o-210381-housing',
    });
    expect(own.status).toBe(200);
    for (const [session, department] of [
      [haicheng, 'o-210302-market'],
      [haicheng, 'o-210381-fire'],
      [market, 'o-210381-housing'],
    ] as const) {
      const answer = await session.call('POST', '/api/cards', { ...body, department });
      expect([department, answer.status]).toEqual([department, 403]);
    }
    const order = await market.call('POST', '/api/orders', {
      ...{ title: 'x', text: 'x', department: 'o-210381-housing' },
      deadline: new Date(Date.now() + 1_000_000).toISOString(),
    });
    expect(order.status).toBe(403);
    const seen = await market.get<Listed>('/api/cards');
    expect(seen.items.every(({ department }) => department.includes('market'))).toBe(true);
    const rule = await haicheng.call('DELETE', '/api/card-rules/wrong-fee');
    expect(rule.status).toBe(403);
  }, 60_000);

  test('a supervisor reads cases of the own scope only, and nobody else the board at all', async () => {
    await stage.dataSource.query(
      `UPDATE cases SET region = '210381003', lead_department = 'o-210381003'`,
    );
    expect(
      (await (await stage.as('hc-supervisor')).call('GET', `/api/cases/${number}`)).status,
    ).toBe(200);
    expect(
      (await (await stage.as('market-supervisor')).call('GET', `/api/cases/${number}`)).status,
    ).toBe(403);
    for (const account of ['zhang', 'xt-window', 'auditor']) {
      const person = await stage.as(account);
      for (const path of ['board', 'cases', 'units', 'heat/versions'])
        expect([
          account,
          path,
          (await person.call('GET', `/api/supervision/${path}`)).status,
        ]).toEqual([account, path, 403]);
    }
  }, 60_000);

  test('statistics come as a workbook and as CSV that a Chinese Excel reads, and the export is audited', async () => {
    const supervisor = await stage.as('supervisor');
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, finished_at = now(), decided_at = now(), state = 'finished'`,
    );
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const query = `from=2026-01-01&to=${today}&group=department`;
    const csv = await supervisor.send(
      new URL(`/api/supervision/statistics/file?${query}&format=csv`, stage.url),
    );
    const bytes = Buffer.from(await csv.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, row] = bytes.toString('utf8').split('\r\n');
    expect(head).toContain('名称,代码,办结件数');
    expect(row).toContain('o-210381003,1,');
    const xlsx = await supervisor.send(
      new URL(`/api/supervision/league/file?${query}&format=xlsx`, stage.url),
    );
    const sheet = entryOf(Buffer.from(await xlsx.arrayBuffer()), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<row');
    const [line] = await stage.dataSource.query<{ count: number }[]>(
      `SELECT count(*)::int AS count FROM audit WHERE act = 'statistics.export'`,
    );
    expect(line!.count).toBe(2);
    expect(
      (await supervisor.call('GET', '/api/supervision/statistics?from=2026-13-01&to=2026-01-01'))
        .status,
    ).toBe(400);
  }, 60_000);

  test('a proposal that warns ahead goes when the case has ended; what has happened stays to be decided', async () => {
    const admin = await stage.as('admin');
    const supervisor = await stage.as('supervisor');
    const due = (promised: string) =>
      stage.dataSource.query(
        `UPDATE cases SET ended = false, finished_at = NULL, decided_at = NULL, state = 'accepted',
           promised_due_at = now() + $1::interval`,
        [promised],
      );
    const rule = (name: string, condition: string) => ({
      ...{ name, condition, threshold: 1, colour: 'warning', issue: 'proposal', answerDays: 3 },
      ...{ ladder: [], validFrom: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10) },
    });
    await admin.post('/api/card-rules', rule('将到', 'promised-near'));
    await due('2 hours');
    await admin.post('/api/card-rules/evaluation', {});
    await admin.post('/api/card-rules', rule('已过', 'promised-passed'));
    await due('-2 days');
    await admin.post('/api/card-rules/evaluation', {});
    const proposed = async () => {
      const { items } = await supervisor.get<Listed>(`/api/cards?case=${number}&state=proposed`);
      const own = items.map(({ reason }) => reason.slice(0, 3));
      return own.filter((reason) => ['将到。', '已过。'].includes(reason)).sort();
    };
    expect(await proposed()).toEqual(['将到。', '已过。']);
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, finished_at = now(), decided_at = now(), state = 'finished'`,
    );
    await admin.post('/api/card-rules/evaluation', {});
    expect(await proposed()).toEqual(['已过。']);
    const { items } = await supervisor.get<Listed>(`/api/cards?case=${number}&state=dismissed`);
    const gone = items.find(({ reason }) => reason.startsWith('将到。'))!;
    const { acts } = await supervisor.get<Detail>(`/api/cards/${gone.id}`);
    expect(acts).toMatchObject([{ act: 'dismissed', person: null }]);
  }, 60_000);

  test('what the city settles is a version from a day on; the appraisal follows it, and only an admin sets it', async () => {
    const supervisor = await stage.as('supervisor');
    const admin = await stage.as('admin');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    const query = `from=2026-01-01&to=${today}&group=county`;
    const first = async () => {
      const { rows } = await supervisor.get<{ rows: { score: number; redCards: number }[] }>(
        `/api/supervision/league?${query}`,
      );
      return rows[0]!;
    };
    const before = await first();
    expect(before.redCards).toBeGreaterThan(0);
    const points = { promised: 40, statutory: 20, compression: 20, firstTime: 20 };
    const cards = { warning: 0.5, yellow: 1, red: 4 };
    const path = '/api/supervision-settings/appraisal';
    const body = { ...points, ...cards, validFrom: today };
    expect((await supervisor.call('PUT', path, body)).status).toBe(403);
    const wrong = await admin.call<{ code: string }>('PUT', path, { ...body, promised: 50 });
    expect([wrong.status, wrong.body.code]).toEqual([400, 'points-not-100']);
    const late = await admin.call<{ code: string }>('PUT', path, {
      ...body,
      validFrom: '2026-01-01',
    });
    expect([late.status, late.body.code]).toEqual([400, 'setting-in-the-past']);
    expect((await admin.call('PUT', path, body)).status).toBe(200);
    const after = await first();
    expect(before.score - after.score).toBeCloseTo(Math.min(before.redCards, before.score));
    const { items } = await supervisor.get<{ items: { kind: string; current: boolean }[] }>(
      '/api/supervision-settings',
    );
    expect(items.filter(({ kind }) => kind === 'appraisal').map(({ current }) => current)).toEqual([
      true,
      false,
    ]);
  }, 60_000);

  test('a supervisor urges as often as the setting allows', async () => {
    const supervisor = await stage.as('supervisor');
    const admin = await stage.as('admin');
    const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
    await stage.dataSource.query(
      `INSERT INTO urge (id, case_number, person_id, by_supervisor, note, at)
       SELECT gen_random_uuid(), $1, id, true, '', now() - interval '5 hours' FROM person
        WHERE account = 'supervisor'`,
      [number],
    );
    const urge = () =>
      supervisor.call<{ code: string }>(
        'POST',
        `/api/cases/${number}/urges`,
        { note: '请办' },
        {
          'idempotency-key': crypto.randomUUID(),
        },
      );
    const path = '/api/supervision-settings/urges';
    await admin.call('PUT', path, { applicantHours: 24, supervisorHours: 6, validFrom: today });
    expect((await urge()).body.code).toBe('urged-recently');
    await admin.call('PUT', path, { applicantHours: 24, supervisorHours: 5, validFrom: today });
    // Nothing waits for staff without workers: it is no longer the interval that refuses.
    expect((await urge()).body.code).toBe('nothing-to-urge');
  }, 60_000);

  test('a card by hand is about a case the supervisor sees', async () => {
    const market = await stage.as('market-supervisor');
    const [unit] = (await market.get<{ items: { id: string }[] }>('/api/supervision/units')).items;
    const card = { colour: 'yellow', department: unit!.id, reason: '态度生硬', answerDays: 3 };
    const refused = await market.call('POST', '/api/cards', { ...card, caseNumber: number });
    expect(refused.status).toBe(403);
    const order = {
      title: '查',
      text: '请查',
      department: unit!.id,
      deadline: '2099-01-01T00:00:00Z',
    };
    const other = await market.call('POST', '/api/orders', { ...order, caseNumber: number });
    expect(other.status).toBe(403);
  }, 60_000);

  countedAndRanked(() => ({ stage, number, lead }));
  foundAndDecided(() => ({ stage, number, lead }));

  queriesKept(() => stage);
});
