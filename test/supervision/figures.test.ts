/** Board, lists and statistics on random cases say what a slow computation from the rows says. */
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { loadCalendar } from '../../src/calendar/index.js';
import { openDatabase } from '../../src/platform/database/index.js';
import type { Session } from '../../src/people/identity/index.js';
import { loadOrganisations } from '../../src/install/demonstration/index.js';
import { checkFigures, rebuildFigures } from '../../src/supervision/index.js';
import { SupervisionFigures } from '../../src/supervision/figures/figures.js';
import { addWorkingDays } from '../../workflows/clock/index.js';
import { createTestDatabase } from '../servers/index.js';
import { BODIES, ITEMS, someCase, writeCases, type SomeCase } from './random-cases.js';
import {
  finishedFigures,
  finishedSteps,
  openFigures,
  readWorld,
  seat,
  territory,
  type World,
} from './reference.js';

const RUNS = { numRuns: 4, endOnFailure: true };
const many = fc.array(someCase, { minLength: 40, maxLength: 60 });

function supervisorAt(id: string, line: string, level: string, region: string): Session {
  const organisation = { id, name: id, line, level, region };
  return {
    person: { id: 'p-supervisor' },
    post: { id: 'post', role: 'supervisor', title: '', organisation },
  } as unknown as Session;
}
const CITY = supervisorAt('o-2103-business', 'business', 'city', '210300');
const HAICHENG = supervisorAt('o-210381-business', 'business', 'county', '210381');
const MARKET = supervisorAt('o-2103-market', 'market', 'city', '210300');
const FIRE = supervisorAt('o-2103-fire', 'fire', 'city', '210300');

/** A day in a month, sometimes its first or last: periods with whole months and without. */
const day = fc
  .tuple(fc.integer({ min: 0, max: 120 }), fc.constantFrom('', '01'))
  .map(([back, of]) => {
    const date = new Date(Date.now() - back * 86_400_000).toISOString().slice(0, 10);
    return of ? `${date.slice(0, 8)}01` : date;
  });
const period = fc
  .tuple(day, day)
  .map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));

describe('figures of supervision', () => {
  let dataSource: DataSource;
  let figures: SupervisionFigures;
  beforeAll(async () => {
    const url = await createTestDatabase({
      name: 'supervision',
      async load(source) {
        await loadOrganisations(source);
        await loadCalendar(source);
      },
    });
    dataSource = await openDatabase(url);
    figures = new SupervisionFigures(dataSource);
  }, 120_000);
  afterAll(() => dataSource?.destroy());

  const onRandomCases = (check: (world: World, cases: SomeCase[]) => Promise<void>) =>
    fc.assert(
      fc.asyncProperty(many, async (cases) => {
        await writeCases(dataSource, cases);
        await check(await readWorld(dataSource), cases);
      }),
      RUNS,
    );

  const soonOf = (world: World) => addWorkingDays(world.calendar, world.now, 5);

  test(
    'a board counts every territory, line, department and item as a slow look through all cases does',
    () =>
      onRandomCases(async (world) => {
        const soon = soonOf(world);
        const views: [object, (id: string, key: string) => boolean][] = [
          [{}, (id, key) => territory(world, id) === key],
          [{ by: 'line' }, (id, key) => world.bodies.get(id)!.line === key],
          [{ by: 'line', group: 'county' }, (id, key) => seat(world, id) === key],
          [{ group: 'department' }, (id, key) => id === key],
          [
            { county: '210381', group: 'department' },
            (id, key) => id === key && territory(world, id) === '210381',
          ],
          [
            { county: 'vertical' },
            (id, key) => world.bodies.get(id)!.vertical && world.bodies.get(id)!.line === key,
          ],
        ];
        for (const [query, belongs] of views) {
          const board = await figures.board(CITY, query);
          const seen = new Map(board.rows.map((row) => [row.key, row.figures]));
          const keys = new Set([
            ...seen.keys(),
            ...BODIES.flatMap((id) => [id, territory(world, id), seat(world, id)]),
          ]);
          for (const key of keys) {
            const expected = openFigures(world, soon, (id) => belongs(id, key));
            const none = Object.fromEntries(Object.keys(expected).map((name) => [name, 0]));
            expect([query, key, seen.get(key) ?? none]).toEqual([
              query,
              key,
              expect.objectContaining(expected),
            ]);
          }
        }
      }),
    120_000,
  );

  test(
    'a supervisor of a county, and of a line, sees theirs and nothing else',
    () =>
      onRandomCases(async (world) => {
        const soon = soonOf(world);
        const scopes: [Session, (id: string) => boolean][] = [
          [CITY, () => true],
          [HAICHENG, (id) => territory(world, id) === '210381'],
          [MARKET, (id) => world.bodies.get(id)!.line === 'market'],
          [FIRE, (id) => world.bodies.get(id)!.line === 'fire'],
        ];
        for (const [session, mine] of scopes) {
          const { total } = await figures.board(session, { group: 'department' });
          expect(total).toMatchObject(openFigures(world, soon, mine));
          const listed = await figures.cases(session, { metric: 'open' });
          const numbers = world.cases.filter((c) => !c.ended && mine(c.lead_department));
          expect(listed.items.map(({ number }) => number).sort()).toEqual(
            numbers.map(({ number }) => number).sort(),
          );
        }
      }),
    120_000,
  );

  test(
    'every figure lists as many cases as it counts',
    () =>
      onRandomCases(async () => {
        const { total } = await figures.board(CITY, {});
        for (const metric of [
          'overdue',
          'dueSoon',
          'paused',
          'returnedOften',
          'stepsOverdue',
        ] as const) {
          const seen: string[] = [];
          let cursor: string | undefined;
          do {
            const page = await figures.cases(CITY, { metric, ...(cursor && { cursor }) });
            seen.push(...page.items.map(({ number }) => number));
            cursor = page.next ?? undefined;
          } while (cursor);
          expect([metric, seen.length]).toEqual([metric, total[metric]]);
        }
      }),
    120_000,
  );

  test(
    'statistics over any period are the sums of the cases that ended in it',
    () =>
      fc.assert(
        fc.asyncProperty(
          many,
          fc.array(period, { minLength: 3, maxLength: 3 }),
          async (cases, periods) => {
            await writeCases(dataSource, cases);
            const world = await readWorld(dataSource);
            for (const when of periods) {
              for (const [group, belongs] of [
                ['county', (id: string, key: string) => territory(world, id) === key],
                ['department', (id: string, key: string) => id === key],
              ] as const) {
                const { rows } = await figures.statistics(CITY, { ...when, group });
                const seen = new Map(rows.map((row) => [row.key, row]));
                for (const id of BODIES) {
                  const key = group === 'county' ? territory(world, id) : id;
                  compare(
                    seen.get(key),
                    finishedFigures(world, when, (c) => belongs(c.lead_department, key)),
                  );
                }
              }
              const items = await figures.statistics(HAICHENG, { ...when, group: 'item' });
              for (const item of ITEMS) {
                const mine = (c: { lead_department: string; item_code: string }) =>
                  territory(world, c.lead_department) === '210381' && c.item_code === item;
                compare(
                  items.rows.find(({ key }) => key === item),
                  finishedFigures(world, when, mine),
                );
              }
              const steps = await figures.statistics(CITY, { ...when, group: 'step' });
              for (const { key, count, hours, stepRate } of steps.rows) {
                const expected = finishedSteps(world, when, key);
                expect(count).toBe(expected.count);
                expect(hours).toBeCloseTo(expected.hours, 2);
                if (expected.limited > 0)
                  expect(stepRate).toBeCloseTo(1 - expected.late / expected.limited, 9);
              }
            }
          },
        ),
        RUNS,
      ),
    120_000,
  );

  test(
    'figures agree with their definitions after any history; what was tampered with is found and mended',
    () =>
      onRandomCases(async () => {
        expect(await checkFigures(dataSource.manager)).toEqual([]);
        await dataSource.query(`INSERT INTO open_case SELECT * FROM open_case WHERE false`);
        await dataSource.query(`UPDATE open_case SET returned = returned + 1
        WHERE number = (SELECT min(number) FROM open_case)`);
        await dataSource.query(`SELECT supervision_fold()`);
        await dataSource.query(`UPDATE case_month SET n = n + 1
        WHERE (month, department, item) = (SELECT month, department, item FROM case_month LIMIT 1)`);
        const faults = await checkFigures(dataSource.manager);
        expect(faults.map(({ table }) => table).sort()).toEqual(['case_month', 'open_case']);
        await rebuildFigures(dataSource.manager);
        expect(await checkFigures(dataSource.manager)).toEqual([]);
      }),
    120_000,
  );

  test('a period that is none is refused', async () => {
    for (const bad of [
      { from: '2026-02-30', to: '2026-03-01' },
      { from: '2026-03-02', to: '2026-03-01' },
    ])
      await expect(figures.statistics(CITY, bad)).rejects.toMatchObject({ code: 'bad-period' });
  });
});

function compare(
  row: Awaited<ReturnType<SupervisionFigures['statistics']>>['rows'][number] | undefined,
  expected: ReturnType<typeof finishedFigures>,
): void {
  if (expected.count === 0) {
    expect(row).toBeUndefined();
    return;
  }
  const rate = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  const { accepted, refusedAcceptance, returned, measured } = expected;
  expect(row).toMatchObject({ count: expected.count, accepted, refusedAcceptance, returned });
  expect(row!.statutoryRate).toEqual(rate(expected.statutoryKept, expected.statutory));
  expect(row!.promisedRate).toEqual(rate(expected.promisedKept, expected.promised));
  expect(row!.firstTimeRate).toEqual(rate(expected.firstTime, accepted));
  expect(row!.statutoryDays).toEqual(rate(expected.statutoryDays, measured));
  expect(row!.promisedDays).toEqual(rate(expected.promisedDays, measured));
  expect(row!.actualDays).toEqual(rate(expected.actualDays, measured));
}
