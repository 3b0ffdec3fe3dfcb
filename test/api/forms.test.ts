/** Forms as versions: kept with faults, published without, and what began with one keeps it. */
import { readFileSync } from 'node:fs';
import type { FormContent } from '../../src/catalogue/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import { eventually } from '../workflow/stage.js';
import { Retention } from '../../src/handling/retention/retention.js';
import { STORAGE } from '../../src/papers/index.js';
import { shopSignDraft, upload, type Problem } from './applications.js';
import { newField, publishWith } from './form-fields.js';
import { openApiStage, type ApiStage } from './stage.js';
import { taskAt } from './ways-stage.js';
import { dropDraft } from '../versions/drop-draft.js';

interface Saved {
  version: number;
  revision: string;
  findings: { rule: string; element?: string }[];
}

const plain: FormContent = {
  schema: {
    ...{ title: '试办申请表', type: 'object', required: ['name'] },
    properties: { name: { type: 'string', title: '姓名', maxLength: 50 } },
  },
  uiSchema: {},
};
const wrong = {
  ...plain,
  schema: {
    ...plain.schema,
    properties: { name: { type: 'string', title: '姓名', 'x-shown': 'owner = 1' } },
  },
};

describe('forms', () => {
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    admin = await stage.as('admin');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const save = (id: string, content: object) =>
    admin.call<Saved & Problem>('PUT', `/api/forms/${id}/draft`, content);
  const publish = (id: string, note = '') =>
    admin.call<{ version: number } & Problem>('POST', `/api/forms/${id}/draft/publication`, {
      note,
    });
  const contentOf = (id: string, version: number) =>
    admin.get<FormContent>(`/api/forms/${id}/versions/${version}`);

  it('are kept with their faults, told each with its field, and published without any', async () => {
    const saved = await save('trial', wrong);
    expect(saved).toMatchObject({
      status: 200,
      body: { version: 1, findings: [{ rule: 'condition-wrong', element: 'name' }] },
    });
    expect(await publish('trial')).toMatchObject({
      status: 422,
      body: { code: 'form-has-findings', detail: expect.stringContaining('“姓名”') as string },
    });
    expect((await save('trial', plain)).body.findings).toEqual([]);
    expect(await publish('trial', '第一版')).toMatchObject({ status: 200, body: { version: 1 } });
    const { items } = await admin.get<{ items: object[] }>('/api/forms/trial/versions');
    expect(items).toEqual([expect.objectContaining({ state: 'published', note: '第一版' })]);
    expect(await contentOf('trial', 1)).toEqual({ ...plain, uiSchema: { 'ui:order': ['name'] } });
  });

  it.each<[string, object, number, string]>([
    ['what is no form', { schema: { $ref: '#' }, uiSchema: {} }, 400, 'bad-form'],
    ['looks of another renderer', { ...plain, uiSchema: { 'ui:field': 'x' } }, 400, 'bad-form'],
    [
      'what is deeper than any form',
      { ...plain, uiSchema: JSON.parse('{"a":'.repeat(30) + '{}' + '}'.repeat(30)) as object },
      400,
      'bad-form',
    ],
  ])('are not kept: %s', async (_what, content, status, code) => {
    expect(await save('bad', content)).toMatchObject({ status, body: { code } });
  });

  it('are shown in the order in which they were written', async () => {
    const names = ['surname', 'b', 'givenName', 'a'];
    const properties = Object.fromEntries(
      names.map((name) => [name, { type: 'string', title: name }]),
    );
    await save('ordered', { ...plain, schema: { ...plain.schema, required: [], properties } });
    expect((await contentOf('ordered', 1)).uiSchema['ui:order']).toEqual(names);
    const shipped = await contentOf('road-occupation', 1);
    const file = JSON.parse(
      readFileSync('bpmn/processes/forms/road-occupation.schema.json', 'utf8'),
    ) as { properties: object };
    expect(shipped.uiSchema['ui:order']).toEqual(Object.keys(file.properties));
  });

  it('are not kept under what no address can say', async () => {
    const answer = await admin.call('PUT', '/api/forms/A%20b/draft', plain);
    expect(answer).toMatchObject({ status: 400, body: { code: 'bad-form-id' } });
  });

  it('are retired only where nobody uses them', async () => {
    const retire = (id: string) => admin.call<Problem>('POST', `/api/forms/${id}/retirement`);
    expect(await retire('shop-sign')).toMatchObject({
      status: 409,
      body: { code: 'form-of-the-platform' },
    });
    await save('used', plain);
    await publish('used');
    await stage.dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state, published_at)
       SELECT '21209900X000', 1, kind, type, '试办事项',
              data || '{"form": "used", "name": "试办事项", "processVariables": ["name", "phone"]}',
              state, now()
         FROM item WHERE code = '212045001000'`,
    );
    expect(await admin.get('/api/forms/used/usage')).toMatchObject({
      items: [{ name: '试办事项' }],
      processes: [],
    });
    const refused = await retire('used');
    expect(refused).toMatchObject({ status: 409, body: { code: 'form-in-use' } });
    expect(refused.body.detail).toContain('事项“试办事项”');
    // What is to come is in use too, and goes on finding its fields in what is published; what it never
    // found holds nothing up.
    await stage.dataSource.query(
      `UPDATE item SET effective_from = current_date + 30 WHERE code = '21209900X000'`,
    );
    expect((await retire('used')).body.code).toBe('form-in-use');
    await save('used', { ...plain, schema: { ...plain.schema, title: '试办申请表（新）' } });
    expect((await publish('used')).status).toBe(200);
    const { name } = plain.schema.properties!;
    const other = { ...plain.schema, required: [], properties: { title: name! } };
    await save('used', { ...plain, schema: other });
    const broken = await publish('used');
    expect([broken.status, broken.body.code]).toEqual([422, 'form-breaks-items']);
    expect(broken.body.detail).toMatch(/事项“试办事项”：.*没有字段 name/);
    expect(broken.body.errors).toHaveLength(1);
    await dropDraft(admin, { kind: 'form', key: 'used', path: '/api/forms/used/draft' });
    await stage.dataSource.query(`DELETE FROM item WHERE code = '21209900X000'`);
    expect((await retire('used')).status).toBe(204);
    expect((await retire('used')).body.code).toBe('form-not-found');
    expect(await contentOf('used', 1)).toMatchObject({ schema: plain.schema });
  });

  it('stay with the cases, tasks and processes that began with them', async () => {
    const zhang = await stage.as('zhang');
    const submitted = async () => {
      const draft = await shopSignDraft(zhang);
      return (await zhang.post<{ number: string }>('/api/cases', { draft })).number;
    };
    const shown = async (number: string) => {
      const one = await zhang.get<{ formSchema: { title: string } }>(`/api/cases/${number}`);
      return one.formSchema.title;
    };
    const before = await submitted();
    const first = await contentOf('shop-sign', 1);
    await save('shop-sign', { ...first, schema: { ...first.schema, title: '招牌申请表（新）' } });
    expect((await publish('shop-sign')).body.version).toBe(2);
    const after = await submitted();
    expect(await shown(before)).toBe(first.schema.title);
    expect(await shown(after)).toBe('招牌申请表（新）');

    const urban = await stage.as('xt-urban');
    const task = await eventually('the task', async () => {
      const { items } = await urban.get<{ items: { id: string; element: string }[] }>(
        `/api/tasks?case=${before}`,
      );
      return items.find(({ element }) => element === 'record');
    });
    const record = await contentOf('sign-record', 1);
    await save('sign-record', { ...record, schema: { ...record.schema, title: '记录（新）' } });
    await publish('sign-record');
    const asked = await urban.get<{ formSchema: { title: string } }>(`/api/tasks/${task.id}`);
    expect(asked.formSchema.title).toBe(record.schema.title);
    expect(await admin.get('/api/forms/sign-record/usage')).toMatchObject({
      processes: [{ id: 'shop-sign', formVersion: 1 }],
      tasks: [{ formVersion: 1, open: expect.any(Number) as number }],
    });

    const { xml } = await admin.get<{ xml: string }>('/api/processes/shop-sign/versions/1/xml');
    await admin.put('/api/processes/shop-sign/draft', { name: '招牌', xml });
    await admin.post('/api/processes/shop-sign/draft/publication', {});
    expect(await admin.get('/api/forms/sign-record/usage')).toMatchObject({
      processes: [{ id: 'shop-sign', version: 2, formVersion: 2 }],
    });
  }, 60_000);

  it('of a task take files and places as strictly as an application does, and the case keeps the files', async () => {
    await publishWith(admin, 'sign-record', {
      photos: newField('file', '现场照片'),
      site: newField('address', '现场地址'),
    });
    const { xml } = await admin.get<{ xml: string }>('/api/processes/shop-sign/versions/1/xml');
    await admin.put('/api/processes/shop-sign/draft', { name: '招牌', xml });
    await admin.post('/api/processes/shop-sign/draft/publication', {});
    const zhang = await stage.as('zhang');
    const draft = await shopSignDraft(zhang);
    const { number } = await zhang.post<{ number: string }>('/api/cases', { draft });
    const urban = await stage.as('xt-urban');
    const task = await taskAt(urban, number, 'record');
    await urban.put(`/api/tasks/${task}/claim`);
    const complete = (form: object) =>
      urban.call<Problem>('POST', `/api/tasks/${task}/completion`, { outcome: 'accept', form });

    const theirs = (await upload(zhang)).body.id;
    const nowhere = { region: '999999', place: '哪里也不是', detail: '永安路1号' };
    const wrong = await complete({ photos: [theirs], site: nowhere });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'form-invalid']);
    expect(wrong.body.errors!.map(({ field }) => field)).toEqual(['/site/region', '/photos']);

    const photo = (await upload(urban)).body.id;
    const old = async () => {
      await stage.dataSource.query(
        `UPDATE stored_file SET created_at = now() - interval '31 days'`,
      );
      await new Retention(stage.dataSource, stage.app.get(STORAGE)).run();
      return (await urban.call('GET', `/api/files/${photo}`)).status;
    };
    await urban.put(`/api/tasks/${task}/draft`, { form: { photos: [photo] } });
    expect(await old()).toBe(200);
    expect((await complete({ photos: [photo] })).status).toBe(200);
    expect(await old()).toBe(200);

    const materials = async (session: Session) =>
      (await session.get<{ materials: object[] }>(`/api/cases/${number}`)).materials;
    expect(await materials(urban)).toContainEqual(
      expect.objectContaining({ name: '即办核对：现场照片', fileId: photo }),
    );
    // What the handlers note among themselves is not the applicant's to open.
    expect(await materials(zhang)).not.toContainEqual(expect.objectContaining({ fileId: photo }));
    expect((await zhang.call('GET', `/api/files/${photo}`)).status).toBe(404);
    const colleague = await stage.as('xt-urban2');
    expect((await colleague.call('GET', `/api/files/${photo}`)).status).toBe(200);
  }, 60_000);
});
