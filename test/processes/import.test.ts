/** A file of another engine: read, its work given to adapters, kept and published. */
import type { Session } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from '../api/stage.js';

interface Report {
  findings: {
    severity: string;
    rule: string;
    element?: string;
    attribute?: string;
    text?: string;
  }[];
}

const INVOICE = `<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="urn:invoice">
  <process id="Invoice_Receipt" name="发票" isExecutable="true">
    <startEvent id="start" name="收到" /><sequenceFlow sourceRef="start" targetRef="archive" />
    <serviceTask id="archive" name="归档" camunda:delegateExpression="#{archiveService}"><extensionElements><camunda:executionListener event="start" class="x.L" /></extensionElements></serviceTask>
    <sequenceFlow sourceRef="archive" targetRef="end" /><endEvent id="end" name="办结" />
  </process></definitions>`;
const BINDING = { kind: 'delegateExpression', name: '#{archiveService}', adapter: 'notify' };
const DRAFT = '/api/processes/Invoice_Receipt/draft';

describe('a file of another engine', () => {
  let stage: ApiStage;
  let admin: Session;
  beforeAll(async () => {
    stage = await openApiStage();
    admin = await stage.as('admin');
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const unbound = ({ findings }: Report) =>
    findings
      .filter(({ rule }) => rule === 'work-unbound')
      .map(({ element, text }) => [element, text]);

  it('is read and drawn, with what is not carried over, and nothing is kept', async () => {
    const read = await admin.call<Report & { xml: string; laidOut: boolean; processes: object[] }>(
      'POST',
      '/api/processes/import',
      { xml: INVOICE },
    );
    expect(read.body).toMatchObject({
      laidOut: true,
      processes: [{ id: 'Invoice_Receipt', name: '发票' }],
    });
    expect(read.body.xml).toContain('BPMNShape');
    expect(unbound(read.body)).toEqual([['archive', '#{archiveService}']]);
    expect(read.body.findings).toContainEqual(
      expect.objectContaining({ element: 'archive', attribute: 'executionListener', text: 'x.L' }),
    );
    const { items } = await admin.get<{ items: { id: string }[] }>('/api/processes');
    expect(items.map(({ id }) => id)).not.toContain('Invoice_Receipt');
  });

  it('is kept as a draft, and published once the table gives its work to an adapter', async () => {
    const body = { name: '发票', xml: INVOICE };
    const draft = await admin.put<Report & { version: number }>(DRAFT, body);
    expect(unbound(draft)).toEqual([['archive', '#{archiveService}']]);
    const early = await admin.call<Report & { code: string }>('POST', `${DRAFT}/publication`);
    expect(early).toMatchObject({ status: 422, body: { code: 'process-has-findings' } });
    expect(unbound(early.body)).toEqual([['archive', '#{archiveService}']]);

    const added = await admin.call<{ id: number }>('POST', '/api/adapter-bindings', BINDING);
    expect(added).toMatchObject({ status: 201, body: BINDING });
    const twice = await admin.call('POST', '/api/adapter-bindings', BINDING);
    expect(twice).toMatchObject({ status: 409, body: { code: 'binding-exists' } });
    expect(unbound(await admin.put<Report>(DRAFT, body))).toEqual([]);
    const published = await admin.call('POST', `${DRAFT}/publication`);
    expect(published).toMatchObject({ status: 200, body: { version: 1, state: 'published' } });
    const adapters = await stage.dataSource.query(
      `SELECT model #>> '{body,elements,archive,adapter}' AS adapter
       FROM process_version WHERE process_id = 'Invoice_Receipt'`,
    );
    expect(adapters).toEqual([{ adapter: 'notify' }]);

    const path = `/api/adapter-bindings/${added.body.id}`;
    const changed = await admin.put(path, { adapter: 'exchange' });
    expect(changed).toMatchObject({ ...BINDING, adapter: 'exchange' });
    expect((await admin.call('PUT', path, { adapter: 'no such' })).status).toBe(400);
    expect((await admin.call('DELETE', path)).status).toBe(204);
    const gone = await admin.call('DELETE', path);
    expect(gone).toMatchObject({ status: 404, body: { code: 'binding-not-found' } });
    const acts = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE act LIKE 'adapter-binding.%' ORDER BY id`,
    );
    expect(acts.map(({ act }) => act.split('.')[1])).toEqual(['add', 'change', 'remove']);
  });

  it('and the table are for the admin of processes only', async () => {
    const handler = await stage.as('zhang');
    for (const session of [handler, stage.stranger()]) {
      for (const [method, path, body] of [
        ['GET', '/api/adapter-bindings', undefined],
        ['POST', '/api/adapter-bindings', BINDING],
        ['PUT', '/api/adapter-bindings/1', { adapter: 'notify' }],
        ['DELETE', '/api/adapter-bindings/1', undefined],
        ['POST', '/api/processes/import', { xml: INVOICE }],
      ] as const) {
        const { status } = await session.call(method, path, body);
        expect([401, 403]).toContain(status);
      }
    }
    const [row] = await stage.dataSource.query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM adapter_binding`,
    );
    expect(row).toEqual({ n: 0 });
  });
});
