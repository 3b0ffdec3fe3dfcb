/** Every operation of the API either writes a line of the audit log, or says why it writes none. */
import type { Session } from '../../tools/session/sign-in.js';
import { ACTS, held, LOOKS, operationOf, WITHOUT_ACT, WITHOUT_LOOK } from './audited.js';
import enAudit from '../../web/src/shared/locales/audit.en.json' with { type: 'json' };
import zhAudit from '../../web/src/shared/locales/audit.zh.json' with { type: 'json' };
import en from '../../web/src/shared/locales/en.json' with { type: 'json' };
import zh from '../../web/src/shared/locales/zh.json' with { type: 'json' };
import { PNG } from '../../src/papers/files/inspection/testing/samples.js';
import { openApiStage, type ApiStage } from './stage.js';

/** Names of the pages' own, as the audit log would call them. */
const of = (object: string, names: Record<string, string>) =>
  Object.fromEntries(Object.entries(names).map(([name, text]) => [`act-${object}-${name}`, text]));

describe('the audit of the API', () => {
  let stage: ApiStage;
  beforeAll(async () => {
    stage = await openApiStage();
  }, 120_000);
  afterAll(() => stage?.close(), 30_000);

  const operations = (changing: boolean) =>
    Object.values(stage.openapi.paths)
      .flatMap((methods) => Object.entries(methods as Record<string, { operationId?: string }>))
      .filter(([method]) => (method !== 'get') === changing)
      .map(([, { operationId }]) => operationId)
      .sort();

  it('knows of each changing operation the act it writes, or the reason it writes none', () => {
    expect([...Object.keys(ACTS), ...Object.keys(WITHOUT_ACT)].sort()).toEqual(operations(true));
  });

  it('knows of each other operation the look it is, or the reason it is none', () => {
    expect([...Object.keys(LOOKS), ...Object.keys(WITHOUT_LOOK)].sort()).toEqual(operations(false));
  });

  it.each([
    ['in Chinese', { ...zh, ...zhAudit }],
    ['in English', { ...en, ...enAudit }],
  ])('has a name for each act, %s', (_language, { audit, operation, law }) => {
    const names: Record<string, unknown> = {
      ...audit,
      ...of('task', operation),
      ...of('case', law.act),
    };
    const acts = [...Object.values(ACTS), ...Object.values(LOOKS)].filter(
      (act) => !/\.$/.test(act),
    );
    const nameless = acts.filter((act) => !names[`act-${act.replace('.', '-')}`]);
    expect(nameless).toEqual([]);
  });

  it('finds the operation of a call', () => {
    const document = stage.openapi as never;
    expect(operationOf(document, 'POST', '/api/card-rules/evaluation')).toBe('evaluateCardRules');
    expect(operationOf(document, 'PUT', '/api/card-rules/evaluation?x=1')).toBe('changeCardRule');
    expect(operationOf(document, 'GET', '/api/cases/1')).toBe('readCase');
  });

  it('lets a call fail that leaves no line', async () => {
    const zhang = await stage.as('zhang');
    const bare: Session = Object.create(zhang) as Session;
    bare.call = (async () => ({ status: 200, headers: new Headers(), body: {} })) as never;
    bare.get = zhang.get.bind(zhang) as never;
    await held(bare, stage.dataSource, stage.openapi as never);
    await expect(bare.call('POST', '/api/cases/1/withdrawal')).rejects.toThrow('case.withdraw');
  });

  it('audits an upload and a round of the card rules', async () => {
    const admin = await stage.as('admin');
    expect((await admin.call('POST', '/api/card-rules/evaluation', {})).status).toBe(200);
    const zhang = await stage.as('zhang');
    const form = new FormData();
    form.append('file', new Blob([PNG], { type: 'image/png' }), '照片.png');
    expect((await zhang.call('POST', '/api/files', form)).status).toBe(201);
    const acts = await stage.dataSource.query<{ act: string }[]>(
      `SELECT act FROM audit WHERE act IN ('card-rule.evaluate', 'file.upload') ORDER BY act`,
    );
    expect(acts.map(({ act }) => act)).toEqual(['card-rule.evaluate', 'file.upload']);
  }, 60_000);
});
