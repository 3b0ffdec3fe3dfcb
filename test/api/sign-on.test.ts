import { signIn } from '../../tools/session/sign-in.js';
import type { Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

describe('signing on', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage();
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  interface SessionBody {
    person: { id: string; name: string; idNumberMasked: string };
    posts: { id: string; role: string }[];
    post: string | null;
  }

  it('tells an applicant who they are, with the ID number masked', async () => {
    const zhang = await stage.as('zhang');
    const { status, body } = await zhang.call<SessionBody>('GET', '/api/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({
      person: { id: 'p-zhang', name: '张晓梅', idNumberMasked: '210399********0024' },
      posts: [],
      post: null,
    });
  });

  it('lets staff choose among their own posts, and no other', async () => {
    const window2 = await signIn(stage.url, 'xt-window2', 'onestop');
    const before = (await window2.get<SessionBody>('/api/session')) as SessionBody;
    expect(before.posts).toHaveLength(2);
    expect(before.post).toBeNull();
    const refused = await window2.call<Problem>('GET', '/api/tasks');
    expect([refused.status, refused.body.code]).toEqual([403, 'not-your-role']);
    const desk = before.posts.find(({ role }) => role === 'window')!;
    const chosen = await window2.post<SessionBody>('/api/session/post', { post: desk.id });
    expect(chosen.post).toBe(desk.id);
    expect((await window2.call('GET', '/api/tasks')).status).toBe(200);
    const admin = await (await stage.as('admin')).get<SessionBody>('/api/session');
    const foreign = await window2.call<Problem>('POST', '/api/session/post', {
      post: admin.posts[0]!.id,
    });
    expect([foreign.status, foreign.body.code]).toEqual([403, 'not-your-post']);
  });

  it('ends with the session, and the old cookie is worth nothing', async () => {
    const wang = await signIn(stage.url, 'wang', 'onestop');
    expect((await wang.call('DELETE', '/api/session')).status).toBe(204);
    expect((await wang.call('GET', '/api/session')).status).toBe(401);
  });

  it('refuses a callback that did not begin in this browser', async () => {
    const { status, body } = await stage
      .stranger()
      .call<Problem>('GET', '/api/session/callback?code=abc&state=def');
    expect([status, body.code]).toEqual([400, 'sign-in-expired']);
  });

  it('refuses a change without our header, which a foreign page cannot send', async () => {
    const zhang = await stage.as('zhang');
    const { status, body } = await zhang.call<Problem>(
      'POST',
      '/api/drafts',
      { item: '212045001000', region: '210381003' },
      { 'x-requested-with': 'elsewhere' },
    );
    expect([status, body.code]).toEqual([403, 'csrf-header-missing']);
  });

  it('writes sign-ins to an audit log that the database lets nobody change', async () => {
    await stage.as('zhang');
    const rows = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE person_id = 'p-zhang' AND act = 'session.sign-in'`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const sql of [
      `UPDATE audit SET act = 'x'`,
      `DELETE FROM audit`,
      `TRUNCATE audit CASCADE`,
    ]) {
      await expect(stage.dataSource.query(sql)).rejects.toThrow(/append-only/);
    }
  });
});
