import { STEP_WRITERS_OF_WINGS } from '../../src/step-writers.js';
import { randomUUID } from 'node:crypto';
import { CaseCommands, CommandDispatcher } from '../../src/cases/commands/index.js';
import { eventually } from '../workflow/stage.js';
import { LICENCE_CHANGE_ITEM } from '../../src/papers/licence-changes/opening.js';
import type { Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { applicationOf, FIRE_CHECK, fireForm, handle, type Case } from './ways-stage.js';

interface Held {
  identifier: string;
  name: string;
  state: string;
  number: string;
  qr: { path: string } | null;
  validTo: string | null;
  openCase: string | null;
  operations: { operation: string; barred: string | null }[];
}

describe('a licence', () => {
  let stage: ApiStage;
  let identifier: string;

  const held = async () =>
    (await (await stage.as('zhang')).get<{ items: Held[] }>('/api/licences')).items;
  const barred = async (operation: string) =>
    (await held())[0]!.operations.find((one) => one.operation === operation)!.barred;

  /** A desk of the fire brigade, which issued the licence. */
  async function desk(account: string, role: string) {
    const session = await stage.as(account);
    const { posts } = await session.get<{ posts: { id: string; role: string }[] }>('/api/session');
    await session.post('/api/session/post', { post: posts.find((one) => one.role === role)!.id });
    return session;
  }

  /** Hands a change in from the licence. @returns the case's number */
  async function apply(operation: string, change: object = {}) {
    const zhang = await stage.as('zhang');
    const path = `/api/licences/${encodeURIComponent(identifier)}/changes`;
    const { draft } = await zhang.post<{ draft: string }>(path, { operation });
    const { form } = await zhang.get<{ form: object }>(`/api/drafts/${draft}`);
    const filled = { ...form, reason: '按期申请。', ...change };
    await zhang.put(`/api/drafts/${draft}`, { form: filled, materials: {} });
    return zhang.call<Case & Problem>('POST', '/api/cases', { draft });
  }

  async function grant(number: string) {
    await handle(await desk('hc-fire', 'handler'), number, 'accept', { outcome: 'accept' });
    const reason = { reason: '符合条件。' };
    const decision = { outcome: 'grant', form: reason };
    await handle(await desk('hc-fire2', 'approver'), number, 'decide', decision);
    await eventually('the case ends', async () => {
      const { ended } = await (await stage.as('zhang')).get<Case>(`/api/cases/${number}`);
      return ended || undefined;
    });
  }

  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    const zhang = await stage.as('zhang');
    const ways = { promise: { signedName: '张晓梅' } };
    const draft = await applicationOf(zhang, FIRE_CHECK, fireForm, { ways });
    const { number } = await zhang.post<Case>('/api/cases', { draft });
    await handle(await desk('hc-fire', 'handler'), number, 'accept', { outcome: 'accept' });
    await handle(await desk('hc-fire2', 'approver'), number, 'decideNow', {
      outcome: 'grant',
      form: { reason: '承诺的条件经书面审查符合。' },
    });
    identifier = await eventually('the licence', async () => (await held())[0]?.identifier);
  }, 240_000);
  afterAll(() => stage?.close(), 30_000);

  const expires = (day: string) =>
    stage.dataSource.query(`UPDATE licence SET valid_to = $2 WHERE identifier = $1`, [
      identifier,
      day,
    ]);

  it('that does not expire is not renewed; one that does, up to thirty days before', async () => {
    expect(await barred('renew')).toContain('长期有效');
    // It lasts no longer than the law's notice: it may be renewed while it lasts, from its first day on.
    await expires('2026-12-10');
    expect(await barred('renew')).toBeNull();
    expect((await held())[0]).toMatchObject({ renewalUntil: '2026-12-10' });
    await stage.dataSource.query(
      `UPDATE licence SET issued_on = '2026-01-01' WHERE identifier = $1`,
      [identifier],
    );
    expect(await barred('renew')).toContain('已过期限');
    expect((await held())[0]).toMatchObject({
      ...{ renewalFrom: '2026-01-01', renewalUntil: '2026-11-10' },
    });
    const late = await (
      await stage.as('zhang')
    ).call<Problem>('POST', `/api/licences/${encodeURIComponent(identifier)}/changes`, {
      operation: 'renew',
    });
    expect([late.status, late.body.code]).toEqual([409, 'licence-operation-closed']);
    await stage.dataSource.query(
      `UPDATE licence SET issued_on = current_date WHERE identifier = $1`,
      [identifier],
    );
    await expires('2027-03-01');
    expect(await barred('renew')).toBeNull();
  }, 60_000);

  it('is renewed for the item’s own term, or else for as long as it ran', async () => {
    const newEnd = async () => {
      const zhang = await stage.as('zhang');
      const path = `/api/licences/${encodeURIComponent(identifier)}/changes`;
      const { draft } = await zhang.post<{ draft: string }>(path, { operation: 'renew' });
      const { form } = await zhang.get<{ form: { newValidTo: string } }>(`/api/drafts/${draft}`);
      return form.newValidTo;
    };
    const [{ ran }] = await stage.dataSource.query<[{ ran: string }]>(
      `SELECT (valid_to + (valid_to - issued_on))::text AS ran FROM licence WHERE identifier = $1`,
      [identifier],
    );
    expect(await newEnd()).toBe(ran);
    await stage.dataSource.query(
      `UPDATE item SET data = jsonb_set(data, '{result,renewal}', '{"term": "6m"}') WHERE code = $1`,
      [FIRE_CHECK],
    );
    expect(await newEnd()).toBe('2027-09-01');
  }, 60_000);

  it('is renewed by who issued it: a newer version with a later end takes its place', async () => {
    const forged = await apply('renew', { newValidTo: '2099-01-01' });
    expect([forged.status, forged.body.code]).toEqual([409, 'licence-operation-closed']);
    const { status, body } = await apply('renew');
    expect(status).toBe(201);
    expect(await barred('change')).toContain(body.number);
    await grant(body.number);
    const [renewed, old] = await held();
    expect(renewed).toMatchObject({ state: 'valid', validTo: '2027-09-01', openCase: null });
    expect(renewed!.identifier).toContain('.002.');
    expect(old).toMatchObject({ identifier, state: 'replaced' });
    identifier = renewed!.identifier;
    const { documents } = await (
      await stage.as('zhang')
    ).get<{ documents: { id: string; kind: string; licence: string | null }[] }>(
      `/api/cases/${body.number}`,
    );
    const sealed = documents.find(({ licence }) => licence === identifier);
    const whole = await (
      await stage.as('zhang')
    ).get<{ signature: string; pdf: boolean }>(`/api/documents/${sealed!.id}`);
    expect([whole.signature === '', whole.pdf]).toEqual([false, true]);
    const wallet = (await held())[0]!;
    expect(wallet).toMatchObject({ paper: sealed!.id, renewalUntil: '2027-08-02' });
    expect(wallet.qr!.path).toContain('h1v1h-1z');
    // Who holds the old one is led to the new one.
    const verify = async (name: string) =>
      (
        await stage
          .stranger()
          .call<{ life: object; licence: { next: object | null } }>(
            'GET',
            `/api/verification/${encodeURIComponent(name)}`,
          )
      ).body;
    const before = await verify(old!.identifier);
    expect(before.life).toMatchObject({
      ...{ state: 'renewed', by: '海城市消防救援大队', article: '行政许可法第五十条' },
    });
    expect(before.licence.next).toMatchObject({ identifier });
    expect((await verify(identifier)).life).toMatchObject({ state: 'valid' });
    expect((await verify(wallet.number)).licence).toMatchObject({ identifier });
    // It came electronically: opening it was its delivery in law.
    const { state } = await (await stage.as('zhang')).get<Case>(`/api/cases/${body.number}`);
    expect(state).toBe('delivered');
  }, 90_000);

  it('counts as renewed when it ends before anybody has decided (行政许可法 50)', async () => {
    const settings = { dayLength: 86_400_000, adapterGiveUp: 3_000 };
    const dispatcher = new CommandDispatcher(
      stage.dataSource,
      stage.temporal,
      settings,
      STEP_WRITERS_OF_WINGS,
    );
    const [licence] = await stage.dataSource.query<{ holder: string; issuer: string }[]>(
      `SELECT holder_person AS holder, issuer_org AS issuer FROM licence WHERE identifier = $1`,
      [identifier],
    );
    // Handed in as from 我的证照, but for a licence that ends in a few seconds.
    const { caseNumber } = await new CaseCommands(stage.dataSource, dispatcher).submit(
      {
        itemCode: LICENCE_CHANGE_ITEM,
        region: '210381',
        applicantId: licence!.holder,
        applicantKind: 'natural',
        form: { operation: 'renew', licence: identifier, newValidTo: '2028-03-01' },
        materials: [],
        children: {},
        leadDepartment: licence!.issuer,
        licenceEndsAt: new Date(Date.now() + 5_000),
      },
      { personId: licence!.holder },
      randomUUID(),
    );
    await handle(await desk('hc-fire', 'handler'), caseNumber, 'accept', { outcome: 'accept' });
    const renewed = await eventually('the newer version', async () =>
      (await held()).find(({ validTo, state }) => validTo === '2028-03-01' && state === 'valid'),
    );
    expect(renewed.identifier).toContain('.003.');
    const law = await (
      await stage.as('zhang')
    ).get<{ outcome: string; renewedByLaw: boolean; moves: { act: string; article: string }[] }>(
      `/api/cases/${caseNumber}/legal-acts`,
    );
    expect(law).toMatchObject({ outcome: 'granted', renewedByLaw: true });
    expect(law.moves.find(({ act }) => act === 'deem-renewed')).toMatchObject({
      ...{ actName: '视为准予延续', person: null, article: '行政许可法第五十条' },
    });
    const papers = await stage.dataSource.query<{ kind: string }[]>(
      `SELECT kind FROM official_document WHERE case_number = $1 AND state <> 'void'`,
      [caseNumber],
    );
    const kinds = papers.map(({ kind }) => kind);
    expect(kinds).toContain('deemed-renewal-notice');
    expect(kinds).not.toContain('grant-decision');
    identifier = renewed.identifier;
  }, 90_000);

  it('is cancelled at its holder’s wish, and belongs to nobody else', async () => {
    const path = `/api/licences/${encodeURIComponent(identifier)}/changes`;
    const stranger = await (
      await stage.as('li')
    ).call<Problem>('POST', path, { operation: 'cancel' });
    expect([stranger.status, stranger.body.code]).toEqual([404, 'licence-not-found']);
    // Of two applications handed in at the same moment one is about it.
    const both = await Promise.all([apply('cancel'), apply('cancel')]);
    expect(both.filter(({ status }) => status === 409)).toHaveLength(1);
    const { body } = both.find(({ status }) => status !== 409)!;
    await grant(body.number);
    expect((await held()).map(({ state }) => state)).not.toContain('valid');
    expect(await barred('cancel')).toContain('已经失效');
  }, 90_000);
});
