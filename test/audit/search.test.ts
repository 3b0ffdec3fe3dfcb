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

  it('finds by a case every kind of act on it, whatever the line names', async () => {
    const post = (account: string, path: string, body: object = {}) =>
      stage.as(account).then((session) => session.call<{ id: string }>('POST', path, body));
    await post('zhang', `/api/cases/${number}/urges`);
    await post('xt-urban', `/api/cases/${number}/personal-data`, { reason: '核对' });
    await (await stage.as('xt-urban')).get(`/api/cases/${number}/province-answers`);
    const department = 'o-210381003-urban';
    const said = { caseNumber: number, department };
    const card = { ...said, colour: 'yellow', reason: '逾期', answerDays: 2 };
    const cardAnswer = await post('supervisor', '/api/cards', card);
    const deadline = new Date(Date.now() + 86_400_000).toISOString();
    const order = { ...said, title: '督办', text: '请办理', deadline };
    const orderAnswer = await post('supervisor', '/api/orders', order);
    const [file] = await stage.dataSource.query<{ id: string }[]>(
      `SELECT file_id AS id FROM case_material WHERE case_number = $1 AND file_id IS NOT NULL`,
      [number],
    );
    await (await stage.as('xt-urban')).call('GET', `/api/files/${file!.id}`);
    const [told] = await stage.dataSource.query<{ id: string }[]>(
      `SELECT id FROM notification WHERE case_number = $1 LIMIT 1`,
      [number],
    );
    // Written by an operator of another day.
    await stage.dataSource.query(
      `INSERT INTO audit (person_id, act, target, outcome)
       VALUES ('p-admin', 'text-message.send-again', $1, 'done')`,
      [`text-message:${told!.id}`],
    );
    const { items } = await search({ case: number });
    expect(items.map(({ act, target }) => `${act} ${target.split(':', 1)[0]}`)).toEqual(
      expect.arrayContaining([
        ...['case.submit case', 'file.upload file', 'file.read file', 'task.claim task'],
        ...['case.urge case', 'case.show-personal case', 'case.read-answers case'],
        ...['card.issued card', 'order.issued order', 'text-message.send-again text-message'],
      ]),
    );
    expect([cardAnswer.status, orderAnswer.status]).toEqual([200, 200]);
  });

  it('finds who looked at whom, by the name of whose data it was', async () => {
    const { items } = await search({ looked: '张晓梅' });
    const whoWhat = items.map(({ person, act }) => `${person} ${act}`);
    expect(whoWhat).toEqual(
      expect.arrayContaining(['p-supervisor case.read', 'p-xt-urban case.show-personal']),
    );
    expect(items.filter(({ person, act }) => person === 'p-zhang' || act === 'task.claim')).toEqual(
      [],
    );
    expect((await search({ looked: '李国栋' })).items).toEqual([]);
  });

  it('finds several acts at once and by a part of a name, and says which acts there are', async () => {
    const { items } = await search({ act: 'case.urge,card.', person: '晓' });
    expect(new Set(items.map(({ act }) => act))).toEqual(new Set(['case.urge']));
    const auditor = await stage.as('auditor');
    const { items: acts } = await auditor.get<{ items: string[] }>('/api/audit/acts');
    expect(acts).toEqual(expect.arrayContaining(['card.issued', 'case.urge', 'task.claim']));
    expect(acts).toEqual([...new Set(acts)]);
  });

  it('is exported as a table that Excel reads, and the export stands in the log', async () => {
    const auditor = await stage.as('auditor');
    const address = new URL(`/api/audit/file?case=${number}&act=case.`, stage.url);
    const text = Buffer.from(await (await auditor.send(address)).arrayBuffer()).toString('utf8');
    expect(text.startsWith('\uFEFF序号,时间,人员编号,姓名,岗位,行为,对象,结果,')).toBe(true);
    const { items } = await search({ case: number, act: 'case.' });
    const lines = text.trimEnd().split('\r\n').slice(1);
    expect(lines).toHaveLength(items.length);
    expect(
      lines.some((line) => line.includes(`,p-zhang,张晓梅,,case.urge,case:${number},完成,`)),
    ).toBe(true);
    const [noted] = (await search({ act: 'audit.export' })).items as (Entry & { detail: object })[];
    expect(noted).toMatchObject({
      ...{ person: 'p-auditor', target: `case:${number}` },
      detail: { lines: items.length, act: 'case.' },
    });
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
