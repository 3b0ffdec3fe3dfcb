/** DMN files over the API: kept, checked, published, tried out; by whom, and what is refused. */
import { readFile } from 'node:fs/promises';
import type { Session } from '../../tools/session/sign-in.js';
import type { Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';
import { dropDraft } from '../versions/drop-draft.js';

const ALLOWANCE = new URL('../../bpmn/decisions/allowance.dmn', import.meta.url);
const ELDER = { 出生日期: '1930-01-01', 经济困难: false, 本市户籍: true };

/** A file with one decision of this id, a table with these rules of `x`. */
const dmn = (id: string, rules: string[]) =>
  `<definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="f" name="文件 ${id}" namespace="urn:t"><decision id="${id}" name="${id}"><decisionTable><input><inputExpression><text>x</text></inputExpression></input><output name="y"/>${rules
    .map((rule) => rule.split(' | '))
    .map(
      ([test, output]) =>
        `<rule><inputEntry><text>${test}</text></inputEntry><outputEntry><text>${output}</text></outputEntry></rule>`,
    )
    .join('')}</decisionTable></decision></definitions>`;

interface Version {
  version: number;
  state: string;
  createdBy: string;
}

describe('decisions', () => {
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    stage = await openApiStage();
    admin = await stage.as('admin');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const versionsOf = async (id: string) =>
    (await admin.get<{ items: Version[] }>(`/api/decisions/${id}/versions`)).items;
  const save = (id: string, xml: string) =>
    admin.call<Problem>('PUT', `/api/decisions/${id}/draft`, { xml });
  const publish = (id: string) =>
    admin.call<Problem>('POST', `/api/decisions/${id}/draft/publication`);

  it('of the demonstration are published, with their file as it was deployed', async () => {
    const { items } = await admin.get<{ items: object[] }>('/api/decisions');
    expect(items).toContainEqual(
      expect.objectContaining({
        id: 'allowance',
        name: '高龄津贴标准',
        publishedVersion: 1,
        hasDraft: false,
        decisions: ['allowance_age', 'allowance_tier', 'allowance_amount'],
      }),
    );
    const { xml } = await admin.get<{ xml: string }>('/api/decisions/allowance/versions/1/xml');
    expect(xml).toBe(await readFile(ALLOWANCE, 'utf8'));
  });

  it('are tried out, with the rules that matched', async () => {
    const body = { decision: 'allowance_amount', variables: ELDER };
    const { body: tried } = await admin.call<object>(
      'POST',
      '/api/decisions/allowance/versions/1/evaluation',
      body,
    );
    expect(tried).toMatchObject({
      ok: true,
      value: 10000,
      trace: [
        { decision: 'allowance_age' },
        { decision: 'allowance_tier', value: '90-99', matched: [2] },
        { decision: 'allowance_amount', name: '津贴金额', inputs: ['90-99'], matched: [2] },
      ],
    });
  });

  it('say in trying out why they cannot be made', async () => {
    const variables = { ...ELDER, 出生日期: '不详' };
    const answer = await admin.call<object>(
      'POST',
      '/api/decisions/allowance/versions/1/evaluation',
      {
        decision: 'allowance_amount',
        variables,
      },
    );
    expect(answer).toMatchObject({
      status: 200,
      body: { ok: false, failure: { code: 'type-mismatch', decision: 'allowance_age' }, trace: [] },
    });
    const unsaved = {
      xml: dmn('tried', ['> 1 | 1', '> 2 | 2']),
      decision: 'tried',
      variables: { x: 3 },
    };
    expect(await admin.call<object>('POST', '/api/decisions/evaluation', unsaved)).toMatchObject({
      body: { ok: false, failure: { code: 'hit-policy-unique' } },
    });
    expect(
      await admin.call('POST', '/api/decisions/evaluation', { ...unsaved, xml: '<a/>' }),
    ).toMatchObject({ status: 422, body: { code: 'decisions-unreadable' } });
  });

  it('become a draft, then the published version; the one before is retired but readable', async () => {
    expect((await save('fees', dmn('fee', ['> 1 | 1']))).body).toMatchObject({
      version: 1,
      state: 'draft',
    });
    expect((await save('fees', dmn('fee', ['> 1 | 2']))).body).toMatchObject({
      version: 1,
      state: 'draft',
    });
    expect((await publish('fees')).body).toMatchObject({ version: 1, state: 'published' });
    expect((await publish('fees')).body).toMatchObject({ status: 404, code: 'no-draft' });
    await save('fees', dmn('fee', ['> 1 | 3']));
    expect((await publish('fees')).body).toMatchObject({ version: 2, state: 'published' });
    expect(await versionsOf('fees')).toMatchObject([
      { version: 2, state: 'published', createdBy: expect.stringMatching(/\p{Script=Han}/u) },
      { version: 1, state: 'retired' },
    ]);
    const { xml } = await admin.get<{ xml: string }>('/api/decisions/fees/versions/1/xml');
    expect(xml).toBe(dmn('fee', ['> 1 | 2']));
    const lines = await stage.dataSource.query(
      `SELECT act FROM audit WHERE target = 'decision:fees' ORDER BY id`,
    );
    expect(lines.map(({ act }: { act: string }) => act)).toEqual([
      'decision.save-draft',
      'decision.save-draft',
      'decision.publish',
      'decision.save-draft',
      'decision.publish',
    ]);
  });

  it('are found by their own id, so no other file may publish it too', async () => {
    await save('other', dmn('allowance_tier', ['1 | 1']));
    expect((await publish('other')).body).toMatchObject({
      status: 409,
      code: 'decision-published-elsewhere',
      taken: [{ decision: 'allowance_tier', file: 'allowance' }],
    });
    expect(await versionsOf('other')).toMatchObject([{ state: 'draft' }]);
  });

  it('with an error are kept, not published, and each error is named', async () => {
    expect((await save('wrong', dmn('wrong', ['> 1 | 1', '[1.. | 2']))).status).toBe(200);
    expect((await publish('wrong')).body).toMatchObject({
      code: 'decisions-have-findings',
      findings: [{ rule: 'expression-invalid' }],
    });
    await save('wrong', dmn('wrong', []));
    expect((await publish('wrong')).body).toMatchObject({ findings: [{ rule: 'no-rule' }] });
    const wrong = { kind: 'decision', key: 'wrong', path: '/api/decisions/wrong/draft' };
    expect((await dropDraft(admin, wrong)).status).toBe(204);
    const doctype = '<!DOCTYPE x [<!ENTITY a "b">]>' + dmn('wrong', ['1 | 1']);
    expect((await save('wrong', doctype)).body).toMatchObject({
      findings: [{ rule: 'xml-doctype' }],
    });
    expect((await save('Wrong Id', dmn('wrong', ['1 | 1']))).body).toMatchObject({
      status: 400,
      code: 'bad-decision-file-id',
    });
    expect((await admin.call('GET', '/api/decisions/wrong/versions')).status).toBe(404);
    expect((await admin.call('GET', '/api/decisions/allowance/versions/9/xml')).status).toBe(404);
  });

  it('are linted without being kept', async () => {
    const xml = dmn('linted', ['> 1 | 1', '> 2 | 2']);
    const { body } = await admin.call<object>('POST', '/api/decisions/lint', { xml });
    expect(body).toMatchObject({ findings: [{ rule: 'rules-overlap', severity: 'warning' }] });
    expect((await admin.call('GET', '/api/decisions/linted/versions')).status).toBe(404);
  });

  it.each([
    ['GET', '/api/decisions', undefined],
    ['GET', '/api/decisions/allowance/versions', undefined],
    ['GET', '/api/decisions/allowance/versions/1/xml', undefined],
    ['POST', '/api/decisions/lint', { xml: '<a/>' }],
    ['POST', '/api/decisions/evaluation', { xml: '<a/>', decision: 'd', variables: {} }],
    ['POST', '/api/decisions/allowance/versions/1/evaluation', { decision: 'd', variables: {} }],
    ['PUT', '/api/decisions/allowance/draft', { xml: '<a/>' }],
    ['POST', '/api/decisions/allowance/draft/publication', undefined],
  ])('%s %s is for process admins', async (method, path, body) => {
    const zhang = await stage.as('zhang');
    expect((await zhang.call(method, path, body)).status).toBe(403);
    expect((await stage.stranger().call(method, path, body)).status).toBeGreaterThanOrEqual(401);
    const supervisor = await stage.as('supervisor');
    const allowed = (await supervisor.call(method, path, body)).status;
    expect(allowed).toBe(method === 'GET' ? 200 : 403);
  });
});
