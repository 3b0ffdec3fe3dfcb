import { shopSignDraft, type Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';

interface Entry {
  person: string;
  personName: string;
  act: string;
  target: string;
  outcome: string;
  sequence: number | null;
}

describe('the audit log', () => {
  let stage: ApiStage;
  let number: string;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    const zhang = await stage.as('zhang');
    const draft = await shopSignDraft(zhang);
    ({ number } = await zhang.post<{ number: string }>('/api/cases', { draft }));
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const search = async (conditions: Record<string, string>) => {
    const auditor = await stage.as('auditor');
    const query = new URLSearchParams(conditions).toString();
    return auditor.get<{ items: Entry[]; next: string | null }>(`/api/audit?${query}`);
  };

  it('keeps a look at a case by others as one line, however often the page refreshes', async () => {
    const supervisor = await stage.as('supervisor');
    for (let look = 0; look < 3; look += 1) await supervisor.get(`/api/cases/${number}`);
    await (await stage.as('zhang')).get(`/api/cases/${number}`);
    const { items } = await search({ target: `case:${number}`, act: 'case.read' });
    expect(items).toEqual([expect.objectContaining({ person: 'p-supervisor', outcome: 'done' })]);
  });

  it('keeps a look that was refused, and finds it by name, kind of act, outcome and time', async () => {
    const stranger = await stage.as('tieDong-market');
    expect((await stranger.call('GET', `/api/cases/${number}`)).status).toBe(403);
    const conditions = { person: '丁亮', act: 'case.', outcome: 'refused' };
    const { items } = await search(conditions);
    expect(items).toMatchObject([{ personName: '丁亮', act: 'case.read', outcome: 'refused' }]);
    const tomorrow = new Date(Date.now() + 86_400_000).toISOString();
    expect((await search({ ...conditions, from: tomorrow })).items).toEqual([]);
    expect((await search({ ...conditions, until: tomorrow })).items).toHaveLength(1);
  });

  it('finds by a case what was done to its tasks too', async () => {
    const urban = await stage.as('xt-urban');
    const task = await eventually('a task of the case', async () => {
      const { items } = await urban.get<{ items: { id: string }[] }>(`/api/tasks?case=${number}`);
      return items[0]?.id;
    });
    await urban.put(`/api/tasks/${task}/claim`);
    const { items } = await search({ case: number });
    expect(items.map(({ act, target }) => `${act} ${target}`)).toEqual(
      expect.arrayContaining([`case.read case:${number}`, `task.claim task:${task}`]),
    );
    expect((await search({ case: '2103810000' })).items).toEqual([]);
  });

  it('is chained a moment later, by the API itself', async () => {
    const sealed = await eventually('the look to be sealed', async () => {
      const { items } = await search({ target: `case:${number}`, act: 'case.read' });
      return items.every(({ sequence }) => sequence !== null) ? items : undefined;
    });
    expect(sealed.length).toBeGreaterThan(0);
  });

  it('gives pages, the newest first, without a line twice or lost', async () => {
    const before = await search({});
    for (let look = 0; look < 60; look += 1) await search({ act: 'nothing' });
    const first = await search({ act: 'audit.search' });
    expect(first.items).toHaveLength(50);
    const second = await search({ act: 'audit.search', cursor: first.next! });
    const ids = [...first.items, ...second.items].map((entry) => JSON.stringify(entry));
    expect(new Set(ids).size).toBe(ids.length);
    expect(before.items.length).toBeGreaterThan(0);
  });

  it('opens itself to nobody but the auditor, and keeps who was refused', async () => {
    for (const account of ['admin', 'supervisor', 'zhang']) {
      const person = await stage.as(account);
      const { status, body } = await person.call<Problem>('GET', '/api/audit');
      expect([account, status]).toEqual([account, 403]);
      expect(body.detail).toBeTruthy();
    }
    const { items } = await search({ act: 'audit.read', outcome: 'refused' });
    expect(items.map(({ person }) => person).sort()).toEqual([
      'p-admin',
      'p-supervisor',
      'p-zhang',
    ]);
  });

  it('refuses a cursor and a time that are none', async () => {
    const auditor = await stage.as('auditor');
    for (const query of ['cursor=x', 'from=yesterday'])
      expect((await auditor.call('GET', `/api/audit?${query}`)).status).toBe(400);
  });
});
