import { install, type Clock } from '@sinonjs/fake-timers';
import { Loop } from './loop.js';
import { runToEnd } from './round.js';
import { Recurring, tasksOf, type RecurringTask } from './task.js';

const EVERY = 1_000;
const alone = {
  leases: {
    whileHeld: <T>(_: string, signal: AbortSignal, work: (signal: AbortSignal) => T) =>
      work(signal),
  },
} as never;

function loopOf(run: RecurringTask['run']) {
  const said: string[] = [];
  const log = { warn: (text: string) => void said.push(text) };
  const task = { name: 'work', every: EVERY, run };
  return { loop: new Loop(task, { log, leases: (alone as { leases: never }).leases }), said };
}

let clock: Clock;
const pass = (ms: number) => clock.tickAsync(ms);

describe('a recurring task', () => {
  beforeEach(() => void (clock = install()));
  afterEach(() => clock.uninstall());

  it('runs again and again, resting in between, and says when', async () => {
    const { loop } = loopOf(() => Promise.resolve());
    loop.start();
    expect(loop.state).toMatchObject({
      runs: 0,
      startedAt: null,
      nextAt: new Date(Date.now() + EVERY),
    });
    await pass(EVERY);
    expect(loop.state).toMatchObject({ runs: 1, nextAt: new Date(Date.now() + EVERY) });
    expect(loop.state.endedAt).toEqual(new Date());
    await pass(2 * EVERY);
    expect(loop.state).toMatchObject({ runs: 3, failures: 0, lastError: null });
    await loop.stop();
  });

  it('goes on at once while more waits', async () => {
    let left = 3;
    const { loop } = loopOf(() => Promise.resolve((left -= 1) > 0));
    loop.start();
    await pass(EVERY + 5);
    expect(loop.state.runs).toBe(3);
    await loop.stop();
  });

  it('never has two runs at once, however long one takes', async () => {
    let under = 0;
    let most = 0;
    const { loop } = loopOf(async () => {
      under += 1;
      most = Math.max(most, under);
      await new Promise((resolve) => setTimeout(resolve, 5 * EVERY));
      under -= 1;
    });
    loop.start();
    await pass(30 * EVERY);
    expect(most).toBe(1);
    expect(loop.state.runs).toBe(5);
    await pass(10 * EVERY);
    const stopped = loop.stop();
    await pass(10 * EVERY);
    await stopped;
  });

  it('rests longer with each failure, up to some seconds, counts it, and forgets when it went well', async () => {
    const at: number[] = [];
    let away = true;
    const { loop, said } = loopOf(() => {
      at.push(Date.now());
      return away ? Promise.reject(new Error('database away')) : Promise.resolve();
    });
    loop.start();
    await pass(25 * EVERY);
    const rests = at.slice(1).map((time, place) => time - at[place]!);
    expect(rests.slice(0, 5)).toEqual([2_000, 4_000, 5_000, 5_000, 5_000]);
    expect(loop.state).toMatchObject({
      failures: at.length,
      failedInARow: at.length,
      lastError: 'work failed: database away',
      lastFailedAt: new Date(at.at(-1)!),
    });
    expect(said).toHaveLength(at.length);
    away = false;
    await pass(6 * EVERY);
    expect(loop.state).toMatchObject({ failures: said.length, failedInARow: 0 });
    await loop.stop();
  });

  it('keeps an item’s failure the item’s: the others are done, the run went well, operators are told', async () => {
    const done: number[] = [];
    const { loop, said } = loopOf(async (round) => {
      const well = await round.each(
        [1, 2, 3],
        (item) => `item ${item}`,
        async (item) => {
          if (item === 2) throw new Error('poison');
          done.push(item);
        },
      );
      expect(well).toEqual([1, 3]);
    });
    loop.start();
    await pass(EVERY);
    expect(done).toEqual([1, 3]);
    expect(loop.state).toMatchObject({ runs: 1, failures: 0, failedInARow: 0, itemFailures: 1 });
    expect(said).toEqual(['work: item 2 failed: poison']);
    await loop.stop();
  });

  it('stops by waiting for the run under way, which is asked to leave off', async () => {
    const steps: string[] = [];
    const { loop } = loopOf(async ({ signal }) => {
      await new Promise((resolve) => setTimeout(resolve, 3 * EVERY));
      steps.push(signal.aborted ? 'asked to stop' : 'not asked');
    });
    loop.start();
    await pass(EVERY);
    const stopped = loop.stop().then(() => steps.push('stopped'));
    await pass(EVERY);
    expect(steps).toEqual([]);
    await pass(2 * EVERY);
    await stopped;
    expect(steps).toEqual(['asked to stop', 'stopped']);
    await pass(10 * EVERY);
    expect(loop.state.runs).toBe(1);
  });
});

describe('a class that declares tasks', () => {
  class Desk {
    left = 3;

    @Recurring({ name: 'sweep', every: 20 })
    sweep(): Promise<boolean> {
      this.left -= 1;
      return Promise.resolve(this.left > 0);
    }

    @Recurring({ name: 'count', every: 30, oneProcess: true })
    count(): Promise<void> {
      return Promise.resolve();
    }
  }

  it('has each of them found on its objects, and other things have none', () => {
    const tasks = tasksOf(new Desk());
    expect(tasks).toMatchObject([
      { name: 'sweep', every: 20 },
      { name: 'count', every: 30, oneProcess: true },
    ]);
    for (const other of [undefined, null, 3, 'x', {}, Object.create(null), () => 1]) {
      expect(tasksOf(other)).toEqual([]);
    }
  });

  it('can be run to the end outside a loop, which tells what failed with items', async () => {
    const desk = new Desk();
    const [sweep] = tasksOf(desk);
    await runToEnd((round) => sweep!.run(round));
    expect(desk.left).toBe(0);
    const failing = runToEnd(async (round) => {
      await round.item('one', () => Promise.reject(new Error('poison')));
    });
    await expect(failing).rejects.toThrow('poison');
  });
});
