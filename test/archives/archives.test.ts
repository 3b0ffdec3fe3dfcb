import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Session } from '../../tools/session/sign-in.js';
import { checkPackage } from '../../src/papers/archives/checking.js';
import { requestByAct } from '../../src/papers/archives/index.js';
import { PROVINCE } from '../../src/platform/nest-tokens.js';
import type { ProvinceDoor } from '../../src/province/index.js';
import { callsAt, ERRAND } from '../province/servers.js';
import type { Problem } from '../api/applications.js';
import type { ApiStage } from '../api/stage.js';
import { caseWith, move } from '../official-documents/food-case.js';
import { eventually } from '../workflow/stage.js';
import {
  ALL,
  type ArchiveStage,
  collected,
  openArchiveStage,
  type Package,
  sm3,
} from './archive-stage.js';

describe('a finished case', () => {
  let at: ArchiveStage;
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    at = await openArchiveStage();
    ({ stage, admin } = at);
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);
  afterEach(() => stage.standIn.faults().clear());
  const finished = () => at.finished();
  const packageIn = (number: string, ...states: string[]) => at.packageIn(number, ...states);
  const download = (id: string) => at.download(id);

  it('is packed, checked, handed over and received, with a receipt', async () => {
    const number = await finished();
    await admin.post('/api/archives', { case: number });
    const found = await packageIn(number, 'received', 'failed');
    expect(found).toMatchObject({ state: 'received', findings: [], made: ALL, taken: ALL });
    expect(found.receiptNumber).toMatch(/^辽档接〔\d{4}〕\d{6}/);
    const bytes = await download(found.id);
    expect(sm3(bytes)).toBe(found.digest);
    // The archive's own copy is the very same.
    const kept = join(stage.standIn.dataDir, 'archives', `${found.id}.zip`);
    expect(readFileSync(kept).equals(bytes)).toBe(true);
    const [row] = await stage.dataSource.query<{ archived: boolean; state: string }[]>(
      `SELECT archived_at IS NOT NULL AS archived, state FROM cases WHERE number = $1`,
      [number],
    );
    expect(row).toEqual({ archived: true, state: 'archived' });
    const moves = await stage.dataSource.query<object[]>(
      `SELECT act, from_state, to_state, person_id, data FROM legal_move
        WHERE case_number = $1 AND at >= (SELECT archived_at FROM cases WHERE number = $1)`,
      [number],
    );
    expect(moves).toEqual([
      {
        ...{ act: 'archive', from_state: 'finished', to_state: 'archived' },
        ...{ person_id: 'p-admin', data: { receipt: found.receiptNumber } },
      },
    ]);
    const acts = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE target = $1 AND act LIKE 'archive.%' ORDER BY id`,
      [`case:${number}`],
    );
    expect(acts.map(({ act }) => act)).toEqual([
      'archive.request',
      'archive.packed',
      'archive.checked',
      'archive.handed-over',
      'archive.received',
      'archive.download',
    ]);
    const asked = `?matter=case:${number}&actor=system:archive-packages`;
    const [call] = await callsAt(stage.standIn.url, asked);
    expect(call).toMatchObject({ purpose: '电子档案归档移交', applicant: expect.any(String) });
  }, 60_000);

  it('is in its package with metadata, documents and materials, each under its SM3', async () => {
    const number = await finished();
    await admin.post('/api/archives', { case: number });
    const { id } = await packageIn(number, 'received');
    const entries = unzipSync(await download(id));
    const text = (path: string) => Buffer.from(entries[path]!).toString('utf8');
    const manifest = JSON.parse(text('manifest.json')) as {
      files: { path: string; digest: string }[];
    };
    expect(manifest.files.map(({ path }) => path)).toEqual([
      'metadata.xml',
      'metadata.json',
      '过程/申请表.json',
      '过程/办理过程.json',
      '过程/法定行为.json',
      '文书/01-收件凭证.pdf',
      '材料/01-layout-效果图.png',
    ]);
    for (const { path, digest } of manifest.files)
      expect([path, sm3(entries[path]!)]).toEqual([path, digest]);
    const xml = text('metadata.xml');
    for (const [field, value] of [
      ['电子文件号', number],
      ['立档单位名称', '海城市市场监督管理局'],
      ['保管期限', '30年'],
      ['申请人', '张晓梅'],
      ['签名规则', 'SM2/SM3'],
    ]) {
      expect(xml).toContain(`<${field}>${value}</${field}>`);
    }
  }, 60_000);

  it('is not packed before it is over and its documents are issued', async () => {
    const { number } = await caseWith(stage.dataSource, (one) =>
      move(one, 1, { act: 'accept', fromState: 'submitted', toState: 'accepted' }),
    );
    const open = await admin.call<Problem>('POST', '/api/archives', { case: number });
    expect([open.status, open.body.code]).toEqual([409, 'archive-not-ready']);
    await stage.dataSource.query(`UPDATE cases SET ended = true WHERE number = $1`, [number]);
    const waiting = await admin.call<Problem>('POST', '/api/archives', { case: number });
    expect([waiting.status, waiting.body.code]).toEqual([409, 'archive-not-ready']);
    expect(waiting.body.detail).toContain('还有 1 份文书没有出具');
  });

  it('whose diagram archives it is packed by itself once it is over', async () => {
    const { number } = await caseWith(stage.dataSource, collected);
    await stage.dataSource.transaction((manager) =>
      requestByAct(manager, { caseNumber: number, step: 3, moves: [{ act: 'archive' }] }),
    );
    const due = await eventually('why it waits', async () => {
      const found = await packageIn(number, 'due');
      return found.problem ? found : undefined;
    });
    expect(due.problem).toContain('办结');
    await stage.dataSource.query(`UPDATE cases SET ended = true WHERE number = $1`, [number]);
    await packageIn(number, 'received');
  }, 60_000);

  it('waits with the reason while the archive is away, and goes on when it is back', async () => {
    const number = await finished();
    stage.standIn.faults().set({ match: '/archives', mode: 'error' });
    await admin.post('/api/archives', { case: number });
    const stuck = await eventually('the failure to be told', async () => {
      const found = await packageIn(number, 'checked');
      return found.problem ? found : undefined;
    });
    expect(stuck.problem).toContain('省平台');
    stage.standIn.faults().clear();
    await packageIn(number, 'received');
  }, 60_000);

  it('whose package was changed on disk is found by the check, and packed anew when asked', async () => {
    const number = await finished();
    const folder = join(at.storage, 'archive');
    stage.standIn.faults().set({ match: '/archives', mode: 'error' });
    await admin.post('/api/archives', { case: number });
    const { id, digest } = await packageIn(number, 'checked');
    const file = readdirSync(folder).find((name) => name.startsWith(number))!;
    expect(existsSync(join(folder, file))).toBe(true);
    writeFileSync(join(folder, file), 'changed');
    // As if the check came now.
    await stage.dataSource.query(
      `UPDATE archive_package SET state = 'packed', next_attempt_at = now() WHERE id = $1`,
      [id],
    );
    const failed = await packageIn(number, 'failed');
    expect(failed.findings).toMatchObject([{ code: 'digest' }, ...failed.findings.slice(1)]);
    expect(failed.digest).toBe(digest);
    stage.standIn.faults().clear();
    await admin.post('/api/archives', { case: number });
    await packageIn(number, 'received');
    const again = await admin.call<Problem>('POST', '/api/archives', { case: number });
    expect([again.status, again.body.code]).toEqual([409, 'archive-under-way']);
  }, 60_000);

  it('that went on after it was received gets a new package, which names the old', async () => {
    const number = await finished();
    await admin.post('/api/archives', { case: number });
    const old = await packageIn(number, 'received');
    expect(old).toMatchObject({ follows: null, outdated: false });
    await stage.dataSource.query(
      `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state)
       VALUES ($1, 9, 'command:9', now(), 'void', 'archived', 'voided')`,
      [number],
    );
    expect((await packageIn(number, 'received')).outdated).toBe(true);
    await admin.post('/api/archives', { case: number });
    const next = await eventually('the next package received', async () => {
      const { items } = await admin.get<{ items: Package[] }>(`/api/archives?case=${number}`);
      const [newest, ...others] = items;
      expect(others.map(({ id }) => id)).toEqual([old.id]);
      return newest!.state === 'received' ? newest : undefined;
    });
    const { id, receiptNumber } = old;
    expect(next).toMatchObject({ follows: { id, receiptNumber }, outdated: false });
    const bytes = await download(next.id);
    const xml = Buffer.from(unzipSync(bytes)['metadata.xml']!).toString('utf8');
    expect(xml).toContain(`<归档包编号>${id}</归档包编号>`);
    expect(xml).toContain(`<接收回执号>${receiptNumber}</接收回执号>`);
    // Both ends see when it does not; the old one stays as it was.
    const unnamedOf = { caseNumber: number, follows: null };
    expect(checkPackage(bytes, sm3(bytes), unnamedOf)).toMatchObject([
      { property: 'authenticity', code: 'follows' },
    ]);
    const { archive } = stage.app.get<ProvinceDoor>(PROVINCE).on(ERRAND);
    const unnamed = await download(id);
    await archive.handOver(`unnamed-${number}`, sm3(unnamed), unnamed);
    const refused = await archive.receipt(`unnamed-${number}`);
    expect(refused).toMatchObject({ state: 'refused', reason: expect.stringContaining(next.id) });
    expect(sm3(unnamed)).toBe(old.digest);
  }, 60_000);

  it('is nobody’s to archive but the archivist’s of its department, and the administrator’s', async () => {
    const handler = await stage.as('hc-market-handler');
    expect((await handler.call('GET', '/api/archives')).status).toBe(403);
    await stage.dataSource.query(
      `UPDATE post SET role = 'archivist' WHERE id IN ('post-hc-market-seal-1', 'post-hc-fire-seal-1')`,
    );
    const number = await finished();
    const fire = await stage.as('hc-fire-seal');
    const foreign = await fire.call<Problem>('POST', '/api/archives', { case: number });
    expect([foreign.status, foreign.body.code]).toEqual([404, 'case-not-found']);
    const own = await stage.as('hc-market-seal');
    const { id } = await own.post<Package>('/api/archives', { case: number });
    await packageIn(number, 'received');
    expect((await fire.call('GET', `/api/archives/${id}/package`)).status).toBe(404);
    const { items } = await fire.get<{ items: Package[] }>('/api/archives');
    expect(items).toEqual([]);
  }, 60_000);
});
