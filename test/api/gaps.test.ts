import { eventually } from '../workflow/stage.js';
import { upload, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import {
  applicationOf,
  DISHONEST,
  FOOD_LICENCE,
  foodForm,
  handle,
  inspectTogether,
  taskAt,
  type Case,
} from './ways-stage.js';

interface Credit {
  records: {
    id: string;
    caseNumber: string;
    fact: string;
    state: string;
    requests: { id: string; state: string }[];
  }[];
  province: { reason: string }[];
  barred: { gaps?: string; promise?: string };
}

interface Shown {
  gaps: object[];
  promises: { kind: string; signedName: string; lines: string[] }[];
}

const COMPLETE = ['food-application', 'layout', 'food-safety-rules'];
const WITH_GAPS = ['food-application', 'layout'];
describe('容缺受理', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true, env: { DEMO_DAY: '4s' } });
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  /** Hands in an application without the material that may follow. */
  async function apply(ways: object, account = 'zhang', form: Record<string, unknown> = foodForm) {
    const session = await stage.as(account);
    const draft = await applicationOf(session, FOOD_LICENCE, form, { materials: WITH_GAPS, ways });
    return session.call<Case & Problem>('POST', '/api/cases', { draft });
  }

  const caseOf = async (number: string) =>
    (await stage.as('zhang')).get<Case>(`/api/cases/${number}`);

  it('is offered with the promise to sign, and without it the material is asked for', async () => {
    const zhang = await stage.as('zhang');
    const refused = await apply({});
    expect([refused.status, refused.body.code]).toEqual([422, 'application-incomplete']);
    expect(refused.body.errors).toEqual([
      { field: '/materials/food-safety-rules', message: expect.stringContaining('容缺受理') },
    ]);
    const draft = await applicationOf(zhang, FOOD_LICENCE, foodForm, { materials: WITH_GAPS });
    const { ways } = await zhang.post<{
      ways: { gaps: { materials: { code: string }[]; letter: { lines: string[] }; barred: null } };
    }>(`/api/drafts/${draft}/situation`, { form: foodForm, materials: {} });
    expect(ways.gaps.materials).toEqual([
      { code: 'food-safety-rules', name: '食品安全管理制度目录' },
    ]);
    expect(ways.gaps.letter.lines.join()).toContain('食品安全管理制度目录');
    expect(ways.gaps.barred).toBeNull();
  }, 60_000);

  it('is signed with the name one signed on with', async () => {
    const { status, body } = await apply({ gaps: { signedName: '张小梅' } });
    expect([status, body.errors?.[0]?.field]).toEqual([422, '/ways/gaps']);
  }, 60_000);

  it('runs the review ahead, and decides when the material has come and was checked', async () => {
    const { body } = await apply({ gaps: { signedName: '张晓梅' } });
    const { number } = body;
    const handler = await stage.as('hc-market-handler');
    const plainly = await handle(handler, number, 'accept', { outcome: 'accept' });
    expect([plainly.status, plainly.body.code]).toEqual([409, 'materials-missing']);
    const accepted = await handle(handler, number, 'accept', { outcome: 'accept-with-gaps' });
    expect([accepted.status, accepted.body.state]).toEqual([200, 'accepted']);

    const [move] = await stage.dataSource.query<{ data: object }[]>(
      `SELECT data FROM legal_move WHERE case_number = $1 AND act = 'accept-with-gaps'`,
      [number],
    );
    expect(move!.data).toEqual({
      missing: ['food-safety-rules'],
      supplementUntil: expect.any(Number),
    });

    // The inspectors need not wait for the paper.
    const inspector = await stage.as('xt-market1');
    expect(await taskAt(inspector, number, 'inspect')).toBeDefined();
    const zhang = await stage.as('zhang');
    const asked = await eventually('the task to fill the gaps', async () => {
      const { applicantTask } = await caseOf(number);
      return applicantTask?.act === 'fill-gaps' ? applicantTask : undefined;
    });
    expect(asked.materials).toEqual([
      { code: 'food-safety-rules', name: '食品安全管理制度目录', note: null },
    ]);
    // Both sides see the letter word for word, what is still to come, and until when.
    const shown = await zhang.get<Shown>(`/api/cases/${number}/ways`);
    expect(shown.gaps).toEqual([
      {
        ...{ code: 'food-safety-rules', name: '食品安全管理制度目录', caseNumber: number },
        ...{ handedIn: false, open: true, dueAt: expect.any(String) },
      },
    ]);
    expect(shown.promises).toMatchObject([{ kind: 'gaps', signedName: '张晓梅' }]);
    expect(shown.promises[0]!.lines.join()).toContain('食品安全管理制度目录');
    expect(await handler.get<Shown>(`/api/cases/${number}/ways`)).toEqual(shown);
    const li = await stage.as('li');
    expect((await li.call('GET', `/api/cases/${number}/ways`)).status).toBe(404);
    const path = `/api/cases/${number}/supplement`;
    const nothing = await zhang.call<Problem>('POST', path, { opinion: '稍后' });
    expect([nothing.status, nothing.body.code]).toEqual([422, 'gaps-not-filled']);
    const file = (await upload(zhang)).body.id;
    await zhang.post(path, { opinion: '已补', materials: { 'food-safety-rules': [file] } });
    const filled = await zhang.get<Shown>(`/api/cases/${number}/ways`);
    expect(filled.gaps).toMatchObject([{ handedIn: true, open: false }]);
    const checked = await handle(handler, number, 'checkGaps', { outcome: 'complete' });
    expect(checked.status).toBe(200);
    const companion = { session: await stage.as('xt-market2'), name: '杨慧敏' };
    const found = { outcome: 'pass', findings: '现场与申请一致，符合要求。' };
    await inspectTogether(inspector, companion, number, 'inspect', found);
    const reviewed = await handle(await stage.as('hc-market-reviewer'), number, 'review', {
      outcome: 'agree',
      form: { conclusion: '建议准予' },
    });
    expect(reviewed.status).toBe(200);
    const decided = await handle(await stage.as('hc-market-approver'), number, 'decide', {
      outcome: 'grant',
      form: { reason: '符合条件' },
    });
    expect([decided.status, decided.body.state]).toEqual([200, 'licensing']);
  }, 90_000);

  it('cannot be chosen by the handler for somebody who did not', async () => {
    const zhang = await stage.as('zhang');
    const draft = await applicationOf(zhang, FOOD_LICENCE, foodForm, { materials: COMPLETE });
    const { number } = await zhang.post<Case>('/api/cases', { draft });
    const handler = await stage.as('hc-market-handler');
    const answer = await handle(handler, number, 'accept', { outcome: 'accept-with-gaps' });
    expect([answer.status, answer.body.code]).toEqual([409, 'gaps-not-chosen']);
  }, 60_000);

  it('missed, returns the application, bars the next one, and is mended by an objection', async () => {
    const zhang = await stage.as('zhang');
    const { body } = await apply({ gaps: { signedName: '张晓梅' } });
    const { number } = body;
    const handler = await stage.as('hc-market-handler');
    await handle(handler, number, 'accept', { outcome: 'accept-with-gaps' });
    await eventually(
      'the application is returned',
      async () => {
        const { ended } = await caseOf(number);
        return ended || undefined;
      },
      90_000,
    );

    expect((await caseOf(number)).state).toBe('returned');
    // Its paper says why: the diagram's reason, by nobody's hand.
    const [returned] = await stage.dataSource.query<{ reason: string }[]>(
      `SELECT act ->> 'reason' AS reason FROM official_document
        WHERE case_number = $1 AND kind = 'return-notice'`,
      [number],
    );
    expect(returned!.reason).toContain('未在承诺的期限内补齐材料');

    const credit = await zhang.get<Credit>('/api/credit');
    const record = credit.records.find(({ caseNumber }) => caseNumber === number);
    expect(record).toMatchObject({ fact: 'gaps-missed', state: 'valid' });
    expect(credit.barred.promise).toBeUndefined();
    const again = await apply({ gaps: { signedName: '张晓梅' } });
    expect([again.status, again.body.code]).toEqual([403, 'credit-bars-gaps']);
    expect(again.body.detail).toContain(number);

    const ask = { kind: 'objection', statement: '当日已经在窗口交过纸质材料，请核对。' };
    const requests = `/api/credit/records/${record!.id}/requests`;
    const asked = await zhang.post<Credit['records'][0]>(requests, ask);
    const twice = await zhang.call<Problem>('POST', requests, ask);
    expect([twice.status, twice.body.code]).toEqual([409, 'credit-request-open']);
    const stranger = await (await stage.as('li')).call<Problem>('POST', requests, ask);
    expect(stranger.status).toBe(404);

    const decision = `/api/credit/requests/${asked.requests[0]!.id}/decision`;
    const grant = { grant: true, reason: '窗口登记簿有收件记录，异议成立。' };
    const other = await (await stage.as('hc-traffic')).call<Problem>('POST', decision, grant);
    expect([other.status, other.body.code]).toEqual([403, 'credit-of-another-department']);
    const listed = await handler.get<{ items: { id: string; subject: string }[] }>(
      '/api/credit/department',
    );
    expect(listed.items[0]).toMatchObject({ id: record!.id, subject: '张晓梅' });
    const mended = await handler.post<Credit['records'][0]>(decision, grant);
    expect(mended.state).toBe('withdrawn');
    expect((await apply({ gaps: { signedName: '张晓梅' } })).status).toBe(201);
  }, 180_000);

  it('is not for those whom the province’s credit exchange knows as dishonest', async () => {
    const form = { ...foodForm, ...DISHONEST };
    const { status, body } = await apply({ gaps: { signedName: '吴某' } }, 'wu', form);
    expect([status, body.code]).toEqual([403, 'credit-bars-gaps']);
    expect(body.detail).toContain('省信用信息共享平台');
    const lines = await stage.dataSource.query<{ outcome: string }[]>(
      `SELECT outcome FROM audit WHERE act = 'credit.check'`,
    );
    expect(lines.length).toBeGreaterThan(0);
  }, 60_000);
});
