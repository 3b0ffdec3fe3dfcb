/** The tree of organisations as administrators keep it: of the city, and of a county up to its border. */
import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import { openApiStage, type ApiStage } from '../api/stage.js';
import { describePlannedChanges } from './planned-changes.js';
import { code, type Performed, type Problem, registerOf } from './register.js';
import { describeWhoDecides } from './who-decides.js';

const TOWN = '210381003';
const CREDIT = '112113823188661890';

let stage: ApiStage;
let city: Session;
let county: Session;

beforeAll(async () => {
  stage = await openApiStage();
  city = await stage.as('admin');
  county = await stage.as('hc-admin');
}, 240_000);
afterAll(() => stage?.close(), 30_000);

const { day, planned } = registerOf(() => stage);
const add = (by: Session, body: object, headers?: Record<string, string>) =>
  by.call<Performed & Problem>('POST', '/api/organisations', body, headers);
const change = (by: Session, id: string, body: object) =>
  by.call<Performed & Problem>('PUT', `/api/organisations/${id}`, body);
const read = (id: string) => city.get<Record<string, unknown>>(`/api/organisations/${id}`);

const team = (more: object = {}) => ({
  ...{ name: '海城市文化市场综合执法队', kind: 'enforcement-team', level: 'county' },
  ...{ line: 'culture-market', region: '210381', parent: 'o-210381', ...more },
});

describe('the tree', () => {
  test('is read level by level, found by words, and says what hangs on a body', async () => {
    const { items: top } = await city.get<{ items: { id: string; below: number }[] }>(
      '/api/organisations',
    );
    expect(top[0]).toMatchObject({ id: 'o-2103', kept: true });
    const { items } = await county.get<{ items: { id: string; kept: boolean }[] }>(
      '/api/organisations?q=海城市市场监督管理局',
    );
    expect(items[0]).toMatchObject({ id: 'o-210381-market', kept: true });
    expect(await read('o-210381003-market')).toMatchObject({
      ...{ kind: 'branch', serviceArea: [TOWN], serviceAreaNames: ['响堂街道'] },
      above: [{ id: 'o-2103' }, { id: 'o-210381' }, { id: 'o-210381-market' }],
    });
    expect(await read('o-210381-market')).toMatchObject({ openTasks: 0 });
  });

  test('takes a new body once, however often it is pressed, and tells who made it', async () => {
    const headers = { 'idempotency-key': randomUUID() };
    const [one, two] = await Promise.all([
      add(county, team(), headers),
      add(county, team(), headers),
    ]);
    expect([one!.status, two!.status]).toEqual([201, 201]);
    expect(one!.body.key).toBe('o-210381-culture-market');
    expect(two!.body).toEqual(one!.body);
    const { items } = await city.get<{ items: object[] }>(
      '/api/register-changes?kind=organisation&key=o-210381-culture-market',
    );
    expect(items).toMatchObject([{ act: 'add', state: 'applied', byName: '石国庆' }]);
  });

  test.each<[string, object, string]>([
    [
      'a credit code with a wrong check character',
      { creditCode: '11210381MB9000015A' },
      'bad-credit-code',
    ],
    ['a region that is not registered', { region: '210398' }, 'no-such-region'],
    ['a region of another level', { region: TOWN }, 'region-of-level'],
    ['a parent that is not there', { parent: 'o-nowhere' }, 'no-such-body'],
    ['a level above its parent', { level: 'city', region: '210300' }, 'level-above-parent'],
    ['a second body of one line in one place', { line: 'market' }, 'line-taken'],
    ['a name that its parent has already', { name: '海城市司法局' }, 'name-taken'],
    ['a body without a line', { line: null }, 'no-line'],
    ['a department with a service area', { serviceArea: [TOWN] }, 'service-area'],
    [
      'a branch at the level of who has it',
      { kind: 'branch', region: null, serviceArea: ['210381'] },
      'branch-level',
    ],
    ['a branch without one', { kind: 'branch', region: null, level: 'township' }, 'service-area'],
    ['a zone with a code', { kind: 'zone' }, 'zone-has-no-code'],
    ['a top body below the city', { parent: null }, 'no-parent'],
    ['in the name of itself or a window', { inNameOf: 'o-210381-service-centre-w1' }, 'in-name-of'],
  ])('refuses %s', async (_, fault, expected) => {
    const answer = await add(city, team({ name: '试设机构', line: 'trial', ...fault }));
    expect(code(answer)).toBe(`422 ${expected}`);
  });

  test('refuses a credit code that another has', async () => {
    const changed = await change(city, 'o-210381-culture-market', { creditCode: CREDIT });
    expect(changed.status).toBe(200);
    expect(code(await add(city, team({ name: '又一个', line: 'other', creditCode: CREDIT })))).toBe(
      '422 credit-code-taken',
    );
  });

  test('moves a body, never below itself', async () => {
    expect(code(await change(city, 'o-210381', { parent: 'o-210381-market' }))).toBe(
      '422 parent-in-circle',
    );
    const moved = await change(county, 'o-210381-culture-market', { parent: 'o-210381-justice' });
    expect(moved.body.state).toBe('applied');
    expect(await read('o-210381-culture-market')).toMatchObject({ parent: 'o-210381-justice' });
    expect(
      code(await change(county, 'o-210381-culture-market', { parent: 'o-210381-justice' })),
    ).toBe('422 nothing-changed');
  });
});

describe('a body that others hang on', () => {
  test.each<[string, string, object, string]>([
    ['a zone’s bodies have no code', 'o-zone-haicheng', { kind: 'station', line: 'trial' }, ''],
    [
      'the county’s keeper sits in a county’s body',
      'o-210381-business',
      { level: 'township', region: TOWN, parent: 'o-210381003' },
      'city-post',
    ],
    ['what is below is not above', 'o-210381-market', { level: 'village' }, ''],
  ])('keeps to it: %s', async (_, id, fields, expected) => {
    const before = await read(id);
    expect(code(await change(city, id, fields))).toContain(`422 ${expected}`);
    expect(await read(id)).toEqual(before);
  });
});

describe('a new name', () => {
  test('waits for its day, may be taken back, and leaves the old one on what is older', async () => {
    const id = 'o-210381-justice';
    const tomorrow = await day(1);
    const planned = await change(county, id, { name: '海城市司法和法制局', validFrom: tomorrow });
    expect(planned.body.state).toBe('waiting');
    expect(await read(id)).toMatchObject({ name: '海城市司法局' });
    expect(
      (await county.call('DELETE', `/api/register-changes/${planned.body.change}`)).status,
    ).toBe(204);
    expect(code(await county.call('DELETE', `/api/register-changes/${planned.body.change}`))).toBe(
      '409 change-not-waiting',
    );
    await change(county, id, { name: '海城市司法和法制局' });
    const names = await stage.dataSource.query<{ before: string; now: string }[]>(
      `SELECT organisation_name_on($1, current_date - 1) AS before,
              organisation_name_on($1, current_date) AS now`,
      [id],
    );
    expect(names).toEqual([{ before: '海城市司法局', now: '海城市司法和法制局' }]);
  });

  test('comes on its day by itself; one that cannot be any more tells why', async () => {
    const tomorrow = await day(1);
    const sound = await change(county, 'o-210381-water', {
      name: '海城市水务局',
      validFrom: tomorrow,
    });
    const later = await change(county, 'o-210381-health', {
      name: '海城市卫生局',
      validFrom: tomorrow,
    });
    // Somebody else has the name by then.
    await add(county, team({ name: '海城市卫生局', line: 'hygiene' }));
    await planned();
    expect(await read('o-210381-water')).toMatchObject({ name: '海城市水务局' });
    const { items } = await city.get<{ items: { id: string }[] }>(
      '/api/register-changes?kind=organisation',
    );
    const byId = new Map(items.map((one) => [one.id, one]));
    expect(byId.get(sound.body.change)).toMatchObject({ state: 'applied', problem: null });
    expect(byId.get(later.body.change)).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('已有海城市卫生局'),
    });
  });
});

describe('a body', () => {
  test('closes once nothing hangs on it, and is never taken out', async () => {
    const { items } = await city.get<{ items: { code: string }[] }>(
      '/api/organisations/o-210381-market/closing',
    );
    expect(items.map((one) => one.code)).toEqual(
      expect.arrayContaining(['has-bodies-below', 'has-posts']),
    );
    // A post that ends before the day is in nobody's way on it.
    const inTheWay = async (from: string) =>
      (
        await city.get<{ items: { code: string }[] }>(
          `/api/organisations/o-210381-emergency/closing?from=${from}`,
        )
      ).items.map((one) => one.code);
    const until = await day(5);
    await city.post('/api/staff/p-hc-hr/posts', {
      ...{ organisation: 'o-210381-emergency', role: 'handler', title: '借调', validTo: until },
    });
    expect([await inTheWay(await day(1)), await inTheWay(until)]).toEqual([['has-posts'], []]);
    expect(code(await city.call('POST', '/api/organisations/o-210381-market/closing', {}))).toMatch(
      /^422 has-/,
    );
    const closed = await county.call<Performed>(
      'POST',
      '/api/organisations/o-210381-hygiene/closing',
      {},
    );
    expect(closed.body).toMatchObject({ state: 'applied' });
    expect(await read('o-210381-hygiene')).toMatchObject({ validTo: await day(0) });
    const below = await city.get<{ items: { id: string }[] }>('/api/organisations?parent=o-210381');
    expect(below.items.map(({ id }) => id)).not.toContain('o-210381-hygiene');
  });

  test('of a zone has no code, and acts in the name and with the seal of who entrusts it', async () => {
    const zone = await add(city, {
      ...{ name: '鞍山示范产业园管理委员会', kind: 'zone', level: 'county', parent: 'o-2103' },
      inNameOf: 'o-2103',
    });
    expect(zone.body.key).toMatch(/^o-zone-[0-9a-f]{6}$/);
    const market = await add(city, {
      ...{
        name: '鞍山示范产业园市场监督管理局',
        kind: 'department',
        level: 'county',
        line: 'market',
      },
      ...{ parent: zone.body.key, inNameOf: 'o-2103-market' },
    });
    expect(market.status).toBe(201);
    expect(await read(market.body.key)).toMatchObject({ inNameOfName: '鞍山市市场监督管理局' });
    // Who entrusts stays a body that decides.
    expect(code(await change(city, 'o-2103-market', { kind: 'window' }))).toBe('422 in-name-of');
  });
});

describe('a county’s administrator', () => {
  test.each<[string, string, object]>([
    ['another county’s body', 'o-210302-market', { name: '铁东区市监局' }],
    ['the city’s', 'o-2103-market', { name: '市监局' }],
    ['a vertical body that sits in the county', 'o-210381-tax', { name: '税务局' }],
    ['its own under another county', 'o-210381-water', { parent: 'o-210302' }],
    ['its own with a vertical line', 'o-210381-water', { alsoLines: ['tax'] }],
    ['its own in the name of the city', 'o-210381-water', { inNameOf: 'o-2103-water' }],
  ])('does not touch %s', async (_, id, body) => {
    const before = await read(id);
    expect(code(await change(county, id, body))).toBe('403 not-yours-to-keep');
    expect(await read(id)).toEqual(before);
  });

  test('adds no body and no region elsewhere', async () => {
    const elsewhere = team({ region: '210302', parent: 'o-210302', name: '铁东区执法队' });
    expect(code(await add(county, elsewhere))).toBe('403 not-yours-to-keep');
    const taxes = {
      kind: 'branch',
      level: 'township',
      line: 'tax',
      region: null,
      serviceArea: [TOWN],
    };
    expect(code(await add(county, team({ ...taxes, name: '响堂税务所' })))).toBe(
      '403 not-yours-to-keep',
    );
    const region = { code: '210302999', name: '试设街道', level: 'township', parent: '210302' };
    expect(code(await county.call('POST', '/api/regions', region))).toBe('403 not-yours-to-keep');
    const own = { code: '210381999', name: '试设街道', level: 'township', parent: '210381' };
    expect((await county.call('POST', '/api/regions', own)).status).toBe(201);
  });

  test('does nothing else that the city’s administrator does', async () => {
    for (const path of ['/api/processes', '/api/calendar', '/api/recurring-tasks'])
      expect((await county.call('GET', path)).status).toBe(403);
  });
});

describe('a region', () => {
  test.each<[string, object, string]>([
    ['a code of another length', { code: '2103995', name: '某县' }, 'region-code-form'],
    ['a code that does not go with its parent', { code: '210499', name: '某县' }, 'region-parent'],
    ['one that is there', { code: '210381', name: '某县' }, 'region-taken'],
    [
      'a township right under the city',
      { code: '210399001', name: '某镇', level: 'township' },
      'region-parent',
    ],
  ])('is refused with %s', async (_, fault, expected) => {
    const answer = await city.call('POST', '/api/regions', {
      ...{ level: 'county', parent: '210300' },
      ...fault,
    });
    expect(code(answer)).toBe(`422 ${expected}`);
  });

  test('is added, renamed, and ends only when nothing is in it', async () => {
    const put = (body: object) => city.call('PUT', '/api/regions/210399', body);
    await city.post('/api/regions', {
      code: '210399',
      name: '示范县',
      level: 'county',
      parent: '210300',
    });
    expect((await put({ name: '示范市' })).status).toBe(200);
    await city.post('/api/organisations', {
      ...{ name: '示范市人民政府', kind: 'government', level: 'county', line: 'government' },
      ...{ region: '210399', parent: 'o-2103' },
    });
    expect(code(await put({ ended: true }))).toBe('422 has-bodies');
  });
});

describePlannedChanges(() => ({ stage, city, county }));
describeWhoDecides(() => ({ stage, city, county }));
