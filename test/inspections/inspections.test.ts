import type { Session } from '../../tools/session/sign-in.js';
import { draftOf, upload, XIANGTANG, type Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';

const SMALL_CATERING = '210125002000';

const form = {
  creditCode: '92210399MA0XT0013G',
  businessName: '海城市响堂街道晓梅饭店',
  operatorName: '张晓梅',
  idNumber: '210399198604120024',
  phone: '19900000001',
  address: '海城市响堂街道永安路1号（演示）',
  premises: 'own',
  area: 60,
  floor: 1,
  seats: 20,
  categories: ['hot'],
  foodSafetyOfficer: '张晓梅',
  deliveryMethod: 'electronic',
  deliveryAddress: '海城市响堂街道永安路1号（演示）',
  addressConfirmed: true,
};
const found = { inspectedOn: '2026-11-27', findings: '现场与申请一致，符合要求。' };

interface Task {
  id: string;
  element: string;
  state: string;
}
interface Inspection {
  article: string | null;
  certificate: string | null;
  companions: { post: string; name: string; certificate: string }[];
  latest: { state: string; companion: string; reason: string | null } | null;
}

describe('an inspection on site', () => {
  let stage: ApiStage;
  let recorder: Session;
  let companion: Session;
  let number: string;
  let task: Task;
  let path: string;

  const waiting = (session: Session, element: string, view = 'pool') =>
    eventually(`${element} of ${number}`, async () => {
      const { items } = await session.get<{ items: Task[] }>(
        `/api/tasks?view=${view}&case=${number}`,
      );
      return items.find((one) => one.element === element);
    });
  const answer = (post: string) => ({
    companion: post,
    outcome: 'pass',
    opinion: '符合',
    form: found,
  });
  const postOf = async (name: string) => {
    const { companions } = await recorder.get<Inspection>(path);
    return companions.find((one) => one.name === name)!.post;
  };

  beforeAll(async () => {
    stage = await openApiStage({ workers: true });
    const zhang = await stage.as('zhang');
    const { materials } = await zhang.get<{ materials: { code: string; need: string }[] }>(
      `/api/items/${SMALL_CATERING}`,
    );
    const files: Record<string, string[]> = {};
    for (const { code } of materials) files[code] = [(await upload(zhang)).body.id];
    const draft = await draftOf(zhang, SMALL_CATERING, form, files, XIANGTANG);
    ({ number } = await zhang.post<{ number: string }>('/api/cases', { draft }));
    const handler = await stage.as('hc-market-handler');
    const accept = await waiting(handler, 'accept');
    await handler.put(`/api/tasks/${accept.id}/claim`);
    await handler.post(`/api/tasks/${accept.id}/completion`, { outcome: 'accept', form: {} });
    recorder = await stage.as('xt-market1');
    companion = await stage.as('xt-market2');
    task = await waiting(recorder, 'inspect');
    path = `/api/tasks/${task.id}/inspection`;
    await recorder.put(`/api/tasks/${task.id}/claim`);
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  it('is not completed by one person alone: article 34 is named', async () => {
    const body = { outcome: 'pass', opinion: '符合', form: found };
    const alone = await recorder.call<Problem>('POST', `/api/tasks/${task.id}/completion`, body);
    expect([alone.status, alone.body.code]).toEqual([422, 'inspection-needs-companion']);
    expect(alone.body.detail).toContain('行政许可法第三十四条');
  });

  it('offers as companions other holders of 执法证 of the body, never the recorder', async () => {
    const { article, certificate, companions } = await recorder.get<Inspection>(path);
    expect([article, certificate]).toEqual(['行政许可法第三十四条', '演示执法证-0399-0001']);
    expect(companions).toMatchObject([{ name: '杨慧敏', certificate: '演示执法证-0399-0002' }]);
  });

  it('refuses a companion without certificate, of another body, or the recorder again', async () => {
    for (const post of ['post-xt-market3-1', 'post-hc-fire-2', 'post-xt-market1-1', 'none']) {
      const refusal = await recorder.call<Problem>('POST', path, answer(post));
      expect([post, refusal.status, refusal.body.code]).toEqual([
        post,
        422,
        'companion-not-eligible',
      ]);
      expect(refusal.body.detail).toContain('第三十四条');
    }
  });

  it('refuses a recorder whose certificate ran out', async () => {
    const post = await postOf('杨慧敏');
    const change = (certificate: string | null) =>
      stage.dataSource.query(
        `UPDATE post SET enforcement_certificate = $1 WHERE id = 'post-xt-market1-1'`,
        [certificate],
      );
    await change(null);
    const refusal = await recorder.call<Problem>('POST', path, answer(post));
    expect([refusal.status, refusal.body.code]).toEqual([403, 'certificate-missing']);
    await change('演示执法证-0399-0001');
  });

  it('refuses a day that has not come', async () => {
    const late = {
      ...answer(await postOf('杨慧敏')),
      form: { ...found, inspectedOn: '2099-01-01' },
    };
    const refusal = await recorder.call<Problem>('POST', path, late);
    expect([refusal.status, refusal.body.code]).toEqual([422, 'form-invalid']);
    expect(refusal.body.errors).toMatchObject([{ field: '/inspectedOn' }]);
  });

  it('goes back to the recorder with the reason when the companion does not agree', async () => {
    await recorder.post(path, answer(await postOf('杨慧敏')));
    const asked = await waiting(companion, 'inspection-countersign', 'mine');
    const stolen = await recorder.call<Problem>('POST', `/api/tasks/${asked.id}/completion`, {
      outcome: 'confirm',
    });
    expect([stolen.status, stolen.body.code]).toEqual([403, 'task-of-another-department']);
    await companion.post(`/api/tasks/${asked.id}/completion`, {
      outcome: 'refuse',
      opinion: '没有查看后厨',
    });
    const { latest } = await recorder.get<Inspection>(path);
    expect(latest).toMatchObject({ state: 'refused', companion: '杨慧敏', reason: '没有查看后厨' });
    expect((await recorder.get<Task>(`/api/tasks/${task.id}`)).state).toBe('open');
  }, 60_000);

  it('waits for those asked to sign before it, whoever confirms', async () => {
    const signOff = (path: string, body: object) =>
      recorder.call(
        'POST',
        `/api/tasks/${task.id}/${path}`,
        { ...body, reason: '请核' },
        { 'idempotency-key': crypto.randomUUID() },
      );
    await recorder.post(path, answer(await postOf('杨慧敏')));
    const asked = await waiting(companion, 'inspection-countersign', 'mine');
    await signOff('sign-offs', { place: 'before', rule: 'all', posts: ['post-xt-market3-1'] });
    const early = await companion.call<Problem>('POST', `/api/tasks/${asked.id}/completion`, {
      outcome: 'confirm',
    });
    expect([early.status, early.body.code]).toEqual([409, 'sign-off-open']);
    expect((await companion.get<Task>(`/api/tasks/${asked.id}`)).state).toBe('open');
    const third = await stage.as('xt-market3');
    const signing = await waiting(third, 'sign-off', 'mine');
    await third.post(`/api/tasks/${signing.id}/completion`, { outcome: 'agree', opinion: '可' });
  }, 60_000);

  it('is done when the companion confirms, in the recorder’s name, with a record of both', async () => {
    await recorder.post(path, answer(await postOf('杨慧敏')));
    const asked = await waiting(companion, 'inspection-countersign', 'mine');
    await companion.post(`/api/tasks/${asked.id}/completion`, {
      outcome: 'confirm',
      opinion: '属实',
    });
    await eventually('the review after the inspection', async () => {
      const { items } = await (
        await stage.as('hc-market-reviewer')
      ).get<{ items: Task[] }>(`/api/tasks?case=${number}`);
      return items.find(({ element }) => element === 'review');
    });
    const [done] = await stage.dataSource.query<{ answer: { form: { inspectors: object[] } } }[]>(
      `SELECT answer FROM task WHERE id = $1 AND state = 'completed' AND outcome = 'pass'`,
      [task.id],
    );
    expect(done!.answer.form.inspectors).toMatchObject([
      { name: '陈立军', certificate: '演示执法证-0399-0001' },
      { name: '杨慧敏', certificate: '演示执法证-0399-0002' },
    ]);
    const record = await eventually('the record of inspection', async () => {
      const { documents } = await recorder.get<{
        documents: { id: string; kind: string; state: string }[];
      }>(`/api/cases/${number}`);
      return documents.find(
        ({ kind, state }) => kind === 'inspection-record' && state === 'issued',
      );
    });
    const { content } = await recorder.get<{ content: { paragraphs: { text: string }[] } }>(
      `/api/documents/${record.id}`,
    );
    const words = content.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain('记录人：陈立军，执法证号演示执法证-0399-0001');
    expect(words).toContain('同行核查人：杨慧敏，执法证号演示执法证-0399-0002');
    expect(words).toContain('行政许可法第三十四条');
  }, 60_000);
});
