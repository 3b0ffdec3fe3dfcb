/** What people see of their own sessions, and how sessions end before their time. */
import { signIn } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from './stage.js';

interface Shown {
  id: string;
  address: string | null;
  current: boolean;
}

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage();
}, 120_000);
afterAll(() => stage?.close(), 30_000);

const listOf = async (session: Awaited<ReturnType<typeof signIn>>): Promise<Shown[]> =>
  (await session.get<{ items: Shown[] }>('/api/sessions')).items;
const statusOf = async (session: Awaited<ReturnType<typeof signIn>>): Promise<number> =>
  (await session.call('GET', '/api/session')).status;

it('are listed, and one is ended by its person and nobody else', async () => {
  const [home, phone, other] = [
    await signIn(stage.url, 'zhang', 'onestop'),
    await signIn(stage.url, 'zhang', 'onestop'),
    await signIn(stage.url, 'wang', 'onestop'),
  ];
  const listed = await listOf(home);
  expect(listed.filter(({ current }) => current)).toHaveLength(1);
  expect(listed[0]!.address).toMatch(/127\.0\.0\.1|::1/);
  const { id } = (await listOf(phone)).find(({ current }) => current)!;
  expect((await other.call('DELETE', `/api/sessions/${id}`)).status).toBe(404);
  expect(await statusOf(phone)).toBe(200);
  expect((await home.call('DELETE', `/api/sessions/${id}`)).status).toBe(204);
  expect([await statusOf(phone), await statusOf(home)]).toEqual([401, 200]);
  expect((await home.call('DELETE', `/api/sessions/${id}`)).status).toBe(404);
  const [{ n }] = await stage.dataSource.query<[{ n: number }]>(
    `SELECT count(*)::int AS n FROM audit WHERE act = 'session.end' AND target = $1`,
    [`session:${id}`],
  );
  expect(n).toBe(1);
}, 60_000);

it('of a person are all ended by an admin, not by a handler', async () => {
  const wang = await signIn(stage.url, 'wang', 'onestop');
  const { person } = await wang.get<{ person: { id: string } }>('/api/session');
  const path = `/api/people/${person.id}/sessions`;
  const handler = await stage.as('bench-county');
  expect((await handler.call('GET', path)).status).toBe(403);
  expect((await handler.call('DELETE', path)).status).toBe(403);
  expect(await statusOf(wang)).toBe(200);
  const admin = await stage.as('admin');
  const phone = await signIn(stage.url, 'wang', 'onestop');
  const { items } = await admin.get<{ items: Shown[] }>(path);
  expect(items.every(({ current }) => !current)).toBe(true);
  const { id } = (await listOf(phone)).find(({ current }) => current)!;
  expect(items.map((one) => one.id)).toContain(id);
  expect((await handler.call('DELETE', `${path}/${id}`)).status).toBe(403);
  expect((await admin.call('DELETE', `${path.replace(person.id, 'x')}/${id}`)).status).toBe(404);
  expect((await admin.call('DELETE', `${path}/${id}`)).status).toBe(204);
  expect([await statusOf(phone), await statusOf(wang)]).toEqual([401, 200]);
  const lines = await stage.dataSource.query<object[]>(
    `SELECT act FROM audit WHERE (act = 'session.list' AND target = $1) OR detail ->> 'of' = $2`,
    [`person:${person.id}`, person.id],
  );
  expect(lines).toHaveLength(2);
  const { status, body } = await admin.call<{ ended: number }>('DELETE', path);
  expect(status).toBe(200);
  expect(body.ended).toBeGreaterThan(0);
  expect(await statusOf(wang)).toBe(401);
}, 60_000);

it.each(['/API/sessions', '/Api/sessions'])(
  'are found at no other spelling of their address, which is the API’s all the same (%s)',
  async (path) => {
    const answer = await fetch(new URL(path, stage.url), { method: 'DELETE' });
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(answer.headers.get('cache-control')).toBe('no-store');
  },
);
