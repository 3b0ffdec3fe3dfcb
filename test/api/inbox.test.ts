/** The inbox as a whole over the API: many tasks at once, urging, saved views. */
import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { SHOP_SIGN, shopSignDraft, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

interface Outcome {
  id: string;
  state: string;
  message: string | null;
}

const key = () => ({ 'idempotency-key': randomUUID() });

describe('the inbox', () => {
  let stage: ApiStage;
  let urban: Session;
  let zhang: Session;
  const cases: string[] = [];
  const tasks: string[] = [];
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    urban = await stage.as('xt-urban');
    zhang = await stage.as('zhang');
    for (let n = 0; n < 2; n += 1) {
      const draft = await shopSignDraft(zhang);
      const { number } = await zhang.post<{ number: string }>('/api/cases', { draft });
      cases.push(number);
      const task = await eventually(`task of ${number}`, async () => {
        const path = `/api/tasks?case=${number}`;
        return (await urban.get<{ items: { id: string }[] }>(path)).items[0]?.id;
      });
      tasks.push(task);
    }
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  it('urges once a day, and the handler sees it', async () => {
    const path = `/api/cases/${cases[0]}/urges`;
    const first = await zhang.call<{ tasks: number }>('POST', path, { note: '急' }, key());
    expect([first.status, first.body.tasks]).toEqual([200, 1]);
    const again = await zhang.call<Problem>('POST', path, { note: '急' }, key());
    expect([again.status, again.body.code]).toEqual([429, 'urged-recently']);
    expect((await urban.call<Problem>('POST', path, {}, key())).status).toBe(403);
    const task = await urban.get<{ urgedTimes: number }>(`/api/tasks/${tasks[0]}`);
    expect(task.urgedTimes).toBe(1);
  }, 60_000);

  it('claims many, completes many where the item allows it, and tells what became of each', async () => {
    const ids = [...tasks, 'no.such~1'];
    const claimed = await urban.call<Outcome[]>('POST', '/api/task-claims', { ids });
    expect(claimed.body.map(({ state }) => state)).toEqual(['done', 'done', 'refused']);
    const complete = (headers = key(), outcome = 'accept') =>
      urban.call<Outcome[]>('POST', '/api/task-completions', { ids: tasks, outcome }, headers);
    const allow = (bulk: string[]) =>
      stage.dataSource.query(
        `UPDATE item SET data = data || jsonb_build_object('bulk', $2::jsonb) WHERE code = $1`,
        [SHOP_SIGN, JSON.stringify(bulk)],
      );
    await allow([]);
    const refused = await complete();
    expect(refused.body.map(({ state }) => state)).toEqual(['refused', 'refused']);
    expect(refused.body[0]?.message).toContain('逐件办理');
    await allow(['record']);
    const mute = await complete(key(), 'reject');
    expect(mute.body.map(({ state }) => state)).toEqual(['refused', 'refused']);
    expect(mute.body[0]?.message).toContain('必须写明事实、理由和依据');
    const headers = key();
    const [done, repeated] = [await complete(headers), await complete(headers)];
    expect(done.body.map(({ state }) => state)).toEqual(['done', 'done']);
    expect(repeated.status).toBe(200);
  }, 60_000);

  it('tells what one has done oneself, and nobody else’s', async () => {
    const own = await urban.get('/api/own-figures');
    expect(own).toEqual({ today: 2, week: 2, month: 2, limited: 2, inTime: 2 });
    const other = await stage.as('hc-health');
    expect(await other.get('/api/own-figures')).toMatchObject({ today: 0, month: 0 });
  }, 60_000);

  it('keeps a view with its count', async () => {
    const query = { view: 'done', q: '张晓梅' };
    expect((await urban.call('POST', '/api/inbox-views', { name: '张的', query })).status).toBe(
      204,
    );
    const views = await urban.get<{ name: string; count: number }[]>('/api/inbox-views');
    expect(views).toEqual([expect.objectContaining({ name: '张的', count: 2 })]);
  }, 60_000);
});
