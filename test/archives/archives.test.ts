import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { unzipSync, zipSync } from 'fflate';
import type { Session } from '../../tools/session/sign-in.js';
import { checkContents, checkPackage } from '../../src/papers/archives/checking.js';
import { requestByAct } from '../../src/papers/archives/index.js';
import { fileTasks } from '../../src/papers/files/index.js';
import { inPlace } from '../../src/platform/compute/index.js';
import { PROVINCE } from '../../src/platform/nest-tokens.js';
import type { ProvinceDoor } from '../../src/province/index.js';
import { callsAt, ERRAND } from '../province/servers.js';
import { upload, type Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { caseWith, documentsOf, FOOD_LICENCE, move } from '../official-documents/food-case.js';
import { eventually } from '../workflow/stage.js';

interface Checked {
  property: string;
  passed: boolean;
  reasons: string[];
}

interface Package {
  id: string;
  caseNumber: string;
  state: string;
  digest: string;
  findings: { code: string; message: string }[];
  receiptNumber: string | null;
  retention: { period: string; source: string } | null;
  made: Checked[] | null;
  taken: Checked[] | null;
  follows: { id: string; receiptNumber: string | null } | null;
  outdated: boolean;
  problem: string | null;
}

/** Nothing found against any of the four. */
const ALL = ['authenticity', 'integrity', 'usability', 'security'].map((property) => ({
  ...{ property, passed: true, reasons: [] as string[] },
}));

const sm3 = (bytes: Uint8Array): string => createHash('sm3').update(bytes).digest('hex');

function replaceText(
  entries: Record<string, Uint8Array>,
  path: string,
  what: RegExp,
  by: string,
): void {
  const text = Buffer.from(entries[path]!).toString('utf8');
  expect(text).toMatch(what);
  entries[path] = Buffer.from(text.replaceAll(new RegExp(what, 'g'), by));
}

function listedAnew(entries: Record<string, Uint8Array>): Record<string, Uint8Array> {
  const { 'manifest.json': old, ...others } = entries;
  const manifest = JSON.parse(Buffer.from(old!).toString('utf8')) as object;
  const files = Object.entries(others).map(([path, bytes]) => ({
    ...{ path, size: bytes.length, digest: sm3(bytes) },
  }));
  return { ...others, 'manifest.json': Buffer.from(JSON.stringify({ ...manifest, files })) };
}

describe('a finished case', () => {
  let stage: ApiStage;
  let admin: Session;
  const storage = mkdtempSync(join(tmpdir(), 'storage-'));

  beforeAll(async () => {
    stage = await openApiStage({ env: { STORAGE_DIR: storage } });
    admin = await stage.as('admin');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);
  afterEach(() => stage.standIn.faults().clear());

  const collected = (number: string) =>
    move(number, 1, { act: 'collect', fromState: 'submitted', toState: 'collected' });

  /** One with a receipt and a material. @returns its number */
  async function finished(): Promise<string> {
    const { number } = await caseWith(stage.dataSource, collected);
    const { body } = await upload(await stage.as('zhang'));
    await stage.dataSource.query(
      `INSERT INTO case_material (case_number, material_code, file_id, source)
       VALUES ($1, 'layout', $2, 'upload')`,
      [number, body.id],
    );
    await eventually('its receipt', async () =>
      (await documentsOf(stage.dataSource, number)).find(({ state }) => state === 'issued'),
    );
    await stage.dataSource.query(
      `UPDATE cases SET ended = true, state = 'finished', finished_at = now() WHERE number = $1`,
      [number],
    );
    return number;
  }

  const packageIn = (number: string, ...states: string[]): Promise<Package> =>
    eventually(`the package of ${number} in ${states.join(' or ')}`, async () => {
      const { items } = await admin.get<{ items: Package[] }>(`/api/archives?case=${number}`);
      return items.find(({ state }) => states.includes(state));
    });

  const download = async (id: string): Promise<Buffer> => {
    const response = await admin.send(new URL(`/api/archives/${id}/package`, stage.url));
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

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

  it('is kept as long as its item says and on that ground, else as its type', async () => {
    const kept = async () => {
      const number = await finished();
      await admin.post('/api/archives', { case: number });
      const { id, retention } = await packageIn(number, 'received');
      const xml = Buffer.from(unzipSync(await download(id))['metadata.xml']!).toString('utf8');
      expect(xml).toContain(`<保管期限>${retention!.period}</保管期限>`);
      expect(xml).toContain(`<保管期限依据>${retention!.source}</保管期限依据>`);
      return retention;
    };
    expect(await kept()).toEqual({ period: '30年', source: expect.stringContaining('第8号') });
    const own = { period: '永久', source: '市档案馆归档范围表' };
    const say = (data: string, ...values: unknown[]) =>
      stage.dataSource.query(
        `UPDATE item SET data = ${data} WHERE code = '${FOOD_LICENCE}'`,
        values,
      );
    await say(`data || jsonb_build_object('retention', $1::jsonb)`, JSON.stringify(own));
    expect(await kept()).toEqual(own);
    await say(`data - 'retention'`);
  }, 60_000);

  it('shows its handlers where its package stands, and its applicant nothing of it', async () => {
    const number = await finished();
    await admin.post('/api/archives', { case: number });
    const { id } = await packageIn(number, 'received');
    const asSeenBy = async (account: string) =>
      (await (await stage.as(account)).get<{ archive: Package | null }>(`/api/cases/${number}`))
        .archive;
    expect(await asSeenBy('hc-market-handler')).toMatchObject({
      ...{ id, state: 'received', made: ALL, taken: ALL, retention: { period: '30年' } },
    });
    expect(await asSeenBy('zhang')).toBeNull();
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

  it('is asked about again while the archive is late, and while its receipt is another package’s', async () => {
    const number = await finished();
    const { standIn } = stage;
    standIn.faults().set({ match: '/archives/receipts', mode: 'late-receipt' });
    await admin.post('/api/archives', { case: number });
    const waits = (why: RegExp) =>
      eventually(`${number} to wait: ${why}`, async () => {
        const found = await packageIn(number, 'handed-over');
        return why.test(found.problem ?? '') ? found : undefined;
      });
    expect(await waits(/还在检测/)).toMatchObject({ made: ALL, taken: null });
    standIn.faults().clear();
    standIn.faults().set({ match: '/archives/receipts', mode: 'wrong-receipt' });
    await waits(/不是这个归档包/);
    standIn.faults().clear();
    expect(await packageIn(number, 'received')).toMatchObject({ taken: ALL });
  }, 90_000);

  it('that the archive refuses says which of the four properties it misses, and is handed over anew', async () => {
    const number = await finished();
    stage.standIn.faults().set({ match: '/archives/taking', mode: 'refused-receipt' });
    await admin.post('/api/archives', { case: number });
    const refused = await packageIn(number, 'failed');
    const taken = refused.taken!.filter(({ passed }) => !passed);
    expect(taken).toMatchObject([{ property: 'authenticity' }]);
    expect(taken[0]!.reasons[0]).toContain('纸质目录');
    expect(refused).toMatchObject({ made: ALL, findings: [{ code: 'refused' }] });
    stage.standIn.faults().clear();
    await admin.post('/api/archives', { case: number });
    expect(await packageIn(number, 'received')).toMatchObject({ findings: [], taken: ALL });
  }, 60_000);

  /** Of each property, what breaks it; the list of files is written anew, so that nothing else is wrong. */
  it.each<[string, (entries: Record<string, Uint8Array>) => void]>([
    [
      'authenticity',
      (entries) => replaceText(entries, 'metadata.json', /"number": "\d+"/, '"number": "1"'),
    ],
    ['integrity', (entries) => delete entries['过程/法定行为.json']],
    ['usability', (entries) => (entries['材料/01-layout-效果图.png'] = Buffer.from('no picture'))],
    [
      'security',
      (entries) => (entries['材料/../../01.png'] = entries['材料/01-layout-效果图.png']!),
    ],
  ])(
    'whose package lacks %s is found out at both ends',
    async (property, spoil) => {
      const number = await finished();
      await admin.post('/api/archives', { case: number });
      const { id } = await packageIn(number, 'received');
      const entries = unzipSync(await download(id));
      spoil(entries);
      const bytes = zipSync(property === 'integrity' ? entries : listedAnew(entries));
      const found = [
        ...checkPackage(bytes, sm3(bytes), { caseNumber: number, follows: null }),
        ...(await checkContents(inPlace(fileTasks), bytes)),
      ];
      expect([...new Set(found.map((one) => one.property))]).toEqual([property]);
      const { archive } = stage.app.get<ProvinceDoor>(PROVINCE).on(ERRAND);
      const key = `spoilt-${property}-${number}`;
      await archive.handOver(key, sm3(bytes), Buffer.from(bytes));
      const { state, checks } = await archive.receipt(key);
      expect(state).toBe('refused');
      const failed = checks.filter(({ passed }) => !passed).map((one) => one.property);
      // It is also not the next package of its case, which is a lack of authenticity of its own.
      expect(failed.filter((one) => one !== 'authenticity' || one === property)).toEqual([
        property,
      ]);
    },
    60_000,
  );

  it('whose package was changed on disk is found by the check, and packed anew when asked', async () => {
    const number = await finished();
    const folder = join(storage, 'archive');
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
