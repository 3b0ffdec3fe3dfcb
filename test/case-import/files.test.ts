/** Papers of an older system: handed in beside its table, named in its lines, attached to its cases. */
import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import type { Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { eventually } from '../workflow/stage.js';
import { finished, tableOf } from './tables.js';

const PICTURE = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
);

interface Run {
  id: string;
  state: string;
  ready: number;
  faulty: number;
}

interface Line {
  sourceNumber: string;
  caseNumber: string | null;
  errors: { column: string; code: string }[];
}

const withFiles = (number: string, files: string) => finished(number, { files });

describe('papers of an older system', () => {
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    stage = await openApiStage();
    admin = await stage.as('admin');
  }, 180_000);
  afterAll(() => stage?.close(), 30_000);

  const keep = (name: string, bytes: Uint8Array<ArrayBuffer>, session = admin) => {
    const form = new FormData();
    form.set('file', new Blob([bytes]), name);
    const path = '/api/bringing-overs/files?sourceSystem=old-papers';
    return session.call<Problem & { id: string }>('POST', path, form);
  };

  const check = async (lines: Record<string, string>[]) => {
    const form = new FormData();
    form.set('file', new Blob([tableOf(lines)]), '旧系统.csv');
    const path = '/api/bringing-overs?sourceSystem=old-papers';
    const key = { 'idempotency-key': randomUUID() };
    return (await admin.call<Run>('POST', path, form, key)).body;
  };

  const linesOf = async (id: string) =>
    (await admin.get<{ items: Line[] }>(`/api/bringing-overs/${id}/lines`)).items;

  it('are looked at, not believed, and taken from those alone who bring cases over', async () => {
    const program = new Uint8Array(2048);
    program.set(Buffer.from('MZ'));
    const disguised = await keep('占道平面.pdf', program);
    expect([disguised.status, disguised.body.code]).toEqual([422, 'file-not-what-it-says']);
    const stranger = await keep('占道平面.png', PICTURE, await stage.as('zhang'));
    expect(stranger.status).toBe(403);
  }, 60_000);

  it('are found by their names in a dry run, each fault told', async () => {
    expect((await keep('占道平面.png', PICTURE)).status).toBe(201);
    const run = await check([
      withFiles('P1', 'occupation-plan=占道平面.png'),
      withFiles('P2', 'occupation-plan=没有上传.png'),
      withFiles('P3', 'no-such=占道平面.png'),
      withFiles('P4', '占道平面.png'),
      withFiles('P5', Array.from({ length: 21 }, () => 'occupation-plan=占道平面.png').join(';')),
    ]);
    expect(run).toMatchObject({ ready: 1, faulty: 4 });
    const faults = (await linesOf(run.id)).map(({ errors }) => errors.map(({ code }) => code));
    expect(faults).toEqual([
      [],
      ['file-missing'],
      ['unknown-material'],
      ['bad-files'],
      ['bad-files'],
    ]);
  }, 60_000);

  it('are materials of the cases they came with, to be read by their handlers', async () => {
    const newer = (await keep('占道平面.png', PICTURE)).body.id;
    const run = await check([withFiles('Q1', 'occupation-plan=占道平面.png')]);
    await admin.call('POST', `/api/bringing-overs/${run.id}/run`);
    await eventually('the file to be brought over', async () => {
      const { state } = await admin.get<Run>(`/api/bringing-overs/${run.id}`);
      return state === 'done' || undefined;
    });
    const [line] = await linesOf(run.id);
    const approver = await stage.as('hc-housing-approver');
    const { materials } = await approver.get<{ materials: { code: string; fileId: string }[] }>(
      `/api/cases/${line!.caseNumber}`,
    );
    expect(materials).toContainEqual(
      expect.objectContaining({ code: 'occupation-plan', fileId: newer, name: expect.anything() }),
    );
    const file = await approver.call('GET', `/api/files/${newer}`);
    expect([file.status, file.headers.get('content-type')]).toEqual([200, 'image/png']);
  }, 60_000);
});
