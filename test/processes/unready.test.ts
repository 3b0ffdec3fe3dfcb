/** What a city has not got: told of a draft, refused at publication by name, and nothing is published. */
import type { DataSource } from 'typeorm';
import { computedInPlace } from '../../src/definitions/index.js';
import { processKind } from '../../src/definitions/processes/process-kind.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { publishDraft, saveDraft } from '../../src/versions/index.js';
import { createTestDatabase } from '../servers/index.js';
import { BY_HANDLER, diagram } from '../workflow/stage.js';

const kind = processKind(computedInPlace);
const actor = {
  ...{ personId: 'p-author', postId: null, organisationId: null, role: 'admin', name: '设计人' },
};

const task = (extra: string, start = '<startEvent id="start"/>') => `${start}
  <userTask id="desk" name="经办" ${BY_HANDLER} ${extra}/><endEvent id="end"/>
  <sequenceFlow id="f1" sourceRef="start" targetRef="desk"/>
  <sequenceFlow id="f2" sourceRef="desk" targetRef="end"/>`;
const TIMED = `<startEvent id="start" name="每年年审"><timerEventDefinition id="t">
  <timeCycle>R/P1Y</timeCycle></timerEventDefinition></startEvent>`;
const CALLS = `<startEvent id="start"/><callActivity id="call" calledElement="nobody-has-it"/>
  <endEvent id="end"/><sequenceFlow id="f1" sourceRef="start" targetRef="call"/>
  <sequenceFlow id="f2" sourceRef="call" targetRef="end"/>`;

describe('a diagram that needs what the city has not got', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    dataSource = await openDatabase(await createTestDatabase());
    await dataSource.query(
      `INSERT INTO person (id, account, name, subject, kind)
       VALUES ('p-author', 'author', '设计人', 's-author', 'staff')`,
    );
  }, 120_000);
  afterAll(() => dataSource?.destroy());

  const save = (key: string, body: string) =>
    saveDraft(dataSource, kind, {
      ...{ key, actor, content: { name: key, xml: diagram(key, body) } },
    });
  const publish = (key: string) => publishDraft(dataSource, kind, { key, terms: null, actor });
  const refusalOf = (key: string) =>
    publish(key).then(
      () => undefined,
      (error: { code: string; message: string }) => error,
    );

  it('a test in its file that does not hold keeps it from being published, until it does', async () => {
    const kept = (tasks: string[]) =>
      `<extensionElements><o:test xmlns:o="urn:onestop:bpmn:1" name="等待经办">${JSON.stringify({ steps: [{ expect: { tasks } }] })}</o:test></extensionElements>${task('')}`;
    const { findings } = await save('tested', kept(['end']));
    expect(findings).toContainEqual(expect.objectContaining({ rule: 'test-differs' }));
    expect(await refusalOf('tested')).toMatchObject({
      code: 'process-has-findings',
      message: expect.stringContaining('测试“等待经办”') as string,
    });
    await save('tested', kept(['desk']));
    expect(await refusalOf('tested')).toBeUndefined();
  });

  it.each([
    ['a form', 'formless', task('onestop:form="no-such-form"'), 'form-not-found', 'desk'],
    ['an item for its timer', 'yearly', task('', TIMED), 'timer-start-without-item', 'start'],
  ])('such as %s is kept, said of, and not published', async (_, key, body, rule, element) => {
    const { findings } = await save(key, body);
    expect(findings).toContainEqual(expect.objectContaining({ rule, element }));
    expect(await refusalOf(key)).toMatchObject({
      code: 'process-has-findings',
      message: expect.stringContaining(element) as string,
    });
    const published = await dataSource.query(
      `SELECT 1 FROM process_version WHERE process_id = $1`,
      [key],
    );
    expect(published).toEqual([]);
  });

  it('such as the process it calls is not published, and says which', async () => {
    await save('calling', CALLS);
    expect(await refusalOf('calling')).toMatchObject({
      code: 'called-process-not-published',
      message: expect.stringContaining('nobody-has-it') as string,
    });
  });

  it('is published once the city has it', async () => {
    await dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state, published_at)
       VALUES ('yearly', 1, 'single', '01', '年审', '{"processId": "yearly"}', 'published', now())`,
    );
    await save('yearly', task('', TIMED));
    expect(await publish('yearly')).toMatchObject({ version: 1 });
  });
});
