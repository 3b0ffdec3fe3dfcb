import { createHash } from 'node:crypto';
import { sm2 } from 'sm-crypto-v2';
import type { Session } from '../../tools/session/sign-in.js';
import { approveDocument } from '../../src/papers/official-documents/approval.js';
import { draftDocuments, voidDocuments } from '../../src/papers/official-documents/index.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import type { Problem } from '../api/applications.js';
import { eventually } from '../workflow/stage.js';
import {
  accepted,
  caseOfType,
  caseWith,
  documentsOf,
  move,
  openFoodCase,
  refused,
  type DocumentRow,
} from './food-case.js';

const YEAR = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }).slice(0, 4);

describe('documents of official acts', () => {
  let stage: ApiStage;
  let keeper: Session;
  let zhang: Session;

  beforeAll(async () => {
    stage = await openApiStage();
    keeper = await stage.as('hc-market-seal');
    zhang = await stage.as('zhang');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  interface Task {
    id: string;
    caseNumber: string;
    name: string;
  }

  /** The seal keeper's or handler's side task of a case, claimed. */
  async function claimed(session: Session, caseNumber: string): Promise<Task> {
    const { items } = await session.get<{ items: Task[] }>(`/api/tasks?case=${caseNumber}`);
    expect(items).toHaveLength(1);
    await session.put(`/api/tasks/${items[0]!.id}/claim`);
    return items[0]!;
  }

  async function approved(caseNumber: string): Promise<void> {
    const task = await claimed(keeper, caseNumber);
    const answer = { outcome: 'approve', opinion: '同意用印' };
    await keeper.post(`/api/tasks/${task.id}/completion`, answer);
  }

  const issued = (caseNumber: string, kind: string): Promise<DocumentRow> =>
    eventually(`${kind} of ${caseNumber}`, async () => {
      const rows = await documentsOf(stage.dataSource, caseNumber);
      return rows.find((row) => row.kind === kind && row.state === 'issued');
    });

  async function pdfOf(session: Session, id: string): Promise<Buffer> {
    const address = new URL(`/api/documents/${id}/pdf`, stage.url);
    const response = await session.send(address);
    expect([response.status, response.headers.get('content-type')]).toEqual([
      200,
      'application/pdf',
    ]);
    return Buffer.from(await response.arrayBuffer());
  }

  it('are drafted once however often the act is recorded', async () => {
    const { number, documents } = await caseWith(stage.dataSource, accepted);
    expect(documents).toMatchObject([{ kind: 'acceptance-notice', state: 'awaiting-approval' }]);
    const again = await stage.dataSource.transaction((manager) =>
      draftDocuments(manager, [accepted(number)]),
    );
    expect(again).toEqual([]);
    expect(await documentsOf(stage.dataSource, number)).toEqual(documents);
  });

  it('of a step that never happened are void with their approval, and come back with the step', async () => {
    const { number } = await caseWith(stage.dataSource, accepted);
    await stage.dataSource.transaction((manager) =>
      voidDocuments(manager, { caseNumber: number, step: 1 }),
    );
    expect(await documentsOf(stage.dataSource, number)).toMatchObject([{ state: 'void' }]);
    const path = `/api/tasks?case=${number}`;
    expect((await keeper.get<{ items: Task[] }>(path)).items).toEqual([]);
    await stage.dataSource.transaction((manager) => draftDocuments(manager, [accepted(number)]));
    expect(await documentsOf(stage.dataSource, number)).toMatchObject([
      { kind: 'acceptance-notice', state: 'awaiting-approval' },
    ]);
    expect((await keeper.get<{ items: Task[] }>(path)).items).toHaveLength(1);
  });

  it('once approved have number, day, PDF and a seal over exactly that PDF', async () => {
    const { number } = await caseWith(stage.dataSource, refused);
    await approved(number);
    const row = await issued(number, 'refusal-decision');
    // The day in China, wherever the servers are.
    const [{ dated }] = await stage.dataSource.query<[{ dated: string }]>(
      `SELECT dated::text FROM official_document WHERE id = $1`,
      [row.id],
    );
    expect(dated).toBe(new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' }));
    expect(row.number).toMatch(new RegExp(`^海市监许不准字〔${YEAR}〕第\\d+号$`));
    const pdf = await pdfOf(zhang, row.id);
    expect(createHash('sm3').update(pdf).digest('hex')).toBe(row.digest);
    const whole = await zhang.get<{ signature: string; publicKey: string; digest: string }>(
      `/api/documents/${row.id}`,
    );
    const digest = Uint8Array.from(Buffer.from(whole.digest, 'hex'));
    const options = { hash: true, der: true };
    expect(sm2.doVerifySignature(digest, whole.signature, whole.publicKey, options)).toBe(true);
    const words = row.content!.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain('设备布局图缺少操作间');
    // 行政复议法 24: a county department's decision is reconsidered by the county's government.
    expect(words).toMatch(/六十日内依法向海城市人民政府申请行政复议/);
    expect(words).toMatch(/六个月内.*行政诉讼/);
  }, 60_000);

  it('of a vertical body name the next higher body of its line for reconsideration', async () => {
    const act = (number: string) => ({ ...refused(number), departmentId: 'o-210381-fire' });
    const { documents } = await caseWith(stage.dataSource, act);
    const fire = await stage.as('hc-fire-seal');
    const whole = await fire.get<{ content: { paragraphs: { text: string }[] } }>(
      `/api/documents/${documents[0]!.id}`,
    );
    const words = whole.content.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain('向鞍山市消防救援支队申请行政复议');
  });

  it('are not sealed by whoever did the act', async () => {
    const { documents } = await caseWith(stage.dataSource, accepted);
    const asking = stage.dataSource.transaction((manager) =>
      approveDocument(manager, documents[0]!.id, { personId: 'p-hc-market-handler' }),
    );
    await expect(asking).rejects.toMatchObject({ code: 'document-of-ones-own', status: 403 });
  });

  it('that are refused go back with the reason, are amended and approved', async () => {
    const { number } = await caseWith(stage.dataSource, refused);
    const first = await claimed(keeper, number);
    const silent = { outcome: 'return', opinion: '' };
    const bare = await keeper.call<Problem>('POST', `/api/tasks/${first.id}/completion`, silent);
    expect([bare.status, bare.body.code]).toEqual([422, 'return-reason-missing']);
    const why = { outcome: 'return', opinion: '理由没有写明依据' };
    await keeper.post(`/api/tasks/${first.id}/completion`, why);
    const handler = await stage.as('hc-market-handler');
    const amending = await claimed(handler, number);
    expect(amending.name).toBe('修改文书：不予行政许可决定书');
    await handler.post(`/api/tasks/${amending.id}/completion`, {
      outcome: 'resubmit',
      opinion: '已补充',
      form: { reason: '布局图缺操作间，不符合食品经营许可审查通则第九条。' },
    });
    await approved(number);
    const row = await issued(number, 'refusal-decision');
    expect(row.content!.paragraphs.map(({ text }) => text)).toContain(
      '布局图缺操作间，不符合食品经营许可审查通则第九条。',
    );
  }, 60_000);

  it('of a public service that is refused are a notice with reasons and remedies, no decision', async () => {
    const number = await caseOfType(stage.dataSource, '20', refused);
    await approved(number);
    const row = await issued(number, 'service-refusal-notice');
    expect(row.number).toMatch(new RegExp(`^海市监服不办字〔${YEAR}〕第\\d+号$`));
    expect(row.content!.title).toBe('不予办理告知书');
    const words = row.content!.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain('设备布局图缺少操作间');
    expect(words).toContain('申请行政复议');
    expect(await documentsOf(stage.dataSource, number)).toHaveLength(1);
  }, 60_000);

  it('are numbered without a gap by whoever approves at once, and an approval that fails takes none', async () => {
    const extend = (number: string) =>
      move(number, 3, {
        ...{ act: 'extend', fromState: 'accepted', toState: 'accepted' },
        ...{ reason: '需要核实材料', data: { days: 10 } },
      });
    const cases = await Promise.all(
      Array.from({ length: 12 }, () => caseWith(stage.dataSource, extend)),
    );
    const ids = cases.map(({ documents }) => documents[0]!.id);
    const outcomes = await Promise.allSettled(
      ids.map((id, index) =>
        stage.dataSource.transaction(async (manager) => {
          await approveDocument(manager, id, { personId: 'p-hc-market-seal' });
          if (index % 3 === 0) throw new Error('the transaction fails after the number was taken');
        }),
      ),
    );
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    const rows = await stage.dataSource.query<{ serial: number }[]>(
      `SELECT serial FROM official_document WHERE kind = 'extension-notice' AND serial IS NOT NULL
        ORDER BY serial`,
    );
    expect(rows.map(({ serial }) => serial)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  }, 60_000);

  it('wait, with the reason, while the seal service is away, and are sealed when it is back', async () => {
    stage.standIn.faults().set({ match: '/seals', mode: 'error' });
    const { number, documents } = await caseWith(stage.dataSource, (one) =>
      move(one, 1, { act: 'collect', fromState: 'submitted', toState: 'collected' }),
    );
    expect(documents).toMatchObject([{ kind: 'receipt', state: 'sealing' }]);
    const waiting = await eventually('the failure to be told', async () => {
      const admin = await stage.as('admin');
      const rows =
        await admin.get<{ caseNumber: string; problem: string | null }[]>('/api/documents');
      return rows.find((row) => row.caseNumber === number && row.problem !== null);
    });
    expect(waiting.problem).toContain('省平台');
    stage.standIn.faults().clear();
    const admin = await stage.as('admin');
    await admin.post(`/api/documents/${documents[0]!.id}/sealing-retry`);
    const row = await issued(number, 'receipt');
    // A receipt only proves: it is numbered by its case.
    expect(row.number).toBe(number);
  }, 60_000);

  it('are no applicant’s before they are issued, and nobody else’s after', async () => {
    const { number, documents } = await caseWith(stage.dataSource, accepted);
    const path = `/api/documents/${documents[0]!.id}`;
    expect((await zhang.call('GET', path)).status).toBe(404);
    const { documents: seen } = await zhang.get<{ documents: unknown[] }>(`/api/cases/${number}`);
    expect(seen).toEqual([]);
    const handler = await stage.as('hc-market-handler');
    const { documents: drafts } = await handler.get<{ documents: { state: string }[] }>(
      `/api/cases/${number}`,
    );
    expect(drafts).toMatchObject([{ state: 'awaiting-approval' }]);
    await approved(number);
    await issued(number, 'acceptance-notice');
    expect((await zhang.call('GET', path)).status).toBe(200);
    expect((await (await stage.as('wang')).call('GET', path)).status).toBe(404);
    expect((await stage.stranger().call('GET', path)).status).toBe(401);
  }, 60_000);

  it('are delivered when the applicant opens them: once, with a 送达回证', async () => {
    const { number } = await caseWith(stage.dataSource, accepted);
    await approved(number);
    const row = await issued(number, 'acceptance-notice');
    const first = await zhang.get<{ deliveredAt: string; deliveryWay: string }>(
      `/api/documents/${row.id}`,
    );
    expect(first.deliveryWay).toBe('electronic');
    const second = await zhang.get<{ deliveredAt: string }>(`/api/documents/${row.id}`);
    expect(second.deliveredAt).toBe(first.deliveredAt);
    const proof = await issued(number, 'proof-of-delivery');
    const words = proof.content!.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain(row.number);
    expect(words).toContain('张晓梅');
    const rows = await documentsOf(stage.dataSource, number);
    expect(rows.filter(({ kind }) => kind === 'proof-of-delivery')).toHaveLength(1);
  }, 60_000);

  it('are handed over at the window or by post by the department, with a parcel’s number', async () => {
    const { number } = await caseWith(stage.dataSource, accepted);
    await approved(number);
    const row = await issued(number, 'acceptance-notice');
    const path = `/api/cases/${number}/deliveries`;
    const handler = await stage.as('hc-market-handler');
    const bare = await handler.call<Problem>('POST', path, { way: 'post' });
    expect([bare.status, bare.body.code]).toEqual([422, 'tracking-number-missing']);
    const body = { way: 'post', trackingNumber: 'EMS0412000001' };
    const { delivered } = await handler.post<{ delivered: string[] }>(path, body);
    expect(delivered).toEqual([row.id]);
    const again = await handler.call<Problem>('POST', path, body);
    expect([again.status, again.body.code]).toEqual([409, 'nothing-to-deliver']);
    const proof = await issued(number, 'proof-of-delivery');
    const words = proof.content!.paragraphs.map(({ text }) => text).join('\n');
    expect(words).toContain('EMS0412000001');
  }, 60_000);

  it('are verified by anybody with the code, without personal data; the file is compared', async () => {
    const { number } = await caseWith(stage.dataSource, accepted);
    await approved(number);
    const row = await issued(number, 'acceptance-notice');
    const stranger = stage.stranger();
    const answer = await stranger.call<Record<string, unknown>>(
      'GET',
      `/api/verification/${row.code}`,
    );
    expect(answer.body).toMatchObject({
      ...{ name: '受理通知书', number: row.number, applicant: '张*梅', digest: row.digest },
      ...{ organisation: '海城市市场监督管理局', life: { state: 'valid' }, licence: null },
    });
    expect(JSON.stringify(answer.body)).not.toContain('张晓梅');
    const compare = async (bytes: Buffer) => {
      const form = new FormData();
      form.append('file', new Blob([new Uint8Array(bytes)]), 'x.pdf');
      const path = `/api/verification/${row.code}/comparison`;
      return (await stranger.call<{ same: boolean }>('POST', path, form)).body.same;
    };
    const pdf = await pdfOf(zhang, row.id);
    expect(await compare(pdf)).toBe(true);
    expect(await compare(Buffer.concat([pdf, Buffer.from(' ')]))).toBe(false);
    for (const code of ['0'.repeat(32), 'x', `${row.code}0`]) {
      expect((await stranger.call('GET', `/api/verification/${code}`)).status).toBe(404);
    }
    await stage.dataSource.query(
      `UPDATE official_document SET state = 'void', void_reason = '依法撤销' WHERE id = $1`,
      [row.id],
    );
    const voided = await stranger.call('GET', `/api/verification/${row.code}`);
    expect(voided.body).toMatchObject({ life: { state: 'voided', reason: '依法撤销' } });
  }, 60_000);

  it('hold back whoever tries codes', async () => {
    const stranger = stage.stranger();
    const statuses: number[] = [];
    for (let tried = 0; tried < 70 && !statuses.includes(429); tried += 1) {
      const code = createHash('md5').update(String(tried)).digest('hex');
      statuses.push((await stranger.call('GET', `/api/verification/${code}`)).status);
    }
    expect(statuses.at(-1)).toBe(429);
  }, 60_000);

  it('are written by the template that holds on their day; unknown fields are refused with their place', async () => {
    const admin = await stage.as('admin');
    const base = '/api/document-kinds/grant-decision';
    const renewed = '# 准予决定书（新）\n准予{{item}}。\n? {{reason}}\n? {{remedies}}';
    const wrong = await admin.call<Problem & { errors: { line: number; column: number }[] }>(
      'PUT',
      `${base}/template`,
      { body: '# 准予决定书\n准予{{itme}}。\n? {{reason}}\n? {{remedies}}' },
    );
    expect([wrong.status, wrong.body.code]).toEqual([422, 'template-invalid']);
    expect(wrong.body.errors).toMatchObject([{ line: 2, column: 3 }]);
    await admin.put(`${base}/template`, { body: renewed });
    const yesterday = { effectiveFrom: '2026-01-01' };
    const late = await admin.call<Problem>('POST', `${base}/template/publication`, yesterday);
    expect([late.status, late.body.code]).toEqual([409, 'effective-day-past']);
    await admin.post(`${base}/template/publication`, { effectiveFrom: '2099-01-01' });
    const grant = (number: string) =>
      move(number, 2, { act: 'grant', fromState: 'accepted', toState: 'granted' });
    const old = await caseWith(stage.dataSource, grant);
    await approved(old.number);
    const before = await issued(old.number, 'grant-decision');
    expect(before.content!.title).toBe('准予行政许可决定书');
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });
    await admin.put(`${base}/template`, { body: renewed });
    await admin.post(`${base}/template/publication`, { effectiveFrom: today });
    const next = await caseWith(stage.dataSource, grant);
    await approved(next.number);
    const after = await issued(next.number, 'grant-decision');
    expect(after.content!.title).toBe('准予决定书（新）');
    // What was issued by the old words keeps them.
    expect((await issued(old.number, 'grant-decision')).content).toEqual(before.content);
    const acts = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE target = 'document-kind:grant-decision' ORDER BY id`,
    );
    expect(acts.map(({ act }) => act.split('.')[1])).toEqual([
      'save',
      'publish',
      'save',
      'publish',
    ]);
    const handler = await stage.as('hc-market-handler');
    expect((await handler.call('GET', '/api/document-kinds')).status).toBe(403);
  }, 60_000);

  it('need no approval where an administrator says so', async () => {
    const admin = await stage.as('admin');
    const path = '/api/document-kinds/acceptance-notice/setting';
    await admin.put(path, { approval: false, approverRole: 'seal-keeper' });
    const { number, documents } = await caseWith(stage.dataSource, accepted);
    expect(documents).toMatchObject([{ state: 'sealing' }]);
    await issued(number, 'acceptance-notice');
    await admin.put(path, { approval: true, approverRole: 'seal-keeper' });
  }, 60_000);

  it('say who can mend it when a body has no 机关代字', async () => {
    const admin = await stage.as('admin');
    const { number } = await caseWith(stage.dataSource, accepted);
    const [word] = await admin.get<{ organisationId: string; word: string }[]>(
      `/api/document-words?q=${encodeURIComponent('海城市市场监督管理局')}`,
    );
    expect(word).toMatchObject({ organisationId: 'o-210381-market', word: '海市监' });
    await stage.dataSource.query(`DELETE FROM document_word WHERE organisation_id = $1`, [
      word!.organisationId,
    ]);
    const task = await claimed(keeper, number);
    const answer = { outcome: 'approve', opinion: '同意用印' };
    const path = `/api/tasks/${task.id}/completion`;
    const refusal = await keeper.call<Problem>('POST', path, answer);
    expect([refusal.status, refusal.body.code]).toEqual([409, 'document-word-missing']);
    await admin.put(`/api/document-words/${word!.organisationId}`, { word: '海市监' });
    await keeper.post(path, answer);
    await issued(number, 'acceptance-notice');
  }, 60_000);

  it('stay out of a case that is not there', async () => {
    const lost = stage.dataSource.transaction(async (manager) => {
      const number = await openFoodCase(manager);
      await draftDocuments(manager, [accepted(number)]);
      throw new Error(number);
    });
    const number = await lost.catch((error: Error) => error.message);
    expect(await documentsOf(stage.dataSource, String(number))).toEqual([]);
  });
});
