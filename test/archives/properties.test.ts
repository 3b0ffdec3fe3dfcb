/** The four properties of a package, at both ends, how long it is kept, and who sees it. */
import { unzipSync, zipSync } from 'fflate';
import type { Session } from '../../tools/session/sign-in.js';
import { checkContents, checkPackage } from '../../src/papers/archives/checking.js';
import { fileTasks } from '../../src/papers/files/index.js';
import { inPlace } from '../../src/platform/compute/index.js';
import { PROVINCE } from '../../src/platform/nest-tokens.js';
import type { ProvinceDoor } from '../../src/province/index.js';
import { ERRAND } from '../province/servers.js';
import type { ApiStage } from '../api/stage.js';
import { FOOD_LICENCE } from '../official-documents/food-case.js';
import { eventually } from '../workflow/stage.js';
import { ALL, type ArchiveStage, openArchiveStage, type Package, sm3 } from './archive-stage.js';

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
});
