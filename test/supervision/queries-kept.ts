/** Saved queries: whose they are, with whom they are shared, and to whom they are sent. */
import type { Session } from '../../tools/session/sign-in.js';
import type { ApiStage } from '../api/stage.js';

interface Query {
  id: string;
  name: string;
  mine: boolean;
  shared: boolean;
  madeBy: string;
  sentTo: string[];
}

const QUERIES = '/api/saved-queries';
const namesOf = async (who: Session) =>
  (await who.get<{ items: Query[] }>(QUERIES)).items.map(({ name }) => name);
const toldOf = async (who: Session) =>
  (
    await who.get<{ items: { occasion: string; aboutKind: string; aboutId: string }[] }>(
      '/api/notifications',
    )
  ).items.filter(({ occasion }) => occasion === 'query-sent');

export function queriesKept(stageOf: () => ApiStage): void {
  const board = { name: '海城', page: 'board', query: '?county=210381' };
  const kept = async (who: Session, body: object = board) =>
    (await who.post<Query>(QUERIES, body)).id;

  test('a saved query is its owner’s', async () => {
    const supervisor = await stageOf().as('supervisor');
    const admin = await stageOf().as('admin');
    const id = await kept(supervisor);
    expect(await namesOf(admin)).toEqual([]);
    for (const [method, path, body] of [
      ['GET', '', undefined],
      ['PATCH', '', { name: '别名' }],
      ['POST', '/sending', { person: 'p-market-supervisor' }],
      ['DELETE', '', undefined],
    ] as const)
      expect((await admin.call(method, `${QUERIES}/${id}${path}`, body)).status).toBe(404);
    expect((await supervisor.call('DELETE', `${QUERIES}/${id}`)).status).toBe(204);
  }, 60_000);

  test('a shared query is seen by colleagues of the body alone, until it is taken back', async () => {
    const [supervisor, colleague, elsewhere] = await Promise.all(
      ['supervisor', 'admin', 'hc-supervisor'].map((name) => stageOf().as(name)),
    );
    const id = await kept(supervisor!);
    const shared = await supervisor!.call<Query>('PATCH', `${QUERIES}/${id}`, {
      ...{ name: '海城的办件', shared: true },
    });
    expect(shared.body).toMatchObject({ name: '海城的办件', shared: true, mine: true });
    const [seen] = (await colleague!.get<{ items: Query[] }>(QUERIES)).items;
    expect(seen).toMatchObject({ name: '海城的办件', mine: false, madeBy: '关敏', sentTo: [] });
    expect((await colleague!.call('DELETE', `${QUERIES}/${id}`)).status).toBe(404);
    expect(await namesOf(elsewhere!)).toEqual([]);
    expect((await elsewhere!.call('GET', `${QUERIES}/${id}`)).status).toBe(404);

    await supervisor!.call('PATCH', `${QUERIES}/${id}`, { shared: false });
    expect(await namesOf(colleague!)).toEqual([]);
    await supervisor!.call('DELETE', `${QUERIES}/${id}`);
  }, 60_000);

  test('who is sent a query hears of it once and opens it until it is deleted', async () => {
    const supervisor = await stageOf().as('supervisor');
    const county = await stageOf().as('hc-supervisor');
    const id = await kept(supervisor);
    const to = await supervisor.get<{ items: { person: string }[] }>(`${QUERIES}/recipients`);
    expect(to.items.map(({ person }) => person)).toContain('p-hc-supervisor');
    expect(to.items.map(({ person }) => person)).not.toContain('p-supervisor');

    const send = (person: string) =>
      supervisor.call<{ code: string }>('POST', `${QUERIES}/${id}/sending`, { person });
    for (const person of ['p-supervisor', 'p-hc-market-handler', 'p-zhang'])
      expect((await send(person)).body.code).toBe('not-a-supervisor');
    for (let time = 0; time < 2; time += 1)
      expect((await send('p-hc-supervisor')).status).toBe(204);
    expect(await toldOf(county)).toMatchObject([{ aboutKind: 'query', aboutId: id }]);
    expect(await county.get(`${QUERIES}/${id}`)).toMatchObject({
      ...{ query: board.query, mine: false, sentTo: [] },
    });
    expect((await supervisor.get<Query>(`${QUERIES}/${id}`)).sentTo).toEqual(['佟立新']);
    await supervisor.call('DELETE', `${QUERIES}/${id}`);
    expect((await county.call('GET', `${QUERIES}/${id}`)).status).toBe(404);
  }, 60_000);

  test('queries are bounded by count, named apart and lead to their own page only', async () => {
    const supervisor = await stageOf().as('supervisor');
    const code = async (method: string, path: string, body: object) =>
      (await supervisor.call<{ code: string }>(method, QUERIES + path, body)).body.code;
    const first = await kept(supervisor);
    const second = await kept(supervisor, { ...board, name: '鞍山' });
    expect(await code('PATCH', `/${second}`, { name: '海城' })).toBe('saved-query-exists');
    for (const query of ['/../admin', 'x', '?a#b'])
      expect((await supervisor.call('POST', QUERIES, { ...board, query })).status).toBe(400);
    await stageOf().dataSource.query(
      `INSERT INTO saved_query (person_id, name, page, query)
       SELECT 'p-supervisor', 'n' || n, 'cases', '' FROM generate_series(1, 98) n`,
    );
    expect(await code('POST', '', { ...board, name: '又一条' })).toBe('too-many-saved-queries');
    expect(await kept(supervisor)).toBe(first);
    await stageOf().dataSource.query(
      `INSERT INTO saved_query_sending (query_id, person_id)
       SELECT $1, id FROM person WHERE id <> 'p-hc-supervisor' LIMIT 50`,
      [first],
    );
    const person = 'p-hc-supervisor';
    expect(await code('POST', `/${first}/sending`, { person })).toBe('sent-to-too-many');
    await stageOf().dataSource.query(`DELETE FROM saved_query WHERE person_id = 'p-supervisor'`);
  }, 60_000);
}
