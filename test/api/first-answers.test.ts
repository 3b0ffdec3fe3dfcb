/**
 * A request sent again with its Idempotency-Key is answered as it was first, before anything else is
 * asked: while the province is away, and by every operation that takes a key.
 */
import { createHash, randomUUID } from 'node:crypto';
import { FirstAnswers, KeyExpiry } from '../../src/cases/index.js';
import { signIn, type Session } from '../../tools/session/sign-in.js';
import { shopSignDraft, type Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { taskAt } from './ways-stage.js';

let stage: ApiStage;
beforeAll(async () => {
  stage = await openApiStage({ workers: true, env: { RATE_LIMIT: '0' } });
}, 240_000);
afterAll(() => stage?.close(), 30_000);

interface Answered {
  number: string;
  state: string;
}

const once = () => ({ 'idempotency-key': randomUUID() });

describe('while the province is away', () => {
  let zhang: Session;
  beforeAll(async () => {
    zhang = await stage.as('zhang');
  });
  afterEach(() => stage.standIn.comeBack());

  it('the case of an application sent twice is told, which is refused to a new one', async () => {
    const headers = once();
    const body = { draft: await shopSignDraft(zhang) };
    const first = await zhang.call<Answered>('POST', '/api/cases', body, headers);
    const other = { draft: await shopSignDraft(zhang) };
    await stage.standIn.leave();
    const again = await zhang.call<Answered>('POST', '/api/cases', body, headers);
    expect([first.status, again.status]).toEqual([201, 201]);
    expect(again.body).toEqual(first.body);
    const fresh = await zhang.call<Problem>('POST', '/api/cases', other);
    expect([fresh.status, fresh.body.code]).toEqual([422, 'application-incomplete']);
  }, 60_000);

  it('a completion sent twice is answered as it was, and no second request has its key', async () => {
    const numbers: string[] = [];
    for (let n = 0; n < 2; n += 1) {
      const draft = await shopSignDraft(zhang);
      numbers.push((await zhang.post<Answered>('/api/cases', { draft })).number);
    }
    const urban = await stage.as('xt-urban');
    const [task, another] = await Promise.all(
      numbers.map((number) => taskAt(urban, number, 'record')),
    );
    for (const id of [task, another]) await urban.put(`/api/tasks/${id}/claim`);
    const headers = once();
    const body = { outcome: 'accept', opinion: '符合规范', form: {} };
    const path = (id?: string) => `/api/tasks/${id}/completion`;
    await stage.standIn.leave();
    const first = await urban.call<Answered>('POST', path(task), body, headers);
    const again = await urban.call<Answered>('POST', path(task), body, headers);
    expect([first.status, again.status]).toEqual([200, 200]);
    expect(again.body).toEqual(first.body);
    for (const [id, asked] of [
      [another, body],
      [task, { ...body, opinion: '不符合规范' }],
    ] as const) {
      const refused = await urban.call<Problem>('POST', path(id), asked, headers);
      expect([refused.status, refused.body.code]).toEqual([409, 'key-of-another-request']);
    }
    const rows = await stage.dataSource.query<{ sealed: boolean }[]>(
      `SELECT starts_with(body, 'sealed:') AS sealed FROM first_answer WHERE key = $1`,
      [headers['idempotency-key']],
    );
    expect(rows).toEqual([{ sealed: true }]);
  }, 60_000);

  it('a refusal is no answer that is kept: the key is free for what was mended', async () => {
    const headers = once();
    const missing = await zhang.call<Problem>(
      ...(['POST', '/api/cases', { draft: randomUUID() }, headers] as const),
    );
    expect([missing.status, missing.body.code]).toEqual([404, 'draft-not-found']);
    const draft = await shopSignDraft(zhang);
    const mended = await zhang.call<Answered>('POST', '/api/cases', { draft }, headers);
    expect(mended.status).toBe(201);
    await stage.standIn.leave();
  }, 60_000);
});

/** Who together may ask for everything that takes a key. */
const ASKERS = ['admin', 'zhang', 'xt-urban', 'hc-supervisor', 'bench-city', 'bench-county'];

it('every operation with a key answers what was answered first, whatever it is asked', async () => {
  const keyed = Object.entries(stage.openapi.paths).flatMap(([path, methods]) =>
    Object.entries(methods as Record<string, { parameters?: { name?: string }[] }>)
      .filter(([, { parameters }]) => parameters?.some(({ name }) => name === 'Idempotency-Key'))
      .map(([method]) => [method.toUpperCase(), path.replaceAll(/\{\w+\}/g, 'x')] as const),
  );
  expect(keyed.length).toBeGreaterThan(40);
  const answers = new FirstAnswers(stage.dataSource);
  const sessions = await Promise.all(ASKERS.map((name) => signIn(stage.url, name, 'onestop')));
  const asked = [{ nobody: 'looks into this' }, { nor: 'into this' }] as const;
  const digest = createHash('sha256').update(JSON.stringify(asked[0])).digest('hex');
  const wrong: unknown[] = [];
  for (const [method, path] of keyed) {
    const key = randomUUID();
    const body = { first: `${method} ${path}` };
    const headers = { 'idempotency-key': key };
    const found: number[] = [];
    for (const [row, session] of sessions.entries()) {
      const one = { person: `p-${ASKERS[row]}`, key, operation: 'kept' };
      const request = { ...one, digest: answers.digestOf(method, path, digest) };
      await answers.keep(request, { status: 299, body });
      const again = await session.call<Problem>(method, path, asked[0], headers);
      if (again.status === 403 && again.body.code === 'not-your-role') continue;
      const other = await session.call<Problem>(method, path, asked[1], headers);
      found.push(again.status);
      if (JSON.stringify([again.body, other.body.code]) !== JSON.stringify([body, TAKEN]))
        wrong.push([method, path, again.status, again.body, other.body]);
    }
    if (!found.every((status) => status === 299) || found.length === 0)
      wrong.push([method, path, found]);
  }
  expect(wrong).toEqual([]);
}, 120_000);

const TAKEN = 'key-of-another-request';

it('what was answered goes when the city’s days are over, with a line of how many went', async () => {
  const { dataSource } = stage;
  await dataSource.query(
    `UPDATE first_answer SET asked_at = now() - interval '8 days' WHERE operation = 'kept'`,
  );
  const kept = () =>
    dataSource.query<{ old: number; young: number }[]>(
      `SELECT count(*) FILTER (WHERE operation = 'kept')::int AS old,
              count(*) FILTER (WHERE operation <> 'kept')::int AS young FROM first_answer`,
    );
  const [before] = await kept();
  expect(Math.min(before!.old, before!.young)).toBeGreaterThan(0);
  expect(await new KeyExpiry(dataSource).run()).toBe(false);
  expect(await kept()).toEqual([{ old: 0, young: before!.young }]);
  const admin = await stage.as('admin');
  const { items } = await admin.get<{ items: object[] }>('/api/retention-removals');
  expect(items).toContainEqual(
    expect.objectContaining({ kind: 'first-answer', removed: before!.old, keptDays: 7 }),
  );
});
