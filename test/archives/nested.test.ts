/** 一件事: each part has its own package, and the whole's holds them as the archive has signed for them. */
import { unzipSync, zipSync } from 'fflate';
import type { Session } from '../../tools/session/sign-in.js';
import { checkPackage } from '../../src/papers/archives/checking.js';
import { PROVINCE } from '../../src/platform/nest-tokens.js';
import type { ProvinceDoor } from '../../src/province/index.js';
import { ERRAND } from '../province/servers.js';
import type { ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';
import { ALL, type ArchiveStage, openArchiveStage, type Package, sm3 } from './archive-stage.js';

describe('a finished 一件事', () => {
  let at: ArchiveStage;
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    at = await openArchiveStage();
    ({ stage, admin } = at);
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);
  afterEach(() => stage.standIn.faults().clear());

  async function matter(): Promise<{ whole: string; parts: string[] }> {
    const [whole, ...parts] = [await at.finished(), await at.finished(), await at.finished()];
    await stage.dataSource.query(
      `UPDATE cases SET parent_number = $1, parent_occurrence = number WHERE number = ANY ($2)`,
      [whole, parts],
    );
    return { whole: whole!, parts };
  }

  const namesOf = (entries: object) => Object.keys(entries).filter((path) => /^子件/.test(path));

  it('is a nested package of its parts’ packages, which are asked for and signed for first', async () => {
    const { whole, parts } = await matter();
    stage.standIn.faults().set({ match: '/archives/receipts', mode: 'late-receipt' });
    await admin.post('/api/archives', { case: whole });
    const waits = await eventually('the whole to wait for its parts', async () => {
      const found = await at.packageIn(whole, 'due');
      return found.problem ? found : undefined;
    });
    expect(waits.problem).toContain('等待');
    stage.standIn.faults().clear();
    const packed = await at.packageIn(whole, 'received');
    expect(packed).toMatchObject({ made: ALL, taken: ALL });
    const own = await Promise.all(parts.map((part) => at.packageIn(part, 'received')));
    expect(packed.parts).toMatchObject(
      own.map(({ caseNumber, receiptNumber }) => ({
        ...{ caseNumber, receiptNumber, state: 'received' },
      })),
    );
    const entries = unzipSync(await at.download(packed.id));
    expect(namesOf(entries)).toEqual(parts.map((part, index) => `子件/0${index + 1}-${part}.zip`));
    for (const [index, path] of namesOf(entries).entries())
      expect(sm3(entries[path]!)).toBe(own[index]!.digest);
    const xml = Buffer.from(entries['metadata.xml']!).toString('utf8');
    expect(xml).toContain('<封装包类型>嵌套封装包</封装包类型>');
    for (const { id, receiptNumber } of own) {
      expect(xml).toContain(`<归档包编号>${id}</归档包编号>`);
      expect(xml).toContain(`<接收回执号>${receiptNumber}</接收回执号>`);
    }
    const [row] = await stage.dataSource.query<{ state: string }[]>(
      `SELECT string_agg(DISTINCT state, ' ') AS state FROM cases WHERE number = ANY ($1)`,
      [[whole, ...parts]],
    );
    expect(row).toEqual({ state: 'archived' });
    // Who applied still sees how each part ended.
    await stage.dataSource.query(
      `UPDATE cases SET outcome = CASE number WHEN $1 THEN 'refused' ELSE 'granted' END
        WHERE number = ANY ($2)`,
      [parts[0], parts],
    );
    const applicant = await stage.as('zhang');
    const { children } = await applicant.get<{ children: { number: string; state: string }[] }>(
      `/api/cases/${whole}`,
    );
    expect(children.map(({ number, state }) => [number, state])).toEqual(
      parts.map((part, index) => [part, index === 0 ? 'refused' : 'finished']),
    );
  }, 90_000);

  it('of which a part went on gets a new package, which names the old and holds the part’s new one', async () => {
    const { whole, parts } = await matter();
    await admin.post('/api/archives', { case: whole });
    const old = await at.packageIn(whole, 'received');
    expect(old.outdated).toBe(false);
    await stage.dataSource.query(
      `INSERT INTO legal_move (case_number, step, cause, at, act, from_state, to_state)
       VALUES ($1, 9, 'command:9', now(), 'void', 'archived', 'voided')`,
      [parts[0]],
    );
    expect((await at.packageIn(whole, 'received')).outdated).toBe(true);
    await admin.post('/api/archives', { case: whole });
    const next = await eventually('the next package received', async () => {
      const { items } = await admin.get<{ items: Package[] }>(`/api/archives?case=${whole}`);
      return items[0]!.id !== old.id && items[0]!.state === 'received' ? items[0] : undefined;
    });
    expect(next.follows?.id).toBe(old.id);
    const again = await at.packageIn(parts[0]!, 'received');
    const entries = unzipSync(await at.download(next.id));
    expect(sm3(entries[namesOf(entries)[0]!]!)).toBe(again.digest);
    expect(again.follows).not.toBeNull();
  }, 90_000);

  it('without one of its parts is found out at both ends', async () => {
    const { whole } = await matter();
    await admin.post('/api/archives', { case: whole });
    const { id } = await at.packageIn(whole, 'received');
    const entries = unzipSync(await at.download(id));
    const path = namesOf(entries)[1]!;
    delete entries[path];
    const text = Buffer.from(entries['manifest.json']!).toString('utf8');
    const manifest = JSON.parse(text) as { files: { path: string }[] };
    manifest.files = manifest.files.filter((one) => one.path !== path);
    entries['manifest.json'] = Buffer.from(JSON.stringify(manifest));
    const bytes = Buffer.from(zipSync(entries));
    expect(checkPackage(bytes, sm3(bytes), { caseNumber: whole })).toMatchObject([
      { property: 'integrity', message: expect.stringContaining('2 个事项') },
    ]);
    const { archive } = stage.app.get<ProvinceDoor>(PROVINCE).on(ERRAND);
    await archive.handOver(`lacking-${whole}`, sm3(bytes), bytes);
    const { state, checks } = await archive.receipt(`lacking-${whole}`);
    expect(state).toBe('refused');
    expect(checks).toContainEqual(
      expect.objectContaining({ property: 'integrity', passed: false }),
    );
  }, 90_000);
});
