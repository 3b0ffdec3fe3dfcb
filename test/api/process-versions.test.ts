/** Versions of a process: why each was published, what two of them differ in, and how one ends. */
import type { Session } from '../../tools/session/sign-in.js';
import type { DifferenceListDto } from '../../src/versions/version.dto.js';
import type { Problem } from './applications.js';
import { openApiStage, type ApiStage } from './stage.js';

interface Version {
  version: number;
  state: string;
  note: string;
}

const PATH = '/api/processes/notice';

const drawn = (limit: string) => `<?xml version="1.0" encoding="UTF-8"?>
<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:onestop="urn:onestop:bpmn:1" id="d" targetNamespace="urn:test">
  <bpmn:process id="notice" name="告知" isExecutable="true">
    <bpmn:startEvent id="start"><bpmn:outgoing>f1</bpmn:outgoing></bpmn:startEvent>
    <bpmn:userTask id="handle" name="承办" onestop:level="county" onestop:role="handler" onestop:limit="${limit}"><bpmn:incoming>f1</bpmn:incoming><bpmn:outgoing>f2</bpmn:outgoing></bpmn:userTask>
    <bpmn:endEvent id="finished"><bpmn:incoming>f2</bpmn:incoming></bpmn:endEvent>
    <bpmn:sequenceFlow id="f1" sourceRef="start" targetRef="handle" />
    <bpmn:sequenceFlow id="f2" sourceRef="handle" targetRef="finished" />
  </bpmn:process>
</bpmn:definitions>`;

describe('versions of a process', () => {
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    stage = await openApiStage();
    admin = await stage.as('admin');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const publish = async (limit: string, note?: string) => {
    await admin.call('PUT', `${PATH}/draft`, { xml: drawn(limit), name: '告知' });
    return admin.call<Problem>('POST', `${PATH}/draft/publication`, { note });
  };
  const versions = async () =>
    (await admin.get<{ items: Version[] }>(`${PATH}/versions`)).items.map(
      ({ version, state, note }) => [version, state, note],
    );
  const listed = async () =>
    (
      await admin.get<{
        items: { id: string; publishedVersion: number | null; retired: boolean }[];
      }>('/api/processes')
    ).items.find(({ id }) => id === 'notice');

  it('carry the note of who published them, and are compared property by property', async () => {
    expect((await publish('5wd', '首次编制')).status).toBe(200);
    expect((await publish('3wd', '压缩时限')).status).toBe(200);
    expect(await versions()).toEqual([
      [2, 'published', '压缩时限'],
      [1, 'retired', '首次编制'],
    ]);
    const compared = '/api/definitions/process/notice/differences';
    const { differences } = await admin.get<DifferenceListDto>(`${compared}?before=1&after=2`);
    expect(differences).toEqual([
      {
        ...{ change: 'changed', place: 'handle', name: '承办' },
        ...{ property: 'limit', before: '5wd', after: '3wd' },
      },
    ]);
    const missing = await admin.call<Problem>('GET', `${compared}?before=1&after=9`);
    expect([missing.status, missing.body.code]).toEqual([404, 'version-not-found']);
  });

  it('are retired where no item begins cases by them, and published again', async () => {
    const used = await admin.call<Problem>('POST', '/api/processes/shop-sign/retirement');
    expect([used.status, used.body.code]).toEqual([409, 'process-in-use']);
    expect(used.body.detail).toMatch(/事项“/);
    expect((await admin.call('POST', `${PATH}/retirement`)).status).toBe(204);
    expect(await listed()).toMatchObject({ publishedVersion: null, retired: true });
    const again = await admin.call<Problem>('POST', `${PATH}/retirement`);
    expect([again.status, again.body.code]).toEqual([404, 'process-not-found']);
    expect((await publish('3wd', '恢复使用')).status).toBe(200);
    expect(await listed()).toMatchObject({ publishedVersion: 3, retired: false });
  });

  it('are deleted where no case ever used them', async () => {
    const shipped = await admin.call<Problem>('DELETE', '/api/processes/benchmark');
    expect(shipped.status).toBe(409);
    await stage.dataSource.query(
      `UPDATE process_version SET created_by = 'system' WHERE process_id = 'notice' AND version = 1`,
    );
    const brought = await admin.call<Problem>('DELETE', PATH);
    expect([brought.status, brought.body.code]).toEqual([409, 'process-comes-with-platform']);
    await stage.dataSource.query(
      `UPDATE process_version SET created_by = 'p-admin' WHERE process_id = 'notice'`,
    );
    expect((await admin.call('DELETE', PATH)).status).toBe(204);
    expect(await listed()).toBeUndefined();
    const gone = await admin.call<Problem>('DELETE', PATH);
    expect([gone.status, gone.body.code]).toEqual([404, 'process-not-found']);
  });
});
