/** Official acts on the whole case over the API: who sees, offers and does them, and what the law refuses. */
import type { Session } from '../../tools/session/sign-in.js';
import { dateOf } from '../../workflows/clock/index.js';
import { eventually } from '../workflow/stage.js';
import { SHOP_SIGN, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import {
  applicationOf,
  FOOD_LICENCE,
  foodForm,
  handle,
  inspectTogether,
  type Case,
} from './ways-stage.js';

interface Standing {
  state: string;
  dueAt: string | null;
  periods: { period: string; whose: string; light: string; done: string | null }[];
  extensionDays: number;
  hearingOn: string | null;
  hearingFrom: string | null;
  pauses: { to: string | null; reasonName: string; article: string | null }[];
  moves: { act: string; person: string | null; reason: string | null; article: string | null }[];
  acts: { act: string; allowed: boolean; reason: string | null; approval: boolean }[];
}

const MATERIALS = ['food-application', 'layout', 'food-safety-rules'];

const standing = (session: Session, number: string) =>
  session.get<Standing>(`/api/cases/${number}/legal-acts`);

const act = (session: Session, number: string, name: string, rest: object = {}) =>
  session.call<Problem & Case>('POST', `/api/cases/${number}/legal-acts`, { act: name, ...rest });

const ask = (session: Session, number: string, days = 2) =>
  session.call<Problem & { task: string }>('POST', `/api/cases/${number}/extension`, {
    ...{ days, reason: '需要补充核查' },
  });

const actsOf = ({ acts }: Standing) => acts.map((one) => one.act);

const pauseFor = (procedure: string) => ({
  reason: '须经检验',
  data: { procedure, days: 3, document: '海市监特告〔2026〕1号' },
});

async function submitted(stage: ApiStage): Promise<string> {
  const zhang = await stage.as('zhang');
  const draft = await applicationOf(zhang, FOOD_LICENCE, foodForm, { materials: MATERIALS });
  return (await zhang.post<Case>('/api/cases', { draft })).number;
}

async function accepted(stage: ApiStage): Promise<string> {
  const number = await submitted(stage);
  const handler = await stage.as('hc-market-handler');
  const { status, body } = await handle(handler, number, 'accept', { outcome: 'accept' });
  expect([status, body.state]).toEqual([200, 'accepted']);
  return number;
}

describe('official acts beside the diagram', () => {
  let stage: ApiStage;
  let handler: Session;
  let approver: Session;
  let number: string;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    handler = await stage.as('hc-market-handler');
    approver = await stage.as('hc-market-approver');
    number = await accepted(stage);
  }, 240_000);
  afterAll(() => stage?.close(), 30_000);

  it('are offered to the posts of the deciding department by their roles', async () => {
    const seen = await standing(handler, number);
    expect(seen.state).toBe('accepted');
    expect(actsOf(seen)).toEqual(expect.arrayContaining(['pause', 'extend', 'suspend', 'deliver']));
    expect(actsOf(seen)).not.toContain('terminate');
    expect(seen.acts).toContainEqual(expect.objectContaining({ act: 'pause', allowed: true }));
    expect(seen.acts).toContainEqual(
      expect.objectContaining({ act: 'extend', allowed: true, approval: true }),
    );
    const resume = seen.acts.find((one) => one.act === 'resume');
    expect(resume).toMatchObject({ allowed: false, reason: expect.stringContaining('特别程序') });
    expect(actsOf(await standing(approver, number))).toEqual(
      expect.arrayContaining(['terminate', 'void', 'forward']),
    );
  }, 60_000);

  it('are the applicant’s only where the applicant asks for a hearing', async () => {
    const zhang = await stage.as('zhang');
    expect(actsOf(await standing(zhang, number))).toEqual(['ask-hearing']);
    const refused = await act(zhang, number, 'pause', pauseFor('testing'));
    expect([refused.status, refused.body.code]).toEqual([403, 'not-your-act']);
    const [line] = await stage.dataSource.query<{ outcome: string }[]>(
      `SELECT outcome FROM audit WHERE act = 'case.pause' AND target = $1 ORDER BY id DESC LIMIT 1`,
      [`case:${number}`],
    );
    expect(line).toEqual({ outcome: 'refused' });
  }, 60_000);

  it('are not shown to other applicants and departments, and not offered to supervisors', async () => {
    for (const account of ['li', 'hc-traffic']) {
      const other = await stage.as(account);
      const path = `/api/cases/${number}/legal-acts`;
      expect([403, 404]).toContain((await other.call('GET', path)).status);
      const done = await act(other, number, 'suspend', { reason: '无权办理' });
      expect([403, 404]).toContain(done.status);
      expect([403, 404]).toContain((await ask(other, number)).status);
    }
    const supervisor = await stage.as('supervisor');
    expect(actsOf(await standing(supervisor, number))).toEqual([]);
    const done = await act(supervisor, number, 'terminate', { reason: '监督岗不办件' });
    expect(done.status).toBe(403);
    const handlers = await act(handler, number, 'terminate', { reason: '承办岗不终止' });
    expect([handlers.status, handlers.body.code]).toEqual([403, 'not-your-act']);
    expect(handlers.body.detail).toContain('审批');
    const path = `/api/cases/${number}/legal-acts`;
    expect((await stage.stranger().call('GET', path)).status).toBe(401);
  }, 60_000);

  it('against the table are refused as a problem that names state and act', async () => {
    const { status, headers, body } = await act(handler, number, 'resume');
    expect([status, body.code]).toEqual([409, 'illegal-move']);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body.detail).toMatch(/^办件处于“已受理”，不能“结束特别程序”/);
  }, 60_000);

  it('pause only for a reason of the closed list of article 45', async () => {
    const { status, body } = await act(handler, number, 'pause', pauseFor('busy'));
    expect([status, body.code]).toEqual([409, 'illegal-move']);
    expect(body.detail).toContain('第四十五条');
    expect((await standing(handler, number)).pauses).toEqual([]);
  }, 60_000);

  it('extend the limit when the head has approved, who is not who asked', async () => {
    const before = await standing(handler, number);
    const own = await ask(approver, number);
    expect(own.status).toBe(200);
    const twice = await ask(handler, number);
    expect([twice.status, twice.body.code]).toEqual([409, 'extension-asked']);
    const agree = { outcome: 'agree', form: undefined };
    const alone = await handle(approver, number, 'extension-approval', agree);
    expect([alone.status, alone.body.code]).toEqual([409, 'own-request']);

    const other = await accepted(stage);
    const asked = await ask(handler, other);
    expect(asked.status).toBe(200);
    const granted = await handle(approver, other, 'extension-approval', agree);
    expect(granted.status).toBe(200);
    const after = await eventually('the extension', async () => {
      const now = await standing(handler, other);
      return now.extensionDays === 2 ? now : undefined;
    });
    expect(after.moves.at(-1)).toMatchObject({
      act: 'extend',
      reason: '需要补充核查',
      article: '行政许可法第四十二条',
    });
    expect(Date.parse(after.dueAt!)).toBeGreaterThan(Date.parse(before.dueAt!));
    const again = await ask(handler, other);
    expect([again.status, again.body.code]).toEqual([409, 'illegal-move']);
    expect(again.body.detail).toMatch(/已经延长过.*第四十二条/);
  }, 120_000);

  it('extend a joint handling when the head of the government has approved', async () => {
    // 行政许可法 42(2): 统一办理、联合办理、集中办理 are extended by the government.
    await stage.dataSource.query(
      `UPDATE item SET data = data || '{"clock": {"joint": true, "extension": {"upTo": "15wd", "by": "government"}}}'
        WHERE code = $1`,
      [FOOD_LICENCE],
    );
    const joint = await accepted(stage);
    await stage.dataSource.query(`UPDATE item SET data = data - 'clock' WHERE code = $1`, [
      FOOD_LICENCE,
    ]);
    expect((await ask(handler, joint, 15)).status).toBe(200);
    const agree = { outcome: 'agree', form: undefined };
    const own = await approver.get<{ items: { caseNumber: string }[] }>(
      `/api/tasks?view=pool&case=${joint}`,
    );
    expect(own.items).toEqual([]);
    const mayor = await stage.as('hc-mayor');
    expect((await handle(mayor, joint, 'extension-approval', agree)).status).toBe(200);
    const after = await eventually('the extension', async () => {
      const now = await standing(handler, joint);
      return now.extensionDays === 15 ? now : undefined;
    });
    expect(after.moves.at(-1)).toMatchObject({ act: 'extend', article: '行政许可法第四十二条' });
  }, 120_000);

  it('for more days than the law allows are refused at once', async () => {
    const { status, body } = await ask(handler, await accepted(stage), 30);
    expect([status, body.code]).toEqual([409, 'illegal-move']);
    expect(body.detail).toContain('第四十二条');
  }, 60_000);

  it('plan a hearing for both sides to read, and it is lit and carded when it is not held in time', async () => {
    const heard = await accepted(stage);
    const zhang = await stage.as('zhang');
    const { hearingFrom } = await standing(handler, heard);
    const tell = (hearingOn?: string) =>
      act(handler, heard, 'tell-hearing', { data: { hearingOn } });
    const dayBefore = (day: string) => dateOf(Date.parse(day) - 86_400_000);
    for (const day of [undefined, '不久', dayBefore(hearingFrom!)]) {
      const early = await tell(day);
      expect([early.status, early.body.code]).toEqual([409, 'illegal-move']);
    }
    expect((await tell(dayBefore(hearingFrom!))).body.detail).toMatch(/七日前通知.*第四十八条/);
    expect((await tell(hearingFrom!)).status).toBe(200);
    expect((await standing(zhang, heard)).hearingOn).toBe(hearingFrom);
    expect((await standing(zhang, heard)).periods).toMatchObject([
      { period: 'hearing-request', whose: 'applicant', light: 'none', late: false, done: null },
    ]);
    expect((await act(zhang, heard, 'ask-hearing', { reason: '事关重大利益' })).status).toBe(200);
    const planned = { period: 'hearing-held', article: '行政许可法第四十七条', done: null };
    for (const side of [zhang, handler])
      expect((await standing(side, heard)).periods).toContainEqual(
        expect.objectContaining({ ...planned, whose: 'agency', light: 'green', late: false }),
      );
    await supervised(heard, 'hearing', '逾期未举行听证');
    // It is held on the day that was told, no sooner.
    const early = await act(handler, heard, 'hold-hearing');
    expect(early).toMatchObject({ status: 409, body: { code: 'illegal-move' } });
    expect(early.body.detail).toContain(hearingFrom);
    await stage.dataSource.query(
      `UPDATE legal_move SET data = jsonb_build_object('hearingOn', $2::text)
        WHERE case_number = $1 AND act = 'tell-hearing'`,
      [heard, dateOf(Date.now())],
    );
    expect((await act(handler, heard, 'hold-hearing')).status).toBe(200);
  }, 60_000);

  it('send up what the level above decides; both cases show each other, and nothing is done here meanwhile', async () => {
    const other = (code: object | null) =>
      stage.dataSource.query(
        `UPDATE item SET data = data - 'forwardsTo' || $2::jsonb WHERE code = $1`,
        [FOOD_LICENCE, JSON.stringify(code ?? {})],
      );
    const reason = { reason: '初步审查意见：材料齐全。' };
    const alone = await act(approver, number, 'forward', reason);
    expect([alone.status, alone.body.code]).toEqual([409, 'illegal-move']);
    await other({ forwardsTo: SHOP_SIGN });
    const sent = await accepted(stage);
    expect((await standing(handler, sent)).periods).toMatchObject([
      { period: 'preliminary-review', whose: 'agency', light: 'green', done: null },
    ]);
    await supervised(sent, 'review', '逾期未报送初步审查意见');
    expect((await act(approver, sent, 'forward', reason)).body.state).toBe('forwarded');

    const zhang = await stage.as('zhang');
    interface Page {
      parent: string | null;
      sentUp: boolean;
      children: { number: string; above: boolean; stateName: string }[];
      materials: { fileName: string | null }[];
      clock: { light: string };
    }
    const page = (whose: Session, one: string) => whose.get<Page>(`/api/cases/${one}`);
    const upper = await eventually('the case above', async () => {
      const { children } = await page(zhang, sent);
      return children.find(({ above }) => above)?.number;
    });
    for (const side of [zhang, handler]) {
      expect(await page(side, upper)).toMatchObject({ parent: sent, sentUp: true });
      expect((await page(side, sent)).clock.light).toBe('none');
    }
    const files = ({ materials }: Page) => materials.map(({ fileName }) => fileName).sort();
    expect(files(await page(zhang, upper))).toEqual(files(await page(zhang, sent)));
    const waiting = await standing(approver, sent);
    expect(waiting).toMatchObject({
      ...{ state: 'forwarded', dueAt: null, forwardedAt: expect.any(String) as string },
      periods: [{ period: 'preliminary-review', done: expect.any(String) as string }],
    });
    expect(waiting.acts.filter(({ allowed }) => allowed)).toEqual([]);
    const papers = await approver.get<{ documents: { kindName?: string; name?: string }[] }>(
      `/api/cases/${sent}`,
    );
    expect(JSON.stringify(papers.documents)).toContain('转报告知书');
    await other(null);
  }, 120_000);

  /** Late, it is a figure, a red light in the list, and a card proposed by its own rule. */
  async function supervised(one: string, what: 'hearing' | 'review', why: string): Promise<void> {
    const supervisor = await stage.as('supervisor');
    const admin = await stage.as('admin');
    const metric = `${what}Overdue`;
    const counted = async () => {
      const { total } = await supervisor.get<{ total: Record<string, number> }>(
        '/api/supervision/board',
      );
      return total[metric];
    };
    expect(await counted()).toBe(0);
    await stage.dataSource.query(
      `UPDATE cases SET ${what}_due_at = now() - interval '1 hour' WHERE number = $1`,
      [one],
    );
    expect(await counted()).toBe(1);
    const { items } = await supervisor.get<{ items: { number: string; light: string }[] }>(
      `/api/supervision/cases?metric=${metric}`,
    );
    expect(items).toMatchObject([{ number: one, light: 'red' }]);
    await admin.post('/api/card-rules/evaluation', {});
    const { items: cards } = await supervisor.get<{ items: { reason: string }[] }>(
      `/api/cards?case=${one}&state=proposed`,
    );
    expect(cards.map(({ reason }) => reason).join()).toContain(why);
  }

  it('terminate, deliver, archive and void a case in this order', async () => {
    const ending = await accepted(stage);
    const unsaid = await act(approver, ending, 'terminate');
    expect([unsaid.status, unsaid.body.code]).toEqual([422, 'reasons-missing']);
    const done = await act(approver, ending, 'terminate', { reason: '申请人注销' });
    expect([done.status, done.body.state]).toEqual([200, 'terminated']);
    const delivered = await act(handler, ending, 'deliver', { data: { way: 'window' } });
    expect([delivered.status, delivered.body.state]).toEqual([200, 'delivered']);
    const paused = await act(handler, ending, 'pause', pauseFor('testing'));
    expect([paused.status, paused.body.code]).toEqual([409, 'illegal-move']);
    const archived = await act(handler, ending, 'archive');
    expect([archived.status, archived.body.state]).toEqual([200, 'archived']);
    const again = await act(handler, ending, 'archive');
    expect([again.status, again.body.code]).toEqual([409, 'illegal-move']);
    const unexplained = await act(approver, ending, 'void');
    expect([unexplained.status, unexplained.body.code]).toEqual([409, 'illegal-move']);
    const voided = await act(approver, ending, 'void', { reason: '重复录入' });
    expect([voided.status, voided.body.state]).toEqual([200, 'voided']);
    const { moves, acts } = await standing(approver, ending);
    expect(moves.slice(-4).map((one) => one.act)).toEqual([
      'terminate',
      'deliver',
      'archive',
      'void',
    ]);
    expect(acts.filter(({ allowed }) => allowed).map((one) => one.act)).toEqual(['archive']);
  }, 120_000);
});

describe('the clock of a case', () => {
  let stage: ApiStage;
  const day = 3000;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true, env: { DEMO_DAY: `${day / 1000}s` } });
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  it('stands still in a special procedure, and takes no extension when it has run out', async () => {
    const handler = await stage.as('hc-market-handler');
    const number = await accepted(stage);
    const { dueAt } = await standing(handler, number);
    expect((await act(handler, number, 'pause', pauseFor('testing'))).status).toBe(200);
    const still = await standing(handler, number);
    expect(still).toMatchObject({
      state: 'special-procedure',
      dueAt: null,
      pauses: [{ to: null, reasonName: '检测', article: '行政许可法第四十五条' }],
    });
    const begun = Date.now();
    await eventually('a day', async () => Date.now() > begun + day || undefined);
    expect((await act(handler, number, 'resume')).status).toBe(200);
    const resumed = await standing(handler, number);
    expect(resumed.state).toBe('accepted');
    expect(Date.parse(resumed.dueAt!)).toBeGreaterThanOrEqual(Date.parse(dueAt!) + day);

    const over = async () => Date.now() > Date.parse(resumed.dueAt!) + day || undefined;
    await eventually('the limit is over', over, 90_000);
    const { status, body } = await ask(handler, number);
    expect([status, body.code]).toEqual([409, 'illegal-move']);
    expect(body.detail).toMatch(/届满.*第四十二条/);
  }, 180_000);
});

describe('acceptance and decision', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    // The approver of a small department is also its handler.
    await stage.dataSource.query(
      `INSERT INTO post (id, person_id, organisation_id, role, title)
       SELECT 'second-post', person_id, organisation_id, 'handler', '承办人'
         FROM post JOIN person ON person.id = person_id WHERE account = 'hc-market-approver'`,
    );
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  it.each([
    ['are not in one hand where the item says so', true, [409, 'accepted-by-you']],
    ['may be in one hand elsewhere', false, [200, undefined]],
  ])(
    '%s',
    async (_, separate, answer) => {
      await stage.dataSource.query(`UPDATE item SET data = data || $2 WHERE code = $1`, [
        FOOD_LICENCE,
        JSON.stringify({ separateHands: separate }),
      ]);
      const number = await submitted(stage);
      const both = await stage.as('hc-market-approver');
      const posts = (await both.get<{ posts: { id: string; role: string }[] }>('/api/session'))
        .posts;
      const sit = (role: string) =>
        both.post('/api/session/post', { post: posts.find((post) => post.role === role)!.id });
      await sit('handler');
      expect((await handle(both, number, 'accept', { outcome: 'accept' })).status).toBe(200);
      await sit('approver');
      const inspector = await stage.as('xt-market1');
      const companion = { session: await stage.as('xt-market2'), name: '杨慧敏' };
      const found = { outcome: 'pass', findings: '现场与申请一致，符合要求。' };
      await inspectTogether(inspector, companion, number, 'inspect', found);
      const reviewed = { outcome: 'agree', form: { conclusion: '建议准予' } };
      await handle(await stage.as('hc-market-reviewer'), number, 'review', reviewed);
      const grant = { outcome: 'grant', form: { reason: '符合条件' } };
      const { status, body } = await handle(both, number, 'decide', grant);
      expect([status, body.code]).toEqual(answer);
      if (!separate) return;
      // 容缺受理 is an acceptance too.
      await stage.dataSource.query(
        `UPDATE legal_move SET act = 'accept-with-gaps' WHERE case_number = $1 AND act = 'accept'`,
        [number],
      );
      const again = await handle(both, number, 'decide', grant);
      expect([again.status, again.body.code]).toEqual(answer);
    },
    120_000,
  );
});
