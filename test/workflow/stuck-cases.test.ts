/** Steps that keep a worker busy, as they are noted in the database, counted and set aside. */
import type { DataSource } from 'typeorm';
import { StuckCases } from '../../src/cases/index.js';
import { takeUpAgain } from '../../src/cases/commands/stuck-cases.js';
import { openDatabase } from '../../src/platform/database/index.js';
import { createTestDatabase } from '../servers/index.js';

let dataSource: DataSource;
beforeAll(async () => {
  dataSource = await openDatabase(await createTestDatabase());
});
afterAll(() => dataSource?.destroy());

const step = { workflowId: 'case', runId: 'run', historyLength: 7 };
const times = async () =>
  (await dataSource.query<{ times: number }[]>(`SELECT times FROM stuck_activation`)).map(
    (row) => row.times,
  );
/** As if so many seconds had passed. */
const passed = (seconds: number) =>
  dataSource.query(`UPDATE stuck_activation SET noted_at = noted_at - make_interval(secs => $1)`, [
    seconds,
  ]);

it('a step is counted while it does not end, and set aside at the third time, when that is over', async () => {
  const cases = new StuckCases(dataSource);
  await cases.lasts(step);
  await cases.lasts(step);
  await passed(60);
  expect(await cases.setAside()).toEqual([]);
  await cases.lasts(step);
  expect(await times()).toEqual([3]);
  // It may still be at it.
  expect(await cases.setAside()).toEqual([]);
  await passed(10);
  expect(await cases.setAside()).toEqual(['run']);
  expect(await cases.setAside()).toEqual(['run']);
  await dataSource.transaction((manager) => takeUpAgain(manager, 'case'));
  expect(await cases.setAside()).toEqual([]);
});

it('one that ended well is forgotten, and what lies a quarter of an hour apart is not counted together', async () => {
  const cases = new StuckCases(dataSource);
  await cases.lasts(step);
  await cases.ended('run');
  expect(await times()).toEqual([]);
  await cases.lasts(step);
  await cases.lasts(step);
  await passed(16 * 60);
  await cases.lasts(step);
  expect(await times()).toEqual([1]);
});
