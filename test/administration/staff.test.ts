/** People and their posts: from one day to another, handed over, locked; rights follow the day. */
import { randomUUID } from 'node:crypto';
import { findDesks } from '../../src/handling/tasks/desks.js';
import type { Session } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { handsOf, MARKET, type Preview } from './hands.js';
import { code, type Performed, registerOf } from './register.js';
import { describeTerms } from './terms.js';

const HANDLER = 'post-hc-market-handler-1';
/** Of the demonstration's population: 李国栋, who has signed on nowhere yet. */
const LI = { name: '李国栋', idNumber: '21039919790903005X' };

let stage: ApiStage;
let city: Session;
let county: Session;
let colleague: string;

beforeAll(async () => {
  stage = await openApiStage();
  city = await stage.as('admin');
  county = await stage.as('hc-admin');
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const { day, planned } = registerOf(() => stage);
const call = (by: Session, path: string, body: object = {}) =>
  by.call<Performed>('POST', `/api/${path}`, body);

const { task, inHands } = handsOf(() => stage);
const claimed = (more: Record<string, unknown> = {}, applicant?: string) =>
  task(
    {
      ...{ assignee_person: 'p-hc-market-handler', assignee_post: HANDLER, claimed_at: 'now' },
      ...more,
    },
    applicant,
  );

describe('a person', () => {
  test('is registered by ID number, kept without it, and found again when they sign on', async () => {
    const added = await call(county, 'staff', LI);
    expect(added.status).toBe(201);
    colleague = added.body.key;
    const kept = await stage.dataSource.query(
      `SELECT p::text AS a, (SELECT json_agg(c)::text FROM register_change c) AS b FROM person p WHERE id = $1`,
      [colleague],
    );
    expect(JSON.stringify(kept)).not.toContain(LI.idNumber);
    const again = await call(county, 'staff', LI);
    expect(again.body.key).toBe(colleague);
    const post = await call(county, `staff/${colleague}/posts`, {
      ...{ organisation: MARKET, role: 'handler', title: '海城市市场监督管理局经办二' },
    });
    expect(post.status).toBe(201);
    const session = await stage.as('li');
    expect(await session.get('/api/session')).toMatchObject({ post: post.body.key });
  });

  test.each<[string, string, object, string]>([
    [
      'a number with a wrong check digit',
      'staff',
      { ...LI, idNumber: '210399197909030051' },
      'bad-id-number',
    ],
    ['a name that is not the number’s', 'staff', { ...LI, name: '李四' }, 'name-differs'],
    ['an inspector without a certificate', 'post', { role: 'inspector' }, 'no-certificate'],
    ['a role that is somebody’s already', 'post', { role: 'handler' }, 'post-twice'],
    ['an auditor beside another post', 'post', { role: 'auditor' }, 'auditor-apart'],
    [
      'days the wrong way round',
      'post',
      { role: 'reviewer', validFrom: '2030-02-01', validTo: '2030-01-01' },
      'post-dates',
    ],
    ['a body that is not there', 'post', { organisation: 'o-nowhere' }, 'no-such-body'],
    ['a city’s administrator in a county', 'post', { role: 'admin' }, 'city-post'],
  ])('is refused with %s', async (_, what, fault, expected) => {
    const path = what === 'staff' ? 'staff' : `staff/${colleague}/posts`;
    const usual = { organisation: MARKET, role: 'reviewer', title: '审核' };
    const answer = await call(city, path, what === 'staff' ? fault : { ...usual, ...fault });
    expect(code(answer)).toBe(`422 ${expected}`);
  });

  test('gets nothing of themselves, nor from a county what reaches beyond it', async () => {
    const post = (role: string) => ({ organisation: 'o-210381-business', role, title: '管理' });
    expect(code(await call(city, 'staff/p-admin/posts', post('handler')))).toBe('422 own-post');
    expect(code(await call(county, `staff/${colleague}/posts`, post('county-admin')))).toBe(
      '403 not-yours-to-keep',
    );
    const elsewhere = { organisation: 'o-210302-market', role: 'handler', title: '经办' };
    expect(code(await call(county, `staff/${colleague}/posts`, elsewhere))).toBe(
      '403 not-yours-to-keep',
    );
    expect(code(await call(county, 'posts/post-tieDong-market-1/end', { reason: '调离' }))).toBe(
      '403 not-yours-to-keep',
    );
    expect((await county.call('GET', '/api/staff/p-tieDong-market')).status).toBe(404);
    expect((await county.call('GET', '/api/posts/post-tieDong-market-1/hand-over')).status).toBe(
      403,
    );
    const { items } = await county.get<{ items: { organisation: string }[] }>('/api/staff');
    expect(items.every(({ organisation }) => organisation.startsWith('o-210381'))).toBe(true);
  });

  test('holds a post only from its first day on', async () => {
    const from = await day(3);
    const post = await call(county, `staff/${colleague}/posts`, {
      ...{ organisation: MARKET, role: 'reviewer', title: '审核二', validFrom: from },
    });
    const session = await stage.as('li');
    const { posts } = await session.get<{ posts: { id: string }[] }>('/api/session');
    expect(posts.map(({ id }) => id)).not.toContain(post.body.key);
  });

  test('gets the roles that write the catalogue from the county, the one that keeps it from the city', async () => {
    const give = (by: Session, role: string) =>
      call(by, `staff/${colleague}/posts`, { organisation: MARKET, role, title: '目录岗位' });
    expect(code(await give(county, 'catalogue-keeper'))).toBe('403 not-yours-to-keep');
    expect((await give(city, 'catalogue-keeper')).status).toBe(201);
    for (const role of ['item-author', 'item-reviewer', 'legality-reviewer'])
      expect((await give(county, role)).status).toBe(201);
  });
});

describe('who leaves', () => {
  test('is seen with what is in their hands, and who could take it', async () => {
    const [plain, personal] = [await claimed(), await claimed({ data: '{"personal":true}' })];
    const preview = await county.get<Preview>(`/api/posts/${HANDLER}/hand-over`);
    expect(preview.tasks).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ task: plain, personal: false }),
        expect.objectContaining({ task: personal, personal: true }),
      ]),
    );
    expect(preview.colleagues).toMatchObject([{ personName: LI.name }]);
    expect(code(await call(county, `posts/${HANDLER}/end`, { reason: '调离' }))).toBe(
      '422 name-a-colleague',
    );
    expect(await inHands(plain)).toMatchObject({ who: 'p-hc-market-handler' });
  });

  test('leaves tasks to a colleague, own cases to the pool, delegated ones to who delegated them', async () => {
    const successor = (await county.get<Preview>(`/api/posts/${HANDLER}/hand-over`)).colleagues[0]!;
    const [plain, own, delegated] = [
      await claimed(),
      await claimed({}, colleague),
      await claimed({
        delegator_person: 'p-hc-market-reviewer',
        delegator_post: 'post-hc-market-reviewer-1',
      }),
    ];
    const out = await task({
      ...{ assignee_person: 'p-hc-market-reviewer', assignee_post: 'post-hc-market-reviewer-1' },
      ...{ delegator_person: 'p-hc-market-handler', delegator_post: HANDLER },
    });
    // Only the successor is left, and the case is their own.
    expect(
      code(
        await call(county, `posts/${HANDLER}/end`, { reason: '调离', successor: successor.post }),
      ),
    ).toBe('422 nobody-left');
    await stage.dataSource.query(`UPDATE task SET state = 'cancelled' WHERE id = $1`, [own]);
    const handler = await stage.as('hc-market-handler');
    const headers = { 'idempotency-key': randomUUID() };
    const end = () =>
      county.call<Performed>(
        'POST',
        `/api/posts/${HANDLER}/end`,
        { reason: '调离', successor: successor.post },
        headers,
      );
    const [one, two] = await Promise.all([end(), end()]);
    expect(one.body).toMatchObject({ state: 'applied' });
    expect(two.body).toEqual(one.body);
    expect(await inHands(plain)).toMatchObject({ who: colleague });
    expect(await inHands(delegated)).toEqual({ who: 'p-hc-market-reviewer', delegator: null });
    expect(await inHands(out)).toMatchObject({ delegator: colleague });
    // The right is over with the post, and so is the session.
    expect((await handler.call('GET', '/api/tasks')).status).toBe(401);
    const [told] = await stage.dataSource.query<{ to: string }[]>(
      `SELECT data ->> 'toPerson' AS "to" FROM timeline WHERE task_id = $1 AND kind = 'task-hand-over'`,
      [plain],
    );
    expect(told).toEqual({ to: colleague });
  });

  test('leaves nothing that nobody could take', async () => {
    const { colleagues, waiting } = await county.get<Preview>(
      `/api/posts/post-hc-market-approver-1/hand-over`,
    );
    expect([colleagues, waiting]).toEqual([[], 0]);
    await task({ role: 'approver' });
    expect(
      code(await call(county, 'posts/post-hc-market-approver-1/end', { reason: '退休' })),
    ).toBe('422 nobody-left');
  });

  test('on a day to come keeps the post until then, and may stay after all', async () => {
    const post = 'post-hc-housing-1';
    const from = await day(1);
    const end = () => call(county, `posts/${post}/end`, { reason: '退休', validFrom: from });
    const held = async () =>
      (
        await county.get<{ posts: { id: string; validTo: string | null; held: boolean }[] }>(
          '/api/staff/p-hc-housing',
        )
      ).posts.find(({ id }) => id === post);
    const leaving = await end();
    expect(leaving.body.state).toBe('waiting');
    expect(await held()).toMatchObject({ validTo: from, held: true });
    await county.call('DELETE', `/api/register-changes/${leaving.body.change}`);
    expect(await held()).toMatchObject({ validTo: null, held: true });
    await end();
    await planned();
    expect(await held()).toMatchObject({ held: false });
  });
});

describeTerms(() => ({ stage, city, county }), { task, inHands });

describe('an account', () => {
  test('that is locked signs nobody in and ends their sessions, until it is unlocked', async () => {
    const session = await stage.as('hc-traffic');
    const lock = (verb: string) =>
      call(county, `staff/p-hc-traffic/${verb}`, { reason: '设备遗失' });
    expect((await lock('lock')).status).toBe(200);
    expect((await session.call('GET', '/api/session')).status).toBe(401);
    // Nobody is sent a task who cannot sign in, nor who keeps the county.
    for (const name of ['潘志勇', '石国庆'])
      expect(await findDesks(stage.dataSource.manager, name)).toEqual([]);
    expect(code(await lock('lock'))).toBe('409 lock-state');
    expect((await lock('unlock')).status).toBe(200);
    expect(await findDesks(stage.dataSource.manager, '潘志勇')).toHaveLength(1);
    expect(code(await call(city, 'staff/p-admin/lock', { reason: '试' }))).toBe('422 lock-oneself');
    expect(code(await call(county, 'staff/p-hc-admin/lock', { reason: '试' }))).toBe(
      '403 not-yours-to-keep',
    );
    expect(code(await call(county, 'staff/p-tieDong-market/lock', { reason: '试' }))).toBe(
      '403 not-yours-to-keep',
    );
  });

  test('is locked only by who keeps all that the person does, and unlocked by who locked', async () => {
    const act = (by: Session, person: string, verb: 'lock' | 'unlock' = 'lock') =>
      call(by, `staff/${person}/${verb}`, { reason: '试' });
    const archivist = { organisation: 'o-210381-hr', role: 'archivist', title: '档案管理' };
    expect((await call(city, 'staff/p-hc-hr/posts', archivist)).status).toBe(201);
    // A citizen, a firm, and who does something for the whole city.
    for (const person of ['p-wang', 'p-xiangman', 'p-hc-hr'])
      expect(code(await act(county, person))).toBe('403 not-yours-to-keep');
    // Nor are citizens and firms the city's to shut out.
    // Nor does entering them in the register make them so.
    const wang = { name: '王雅静', idNumber: '21039919920118006X' };
    expect((await call(city, 'staff', wang)).status).toBe(201);
    for (const person of ['p-wang', 'p-xiangman'])
      expect(code(await act(city, person))).toBe('404 person-not-found');
    expect((await act(city, 'p-hc-insurance')).status).toBe(200);
    expect(code(await act(county, 'p-hc-insurance', 'unlock'))).toBe('403 set-above');
    expect((await act(city, 'p-hc-insurance', 'unlock')).status).toBe(200);
    expect((await act(county, 'p-hc-insurance')).status).toBe(200);
    expect((await act(county, 'p-hc-insurance', 'unlock')).status).toBe(200);
  });

  test('of the last administrator stays: neither locked nor ended, by two at once either', async () => {
    const other = await stage.as('admin2');
    const [one, two] = await Promise.all([
      call(city, 'posts/post-admin2-1/end', { reason: '离任' }),
      call(other, 'posts/post-admin-1/end', { reason: '离任' }),
    ]);
    // Who comes a moment later is signed out already: the post's end ended the session too.
    expect([409, 401]).toContain(Math.max(one.status, two.status));
    expect(Math.min(one.status, two.status)).toBe(200);
    const left = one.status === 200 ? city : other;
    const [lastPost, last] =
      one.status === 200 ? ['post-admin-1', 'p-admin'] : ['post-admin2-1', 'p-admin2'];
    expect((await call(left, `posts/${lastPost}/end`, { reason: '离任' })).status).toBe(422);
    expect((await call(left, `staff/${last}/lock`, { reason: '试' })).status).toBe(422);
  });
});
