/** The catalogue as a city keeps it: drafts with faults, versions from a day on, suspended and cancelled items. */
import { demonstrationItems, type ItemDefinition } from '../../src/catalogue/index.js';
import { dateOf } from '../../workflows/clock/index.js';
import type { Session } from '../../tools/session/sign-in.js';
import type { Problem } from '../api/applications.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { dropDraft } from '../versions/drop-draft.js';

const SIGN = '212045001000';
const RESTAURANT = '210199001000';
const NEW = '210117009000';
const HAICHENG = '210381003';
const TIEDONG = '210302002';
const TODAY = dateOf(Date.now());
const TOMORROW = dateOf(Date.now() + 86_400_000);
const path = (code: string) => `/api/catalogue/items/${code}`;

interface Saved {
  version: number;
  revision: string;
  findings: { rule: string; element?: string; message: string }[];
}

let stage: ApiStage;
let admin: Session;
const item = (code: string) => demonstrationItems().find((one) => one.code === code)!;
const save = (session: Session, code: string, content: object) =>
  session.call<Saved & Problem>('PUT', `${path(code)}/draft`, { item: content });
const publish = (session: Session, code: string, effectiveFrom: string) =>
  session.call<{ version: number; hash: string } & Problem>(
    'POST',
    `${path(code)}/draft/publication`,
    { effectiveFrom },
  );
const stand = (act: string, code = SIGN, validFrom = TODAY) =>
  admin.call<Problem>('POST', `${path(code)}/standing`, { act, validFrom, reason: '系统升级' });
const apply = async (code: string, region = HAICHENG) => {
  const zhang = await stage.as('zhang');
  return zhang.call<Problem>('POST', '/api/drafts', { item: code, region });
};

/** An administrator of a county, or an author of a department, in the place of somebody there. */
async function posted(account: string, role: string, organisation: string): Promise<Session> {
  await stage.dataSource.query(
    `UPDATE post SET role = $2, organisation_id = $3 WHERE person_id = 'p-' || $1`,
    [account, role, organisation],
  );
  return stage.as(account);
}

beforeAll(async () => {
  stage = await openApiStage();
  admin = await stage.as('admin');
}, 120_000);
afterAll(() => stage?.close(), 30_000);

describe('a draft', () => {
  it('is kept with the faults that only forbid its publication, each told with its place', async () => {
    const draft = { ...item('210117001000'), guide: { summary: '…', faq: [] }, fees: [] };
    const saved = await save(admin, NEW, { ...draft, name: '占用城市绿地审批', limits: undefined });
    expect(saved.status).toBe(200);
    expect(saved.body.findings).toContainEqual(expect.objectContaining({ element: '/limits' }));
    const refused = await publish(admin, NEW, TODAY);
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid-item']);

    const { items } = await admin.get<{ items: { code: string; hasDraft: boolean }[] }>(
      '/api/catalogue/items?state=draft',
    );
    expect(items).toMatchObject([{ code: NEW, name: '占用城市绿地审批', version: null }]);
    expect((await apply(NEW)).status).toBe(404);
    expect(
      (await dropDraft(admin, { kind: 'item', key: NEW, path: `${path(NEW)}/draft` })).status,
    ).toBe(204);
    expect((await admin.call('GET', `${path(NEW)}/history`)).status).toBe(404);
  });

  it('has a name and a code of twelve characters', async () => {
    expect((await save(admin, NEW, {})).body.code).toBe('item-without-name');
    expect((await save(admin, 'abc', { name: '一' })).body.code).toBe('bad-item-code');
  });
});

describe('what the catalogue and the process say of an item', () => {
  /** Nothing is translated of what is renamed here. */
  const road = () => ({ ...item('210117001000'), english: undefined });
  const findings = async (change: object, code = NEW) => {
    const saved = await save(admin, code, { ...road(), name: '占用城市绿地审批', code, ...change });
    return saved.body.findings.map(({ rule, element }) => [rule, element]);
  };

  it('is nothing where the process does what the guide promises', async () => {
    expect(await findings({})).toEqual([]);
  });

  it.each<[string, string, object]>([
    ['process-not-published', '/processId', { processId: 'nowhere' }],
    ['form-not-found', '/form', { form: 'nothing' }],
    ['process-without-payment', '/fees', { processId: 'shop-sign' }],
    ['process-without-licence', '/result/kind', { processId: 'shop-sign' }],
    ['process-without-decision', '/processId', { processId: 'newborn' }],
    [
      ...(['process-without-document', '/result/kind'] as const),
      { processId: 'newborn', result: { name: '意见', kind: 'document', sample: '样本' } },
    ],
    [
      ...(['process-without-procedure', '/special/0'] as const),
      { special: [{ reason: 'expert-review', limit: { days: 10, unit: 'wd' } }] },
    ],
    [
      ...(['process-without-part', '/children/0'] as const),
      { kind: 'one-stop', children: [{ key: 'A', item: SIGN, name: '招牌', when: 'true' }] },
    ],
    [
      ...(['part-not-published', '/children/0/item'] as const),
      { kind: 'one-stop', children: [{ key: 'A', item: NEW, name: '绿地', when: 'true' }] },
    ],
    ['field-not-in-form', '/processVariables/0', { processVariables: ['nothing'] }],
    ['personal-field-travels', '/processVariables/0', { processVariables: ['idNumber'] }],
    ['item-twice', '/name', { name: '临时占用城市道路许可' }],
    [
      ...(['item-in-two-departments', '/lead/line'] as const),
      { name: '临时占用城市道路许可', lead: { line: 'urban', level: 'county' } },
    ],
    [
      ...(['set-by-province-already', '/setBy'] as const),
      { name: '临时占用城市道路许可', setBy: 'city' },
    ],
  ])('%s', async (rule, at, change) => {
    expect(await findings(change)).toContainEqual([rule, at]);
    expect((await publish(admin, NEW, TODAY)).body).toMatchObject({ code: 'invalid-item' });
  });

  it('lets by the same name in another county, and refuses a code that is used', async () => {
    await save(admin, NEW, { ...road(), localCode: `11370800MB285591843${NEW}`, name: '占用绿地' });
    expect((await publish(admin, NEW, TODAY)).status).toBe(200);
    const twice = { area: '210302', localCode: `11370800MB285591843${NEW}`, name: '占用绿地' };
    const other = '210117009001';
    expect(await findings({ ...twice, localCode: undefined }, other)).toEqual([
      ['item-twice', '/name'],
    ]);
    expect(await findings(twice, other)).toContainEqual(['implementation-code', '/localCode']);
    await dropDraft(admin, { kind: 'item', key: other, path: `${path(other)}/draft` });
  });
});

describe('a version', () => {
  it('holds from its day on; until then cases open on the one before, and what it said is proved', async () => {
    const changed: ItemDefinition = { ...item(SIGN), name: '户外招牌设置规范（新）' };
    await save(admin, SIGN, changed);
    expect((await publish(admin, SIGN, '2020-01-01')).body.code).toBe('effective-day-past');
    const published = await publish(admin, SIGN, TOMORROW);
    expect(published).toMatchObject({ status: 200, body: { version: 2 } });
    // What is to come is in use, and nothing else begins before it; nor is it put off.
    await save(admin, SIGN, { ...changed, name: '户外招牌设置规范（再改）' });
    expect((await publish(admin, SIGN, TODAY)).body.code).toBe('version-coming');
    await save(admin, SIGN, changed);
    expect((await publish(admin, SIGN, '2099-01-01')).body.code).toBe('version-holds');
    expect(await publish(admin, SIGN, TOMORROW)).toMatchObject({ body: { version: 2 } });

    const shown = async () =>
      (await admin.get<{ name: string; version: number }>(`/api/items/${SIGN}`)).version;
    expect(await shown()).toBe(1);
    expect(await admin.get(`/api/catalogue/items?q=${SIGN}`)).toMatchObject({
      items: [{ version: 1, coming: { version: 2, effectiveFrom: TOMORROW } }],
    });
    const on = (day: string) =>
      admin.get<{ version: number; proved: boolean; noted: string | null }>(
        `${path(SIGN)}/on/${day}`,
      );
    expect(await on('2026-01-01')).toMatchObject({ version: 1, proved: true, noted: null });
    expect(await on(TOMORROW)).toMatchObject({
      ...{ version: 2, proved: true, noted: published.body.hash, hash: published.body.hash },
    });

    // Somebody changes what was published: the hash in the row, or in the chained log, gives it away.
    await stage.dataSource.query(
      `UPDATE item SET data = jsonb_set(data, '{guide,phone}', '"0"') WHERE code = $1 AND version = 2`,
      [SIGN],
    );
    expect(await on(TOMORROW)).toMatchObject({ proved: false });
    await stage.dataSource.query(
      `UPDATE item SET data = $2, effective_from = $3 WHERE code = $1 AND version = 2`,
      [SIGN, changed, TODAY],
    );
    expect(await on(TODAY)).toMatchObject({ version: 2, proved: true });
    expect(await shown()).toBe(2);
  });

  it('keeps its author and its publisher', async () => {
    const author = await posted('bench-city', 'item-author', 'o-2103-urban');
    await save(author, SIGN, { ...item(SIGN), name: '户外招牌设置' });
    expect((await author.call('POST', `${path(SIGN)}/draft/publication`)).status).toBe(403);
    const { revision } = await admin.get<{ revision: string }>(
      `/api/definitions/item/${SIGN}/review`,
    );
    await admin.call('POST', `${path(SIGN)}/draft/publication`, { effectiveFrom: TODAY, revision });
    const { versions, mine } = await author.get<{ versions: object[]; mine: boolean }>(
      `${path(SIGN)}/history`,
    );
    expect(versions[0]).toMatchObject({ version: 3, draftedBy: '基准市级员', createdBy: '管理员' });
    expect(mine).toBe(true);
  });
});

describe('an item that is suspended', () => {
  it('takes no applications until it is resumed', async () => {
    expect((await stand('resume')).body.code).toBe('standing-does-not-fit');
    expect((await stand('suspend', SIGN, '2020-01-01')).body.code).toBe('standing-in-the-past');
    expect((await stand('suspend')).status).toBe(204);
    const refused = await apply(SIGN);
    expect([refused.status, refused.body.code]).toEqual([409, 'item-suspended']);
    expect(refused.body.detail).toContain('系统升级');
    expect((await stand('resume')).status).toBe(204);
    expect((await apply(SIGN)).status).toBe(201);
  });

  it('is cancelled for good, unless a matter is made of it', async () => {
    const used = await stand('cancel');
    expect(used.body).toMatchObject({ code: 'item-in-use' });
    expect(used.body.detail).toContain('开饭店一件事');

    expect((await stand('cancel', RESTAURANT)).status).toBe(204);
    expect((await apply(RESTAURANT)).body.code).toBe('item-cancelled');
    expect((await stand('resume', RESTAURANT)).body.code).toBe('standing-does-not-fit');
    const { items } = await admin.get<{ items: { code: string }[] }>('/api/items');
    expect(items.map(({ code }) => code)).not.toContain(RESTAURANT);
    await save(admin, RESTAURANT, item(RESTAURANT));
    expect((await publish(admin, RESTAURANT, TODAY)).body.code).toBe('item-cancelled');
  });

  it('is a part of what is to come as well, and of no matter once it is cancelled', async () => {
    const matter = '21019900X000';
    const children = [{ key: 'A', item: NEW, name: '绿地', when: 'true' }];
    await stage.dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state, published_at, effective_from)
       SELECT $1, 1, kind, type, '绿地一件事', data || $2, state, now(), $3::date
         FROM item WHERE code = $4 AND version = 1`,
      [matter, { code: matter, name: '绿地一件事', children }, TOMORROW, RESTAURANT],
    );
    const used = await stand('cancel', NEW);
    expect([used.body.code, used.body.detail]).toEqual([
      'item-in-use',
      expect.stringContaining('绿地一件事'),
    ]);
    await stage.dataSource.query(`DELETE FROM item WHERE code = $1`, [matter]);
    expect((await stand('cancel', NEW)).status).toBe(204);
    const saved = await save(admin, matter, { ...item(RESTAURANT), name: '绿地一件事', children });
    expect(saved.body.findings).toContainEqual(
      expect.objectContaining({ rule: 'part-not-published', element: '/children/0/item' }),
    );
    await dropDraft(admin, { kind: 'item', key: matter, path: `${path(matter)}/draft` });
  });

  it('is sent up to what is above it alone, which stays as long', async () => {
    const findings = async (forwardsTo: string) => {
      const saved = await save(admin, SIGN, { ...item(SIGN), forwardsTo });
      return saved.body.findings.filter(({ element }) => element === '/forwardsTo');
    };
    expect(await findings('210199990000')).toMatchObject([{ rule: 'above-not-published' }]);
    expect(await findings(NEW)).toMatchObject([{ rule: 'above-not-published' }]);
    expect(await findings(SIGN)).toMatchObject([{ rule: 'above-not-above' }]);
    const above = '21019901X000';
    await stage.dataSource.query(
      `INSERT INTO item (code, version, kind, type, name, data, state, published_at)
       SELECT $1, 1, kind, type, '市级招牌', data || $2, state, now()
         FROM item WHERE code = $3 AND version = 1`,
      [above, { code: above, lead: { ...item(SIGN).lead, level: 'city' } }, SIGN],
    );
    expect(await findings(above)).toEqual([]);
    // What is counted needs nothing that is not: neither above it nor as a part.
    const exercise = (is: boolean) =>
      stage.dataSource.query(`UPDATE item SET data = data || $2 WHERE code = $1`, [
        above,
        { exercise: is },
      ]);
    await exercise(true);
    expect(await findings(above)).toMatchObject([{ rule: 'made-of-exercises' }]);
    const children = [{ key: 'A', item: above, name: '招牌', when: 'true' }];
    const matter = await save(admin, '21019902X000', { ...item(RESTAURANT), children });
    expect(matter.body.findings).toContainEqual(
      expect.objectContaining({ rule: 'made-of-exercises', element: '/children/0/item' }),
    );
    await exercise(false);
    await stage.dataSource.query(`DELETE FROM definition_draft WHERE key = '21019902X000'`);
    await dropDraft(admin, { kind: 'item', key: SIGN, path: `${path(SIGN)}/draft` });
    await stage.dataSource.query(`UPDATE item SET data = data || $2 WHERE code = $1`, [
      SIGN,
      { forwardsTo: above },
    ]);
    expect(await stand('cancel', above)).toMatchObject({ body: { code: 'item-in-use' } });
    await stage.dataSource.query(`DELETE FROM item WHERE code = $1`, [above]);
    await stage.dataSource.query(`UPDATE item SET data = data - 'forwardsTo' WHERE code = $1`, [
      SIGN,
    ]);
  });
});

describe('an article that items rest on', () => {
  const ROAD = '210117001000';
  const [cited] = item(ROAD).legalBasis;
  const { law, article = '' } = cited!;
  const of = `law=${encodeURIComponent(law)}&article=${encodeURIComponent(article)}`;
  const note = (text: string | null, validFrom: string) =>
    admin.call<Problem & { items: { code: string; agrees: boolean }[] }>(
      'POST',
      '/api/catalogue/articles',
      {
        law,
        article,
        rank: 'administrative-regulation',
        text,
        validFrom,
        source: '国务院令第676号',
      },
    );

  it('lists the items that a change touches, and tells each while it is written', async () => {
    const noted = await note('需要临时占用城市道路的，须经批准。', '2020-01-01');
    expect(noted.status).toBe(200);
    expect(noted.body.items).toContainEqual(expect.objectContaining({ code: ROAD, agrees: false }));
    expect((await note('又一种', '2020-01-01')).body.code).toBe('article-noted');
    const { items } = await admin.get<{ items: { article: string; differing: number }[] }>(
      `/api/catalogue/articles?q=${encodeURIComponent(law)}`,
    );
    const touched = noted.body.items.length;
    expect(items).toContainEqual(
      expect.objectContaining({
        law,
        article,
        items: touched,
        differing: touched,
        repealed: false,
      }),
    );
    const told = await save(admin, ROAD, item(ROAD));
    expect(told.body.findings).toMatchObject([
      { rule: 'basis-changed', severity: 'warning', element: '/legalBasis/0/text' },
    ]);
  });

  it('founds nothing once it is repealed', async () => {
    await note(null, '2021-01-01');
    expect(await admin.get(`/api/catalogue/articles/one?${of}`)).toMatchObject({
      versions: [{ text: null, validFrom: '2021-01-01' }, { validFrom: '2020-01-01' }],
    });
    await save(admin, ROAD, { ...item(ROAD), conditions: ['不影响道路安全畅通'] });
    const refused = await publish(admin, ROAD, TODAY);
    expect(refused.body).toMatchObject({ code: 'invalid-item' });
    expect(refused.body.detail).toContain('已经废止');
    await dropDraft(admin, { kind: 'item', key: ROAD, path: `${path(ROAD)}/draft` });
  });
});

describe('whose it is', () => {
  const OWN = '212045009000';

  it('a county keeps its own catalogue and not the city’s', async () => {
    const county = await posted('bench-county', 'admin', 'o-210381-business');
    const own = { ...item(SIGN), name: '海城市地摊经营备案', area: '210381' };
    const taken = await save(county, SIGN, { ...item(SIGN), area: '210381' });
    expect([taken.status, taken.body.code]).toEqual([403, 'not-your-item']);
    expect((await save(county, OWN, { ...own, area: '210302' })).status).toBe(403);
    expect((await save(county, OWN, own)).status).toBe(200);
    expect((await publish(county, OWN, TODAY)).status).toBe(200);
    expect((await apply(OWN, HAICHENG)).status).toBe(201);
    const elsewhere = await apply(OWN, TIEDONG);
    expect([elsewhere.status, elsewhere.body.code]).toEqual([422, 'item-not-here']);
  });

  it('an author writes for the own department alone', async () => {
    const author = await stage.as('bench-city');
    expect((await save(author, NEW, { ...item('210117001000'), name: '占道' })).status).toBe(403);
    const asAuthor = await stage.dataSource.query<unknown[]>(
      `SELECT 1 FROM audit WHERE act = 'item.keep' AND outcome = 'refused'`,
    );
    expect(asAuthor.length).toBeGreaterThan(0);
  });
});
