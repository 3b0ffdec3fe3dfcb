/** Tasks that only one process may run, and what operators read of all, on a real PostgreSQL. */
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../src/platform/database/index.js';
import { readReports, RecurringRunner } from '../../src/platform/recurring/index.js';
import { Leases } from '../../src/platform/recurring/leases.js';
import { createTestDatabase } from '../servers/index.js';
import { eventually } from '../workflow/stage.js';

const NEVER = new AbortController().signal;
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let processes: [DataSource, DataSource];

beforeAll(async () => {
  const url = await createTestDatabase();
  processes = [await openDatabase(url), await openDatabase(url)];
});
afterAll(() => Promise.all(processes.map((one) => one.destroy())));

describe('a lease', () => {
  it('keeps two processes from running one task together, and goes on to the next', async () => {
    const runs: string[] = [];
    let under = 0;
    const work = (who: string) => async () => {
      under += 1;
      expect(under).toBe(1);
      await pause(20);
      runs.push(who);
      under -= 1;
    };
    const [one, other] = processes.map((source, place) => new Leases(source, `p${place}`));
    const tries = Array.from({ length: 20 }, async (_, turn) => {
      await pause(turn * 8);
      await Promise.all([
        one!.whileHeld('rounds', NEVER, work('one')),
        other!.whileHeld('rounds', NEVER, work('other')),
      ]);
    });
    await Promise.all(tries);
    expect(runs.length).toBeGreaterThan(1);
    expect(runs.length).toBeLessThan(40);
  });

  it('does not hold up another task', async () => {
    const [one, other] = processes.map((source, place) => new Leases(source, `p${place}`));
    const inside = await one!.whileHeld('this', NEVER, () =>
      other!.whileHeld('that', NEVER, () => Promise.resolve('both')),
    );
    expect(inside).toBe('both');
  });

  it('is renewed by who works on, and taken from who was not heard of', async () => {
    const working = new Leases(processes[0], 'working', 0.4, 100);
    const silent = new Leases(processes[0], 'silent', 0.4, 60_000);
    const other = new Leases(processes[1], 'other', 0.4, 100);
    const take = () => other.whileHeld('long', NEVER, () => Promise.resolve('taken'));

    const renewed = working.whileHeld('long', NEVER, () => pause(1_200));
    await pause(1_000);
    await expect(take()).resolves.toBeUndefined();
    await renewed;

    const unheard = silent.whileHeld('long', NEVER, () => pause(1_500));
    await pause(800);
    await expect(take()).resolves.toBe('taken');
    await unheard;
  });

  it('that is lost stops the work under it, and its end takes nothing from the new holder', async () => {
    const one = new Leases(processes[0], 'one', 30, 50);
    await one.whileHeld('lost', NEVER, async (signal) => {
      await processes[1].query(`UPDATE recurring_lease SET holder = 'other' WHERE name = 'lost'`);
      await eventually('the loss to be noticed', async () => signal.aborted || undefined);
    });
    const rows = await processes[0].query<{ holder: string }[]>(
      `SELECT holder FROM recurring_lease WHERE name = 'lost'`,
    );
    expect(rows).toEqual([{ holder: 'other' }]);
  });
});

describe('two processes', () => {
  it('tell operators how each task goes in each, and leave nothing behind when they end', async () => {
    let under = 0;
    let together = 0;
    const alone = async () => {
      under += 1;
      together = Math.max(together, under);
      await pause(5);
      under -= 1;
    };
    const tasks = [
      { name: 'alone', every: 1, oneProcess: true, run: alone },
      { name: 'fails', every: 1, run: () => Promise.reject(new Error('away')) },
    ];
    const runners = processes.map((source) => new RecurringRunner(source, 20));
    for (const runner of runners) runner.start(tasks);
    const { manager } = processes[0];
    const told = await eventually('reports of both', async () => {
      const rows = await readReports(manager);
      const failing = rows.filter(({ name, failures }) => name === 'fails' && failures > 0);
      return failing.length === 2 ? rows : undefined;
    });
    expect(together).toBe(1);
    expect(told.map(({ name }) => name)).toEqual(
      ['alone', 'fails', 'task-reports'].flatMap((name) => [name, name]),
    );
    expect(told.find(({ name }) => name === 'fails')).toMatchObject({
      every: 1,
      oneProcess: false,
      lastError: 'fails failed: away',
    });
    await Promise.all(runners.map((runner) => runner.stop()));
    await expect(readReports(manager)).resolves.toEqual([]);
  });

  it('refuse two tasks of one name', () => {
    const task = { name: 'same', every: 1, run: () => Promise.resolve() };
    expect(() => new RecurringRunner(processes[0]).start([task, task])).toThrow('same');
  });
});
