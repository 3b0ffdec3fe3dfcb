/** Bad input gets an answer that says what to do, and changes nothing. */
import { readFile } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import {
  draftOf,
  RESTAURANT,
  SHOP_SIGN,
  shopSignForm,
  upload,
  XIANGTANG,
  type Problem,
} from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { dropDraft } from '../versions/drop-draft.js';

const PROCESS = new URL('../../bpmn/processes/shop-sign.bpmn', import.meta.url);

describe('bad input', () => {
  let stage: ApiStage;
  let zhang: Session;
  let admin: Session;
  let diagram: string;
  beforeAll(async () => {
    stage = await openApiStage();
    zhang = await stage.as('zhang');
    admin = await stage.as('admin');
    diagram = await readFile(PROCESS, 'utf8');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  /** Rows of everything a request could change. */
  async function state(): Promise<unknown> {
    const [row] = await stage.dataSource.query<unknown[]>(
      `SELECT (SELECT count(*) FROM cases) AS cases, (SELECT count(*) FROM command) AS commands,
              (SELECT count(*) FROM stored_file) AS files,
              (SELECT count(*) FROM draft WHERE submitted_as IS NOT NULL) AS submitted,
              (SELECT max(updated_at) FROM process_version) AS processes`,
    );
    return row;
  }

  /** Asks, and expects a refusal with advice in Chinese, and nothing changed. */
  async function refused(
    session: Session,
    [method, path, body]: [string, string, unknown?],
  ): Promise<{ status: number; code: string; problem: Problem }> {
    const before = await state();
    const answer = await session.call<Problem>(method, path, body);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(answer.body.detail).toMatch(/\p{Script=Han}{4}/u);
    expect(await state()).toEqual(before);
    return { status: answer.status, code: answer.body.code, problem: answer.body };
  }

  it('refuses an unknown item and an unknown region', async () => {
    const item = { item: '999999999999', region: XIANGTANG };
    expect(await refused(zhang, ['POST', '/api/drafts', item])).toMatchObject({
      status: 404,
      code: 'item-not-found',
    });
    const region = { item: SHOP_SIGN, region: '999999' };
    expect(await refused(zhang, ['POST', '/api/drafts', region])).toMatchObject({
      status: 422,
      code: 'region-not-found',
    });
  });

  it('lists every missing field and material at once', async () => {
    const draft = await draftOf(zhang, SHOP_SIGN, { premises: 'rent' });
    const { status, code, problem } = await refused(zhang, ['POST', '/api/cases', { draft }]);
    expect([status, code]).toEqual([422, 'application-incomplete']);
    const fields = problem.errors!.map(({ field }) => field);
    expect(fields).toEqual(
      expect.arrayContaining(['/form/phone', '/materials/lease', '/materials/sign-picture']),
    );
  });

  it('refuses an ID number whose check digit is wrong, naming the field', async () => {
    const { body: picture } = await upload(zhang);
    const form = { ...shopSignForm, idNumber: '210399198604120025' };
    const draft = await draftOf(zhang, SHOP_SIGN, form, { 'sign-picture': [picture.id] });
    const { status, problem } = await refused(zhang, ['POST', '/api/cases', { draft }]);
    expect(status).toBe(422);
    expect(problem.errors).toEqual([
      expect.objectContaining({
        field: '/form/idNumber',
        message: expect.stringContaining('身份证号码不正确'),
      }),
    ]);
  });

  it('refuses somebody else’s file and somebody else’s draft', async () => {
    const li = await stage.as('li');
    const { body: foreign } = await upload(li);
    const draft = await draftOf(zhang, SHOP_SIGN, shopSignForm, { 'sign-picture': [foreign.id] });
    expect(await refused(zhang, ['POST', '/api/cases', { draft }])).toMatchObject({
      status: 422,
      code: 'file-not-yours',
    });
    expect(await refused(li, ['POST', '/api/cases', { draft }])).toMatchObject({
      status: 404,
      code: 'draft-not-found',
    });
    expect(await refused(zhang, ['GET', `/api/files/${foreign.id}`])).toMatchObject({
      status: 404,
      code: 'file-not-found',
    });
  });

  it('keeps no draft over another that its page has not seen, and takes one sent twice for one', async () => {
    const path = `/api/drafts/${await draftOf(zhang, SHOP_SIGN, {})}`;
    const { revision: begun } = await zhang.get<{ revision: string }>(path);
    const keep = (seats: number, replaces: string, revision: string) =>
      zhang.call<Problem>('PUT', path, { form: { seats }, materials: {}, replaces, revision });
    const [here, there] = [randomUUID(), randomUUID()];
    expect((await keep(1, begun, here)).body).toMatchObject({ revision: here, form: { seats: 1 } });
    expect((await keep(1, begun, here)).status).toBe(200);
    const other = await keep(2, begun, there);
    expect([other.status, other.body.code]).toEqual([409, 'draft-changed']);
    expect(await zhang.get(path)).toMatchObject({ revision: here, form: { seats: 1 } });
    expect((await keep(2, here, there)).body).toMatchObject({ revision: there });
  });

  it('refuses 30 MB of JSON', async () => {
    const draft = await draftOf(zhang, SHOP_SIGN, {});
    const form = { remark: 'x'.repeat(30 * 1024 * 1024) };
    const put: [string, string, unknown] = ['PUT', `/api/drafts/${draft}`, { form, materials: {} }];
    expect(await refused(zhang, put)).toMatchObject({ status: 413, code: 'too-large' });
  });

  it('refuses a program that calls itself a PDF, an unknown ending, and an empty file', async () => {
    const program = new Uint8Array(2048);
    program.set(Buffer.from('MZ'));
    const before = await state();
    const disguised = await upload<Problem>(zhang, '营业执照.pdf', program);
    const unknown = await upload<Problem>(zhang, 'setup.exe', program);
    const empty = await upload<Problem>(zhang, '空白.pdf', new Uint8Array());
    expect([disguised.status, disguised.body.code]).toEqual([422, 'file-not-what-it-says']);
    expect(disguised.body.detail).toContain('营业执照.pdf');
    expect([unknown.status, unknown.body.code]).toEqual([422, 'file-type-not-allowed']);
    expect([empty.status, empty.body.code]).toEqual([422, 'file-empty']);
    expect(await state()).toEqual(before);
  });

  it('refuses fields it does not know, bodies that are no JSON, and keys that are no UUID', async () => {
    const body = { item: SHOP_SIGN, region: XIANGTANG, admin: true };
    const { status, code, problem } = await refused(zhang, ['POST', '/api/drafts', body]);
    expect([status, code]).toEqual([400, 'invalid-request']);
    expect(problem.errors).toEqual([{ field: '/admin', message: '不认识的字段，请删去' }]);
    const broken = await zhang.send(new URL('/api/drafts', stage.url), {
      method: 'POST',
      body: '{"item":',
      headers: { 'content-type': 'application/json', 'x-requested-with': 'onestop' },
    });
    expect(broken.status).toBe(400);
    const draft = await draftOf(zhang, SHOP_SIGN, {});
    const noKey = await zhang.call<Problem>(
      'POST',
      '/api/cases',
      { draft },
      {
        'idempotency-key': 'again',
      },
    );
    expect([noKey.status, noKey.body.code]).toEqual([400, 'idempotency-key-missing']);
  });

  it('refuses a diagram with a DTD', async () => {
    const xml = diagram.replace('?>', '?><!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>');
    const put: [string, string, unknown] = [
      'PUT',
      '/api/processes/shop-sign/draft',
      { xml, name: '招牌' },
    ];
    expect(await refused(admin, put)).toMatchObject({ status: 422, code: 'bpmn-with-dtd' });
    expect(await refused(admin, ['POST', '/api/processes/lint', { xml }])).toMatchObject({
      status: 422,
      code: 'bpmn-with-dtd',
    });
  });

  it('keeps a diagram whose FEEL does not parse as a draft, and does not publish it, naming the element', async () => {
    const xml = diagram.replace(/onestop:input="=[^"]*"/, 'onestop:input="= {a: "');
    expect(xml).not.toBe(diagram);
    const path = '/api/processes/shop-sign/draft';
    const kept = await admin.put<{ findings: { severity: string; element?: string }[] }>(path, {
      ...{ xml, name: '招牌' },
    });
    expect(kept.findings).toContainEqual(
      expect.objectContaining({ severity: 'error', element: expect.any(String) as string }),
    );
    const { status, code, problem } = await refused(admin, ['POST', `${path}/publication`, {}]);
    expect([status, code]).toEqual([422, 'process-has-findings']);
    expect(problem.findings!.some(({ element }) => element !== undefined)).toBe(true);
    const draft = { kind: 'process', key: 'shop-sign', path };
    expect((await dropDraft(admin, draft)).status).toBe(204);
    const none = await refused(admin, ['POST', `${path}/publication`, {}]);
    expect([none.status, none.code]).toEqual([404, 'no-draft']);
  });

  it.each([
    ['<html/>'],
    ['no file at all'],
    ['<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"/>'],
  ])('keeps nothing that is no diagram of the process: %s', async (xml) => {
    const put: [string, string, unknown] = [
      'PUT',
      '/api/processes/shop-sign/draft',
      { xml, name: '招牌' },
    ];
    expect(await refused(admin, put)).toMatchObject({ status: 422, code: 'process-has-findings' });
  });

  it('keeps and publishes a diagram that is right, as a new version', async () => {
    const path = '/api/processes/shop-sign';
    const xml = diagram.replace('</bpmn:definitions>', '<!-- 新版 --></bpmn:definitions>');
    await admin.put(`${path}/draft`, { xml, name: '户外招牌' });
    const { version } = await admin.post<{ version: number }>(`${path}/draft/publication`);
    expect(version).toBe(2);
    const { items } = await admin.get<{ items: { version: number; state: string }[] }>(
      `${path}/versions`,
    );
    expect(items.map((item) => item.state)).toEqual(['published', 'retired']);
    const first = await admin.get<{ xml: string }>(`${path}/versions/1/xml`);
    expect(first.xml).toBe(diagram);
  });

  it('tells what a situation needs, what is held already, and prefills the form', async () => {
    const situation = await zhang.post<{
      children: { key: string; selected: boolean }[];
      materials: { code: string; held: object | null }[];
      prefill: Record<string, unknown>;
      sources: Record<string, string>;
    }>(`/api/items/${RESTAURANT}/situation`, {
      region: XIANGTANG,
      form: { area: 180, premises: 'own', hasSign: true },
    });
    const selected = situation.children.filter((child) => child.selected).map(({ key }) => key);
    expect(selected).toEqual(['A', 'B', 'C']);
    expect(situation.prefill).toMatchObject({ creditCode: '92210399MA0XT0013G' });
    expect(situation.sources).toMatchObject({
      creditCode: '市场主体登记库',
      idNumber: '人口基础信息库',
    });
    const held = situation.materials.filter((material) => material.held).map(({ code }) => code);
    expect(held).toEqual(expect.arrayContaining(['business-licence', 'id-card', 'property']));
  });

  it('refuses a notice without the province’s signature', async () => {
    const notice = {
      noticeId: randomUUID(),
      caseNumber: 'x',
      orderNo: 'y',
      amountCents: 1,
      state: 'paid',
      paidAt: '2026-11-22T00:00:00Z',
    };
    expect(await refused(zhang, ['POST', '/api/notices/payment', notice])).toMatchObject({
      status: 401,
      code: 'not-signed',
    });
  });
});
