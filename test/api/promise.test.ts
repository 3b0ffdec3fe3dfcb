import { eventually } from '../workflow/stage.js';
import { draftOf, RESTAURANT, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import {
  applicationOf,
  DISHONEST,
  FIRE_CHECK,
  fireForm,
  handle,
  inspectTogether,
  taskAt,
  type Case,
} from './ways-stage.js';

describe('告知承诺', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  /** A desk of the fire brigade: the account under its post of this role. */
  async function desk(account: string, role: string) {
    const session = await stage.as(account);
    const { posts } = await session.get<{ posts: { id: string; role: string }[] }>('/api/session');
    const post = posts.find((one) => one.role === role);
    await session.post('/api/session/post', { post: post!.id });
    return session;
  }

  it('is signed word for word, granted at once, and when broken revoked with a credit record', async () => {
    const zhang = await stage.as('zhang');
    const ways = { promise: { signedName: '张晓梅' } };
    const draft = await applicationOf(zhang, FIRE_CHECK, fireForm, { ways });
    const { number } = await zhang.post<Case>('/api/cases', { draft });
    const [signed] = await stage.dataSource.query<
      { letter: { lines: string[] }; digest: string }[]
    >(`SELECT letter, digest FROM signed_promise WHERE case_number = $1 AND kind = 'promise'`, [
      number,
    ]);
    expect(signed!.letter.lines.join()).toContain('消防设施、器材完好有效');
    expect(signed!.digest).toMatch(/^[0-9a-f]{64}$/);

    await handle(await desk('hc-fire', 'handler'), number, 'accept', { outcome: 'accept' });
    const reason = { reason: '承诺的条件经书面审查符合。' };
    await handle(await desk('hc-fire2', 'approver'), number, 'decideNow', {
      outcome: 'grant',
      form: reason,
    });
    const licence = await eventually('the licence', async () => {
      const { licences } = await zhang.get<Case>(`/api/cases/${number}`);
      return licences[0];
    });

    // Granted at once; the check comes later, and is a task of its own.
    const inspector = await desk('hc-fire-inspector', 'inspector');
    const companion = { session: await desk('hc-fire2', 'inspector'), name: '郭明亮' };
    const blocked = { outcome: 'unfit', findings: '安全出口堵塞，不符合承诺。' };
    await inspectTogether(inspector, companion, number, 'check', blocked);
    const rectify = await eventually('rectification', async () => {
      const { applicantTask } = await zhang.get<
        Case & { applicantTask: { id: string; element: string } | null }
      >(`/api/cases/${number}`);
      return applicantTask?.element === 'rectify' ? applicantTask : undefined;
    });
    await zhang.post(`/api/tasks/${rectify.id}/completion`, {
      outcome: 'rectified',
      form: { statement: '已经清理安全出口。' },
    });
    await inspectTogether(inspector, companion, number, 'recheck', blocked);
    await handle(await desk('hc-fire2', 'approver'), number, 'revoke', {
      outcome: 'revoke',
      form: { reason: '复查仍不符合承诺的条件，撤销许可。' },
    });
    await eventually('the case ends', async () => {
      const { ended } = await zhang.get<Case>(`/api/cases/${number}`);
      return ended || undefined;
    });
    const [row] = await stage.dataSource.query<{ state: string; reason: string }[]>(
      `SELECT state, ended_reason AS reason FROM licence WHERE identifier = $1`,
      [licence.identifier],
    );
    expect(row).toEqual({ state: 'revoked', reason: '复查仍不符合承诺的条件，撤销许可。' });
    const papers = await stage.dataSource.query<{ kind: string; data: { licence: string } }[]>(
      `SELECT kind, act -> 'data' AS data FROM official_document
        WHERE case_number = $1 AND kind = 'revocation-decision'`,
      [number],
    );
    expect(papers).toEqual([
      { kind: 'revocation-decision', data: { licence: expect.stringContaining('（') } },
    ]);

    // By the words of its type; of what was revoked once, and by nothing of the check's own case.
    const told = await stage.dataSource.query<{ occasion: string; text: string }[]>(
      `SELECT occasion, text FROM notification
        WHERE occasion IN ('granted', 'revoked') AND case_number IN (
                SELECT number FROM cases WHERE number = $1 OR parent_number = $1)
           OR occasion = 'licence-ended' AND about_id = $2 ORDER BY at, occasion`,
      [number, licence.identifier],
    );
    expect(told.map(({ occasion }) => occasion)).toEqual(['granted', 'licence-ended']);
    expect(told[0]!.text).toContain('已经作出准予行政许可的决定');
    expect(told[1]!.text).toMatch(/已被撤销/);

    const again = await applicationOf(zhang, FIRE_CHECK, fireForm, { ways });
    const barred = await zhang.call<Problem>('POST', '/api/cases', { draft: again });
    expect([barred.status, barred.body.code]).toEqual([403, 'credit-bars-promise']);
    // The general procedure stays open to everybody.
    const general = { ...fireForm, firePromise: false };
    const open = await applicationOf(zhang, FIRE_CHECK, general, {});
    const accepted = await zhang.call<Case>('POST', '/api/cases', { draft: open });
    expect(accepted.status).toBe(201);
    expect(
      await taskAt(await desk('hc-fire', 'handler'), accepted.body.number, 'accept'),
    ).toBeDefined();
  }, 180_000);

  it('gates a one-stop matter by its children’s promises too', async () => {
    const wu = await stage.as('wu');
    const form = { ...fireForm, ...DISHONEST };
    const draft = await draftOf(wu, RESTAURANT, form);
    const { ways } = await wu.post<{ ways: { promise: { barred: string | null } } }>(
      `/api/drafts/${draft}/situation`,
      { form, materials: {} },
    );
    expect(ways.promise.barred).toContain('省信用信息共享平台');
  }, 60_000);
});
