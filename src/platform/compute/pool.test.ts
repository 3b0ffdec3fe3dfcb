/** Threads of a real program: what takes too much is ended, and the next one is computed all the same. */
import { ComputePool } from './pool.js';

type PoolTasks = {
  add: (a: number, b: number) => number;
} & Record<'forEver' | 'hoard' | 'fail' | 'leave', () => number>;

/** In plain JavaScript, as a thread runs it. */
const PROGRAM = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    const tasks = {
      add: (a, b) => a + b,
      forEver: () => { for (;;); },
      hoard: () => { const kept = []; for (;;) kept.push({ kept: [kept.length] }); },
      fail: () => { throw new Error('poison'); },
      leave: () => process.exit(1),
    };
    parentPort.on('message', ({ task, input }) => {
      try { parentPort.postMessage({ value: tasks[task](...input) }); }
      catch (error) { parentPort.postMessage({ error: error.message }); }
    });`)}`,
);

const open = (time = 20_000) =>
  new ComputePool<PoolTasks>(PROGRAM, { name: 'test', threads: 1, waiting: 2, time, memory: 32 });

describe('what is computed in a thread', () => {
  it('comes back, one after another in the same thread', async () => {
    const pool = open();
    expect(await Promise.all([pool.run('add', 1, 2), pool.run('add', 3, 4)])).toEqual([3, 7]);
    await pool.close();
  });

  it.each([
    [
      'too long',
      'forEver',
      300,
      { status: 422, code: 'computation-too-costly', details: { limit: 'time' } },
    ],
    [
      'too much memory',
      'hoard',
      60_000,
      { status: 422, code: 'computation-too-costly', details: { limit: 'memory' } },
    ],
    ['its own thread away', 'leave', 20_000, { status: 503, code: 'computation-busy' }],
    ['a fault', 'fail', 20_000, { message: 'poison' }],
  ] as const)(
    'takes %s: it says so, and the next one is computed',
    async (_, task, time, problem) => {
      const pool = open(time);
      let turns = 0;
      const turning = setInterval(() => (turns += 1), 5);
      const failed = pool.run(task).catch((error: unknown) => error);
      expect(await failed).toMatchObject(problem);
      clearInterval(turning);
      // This thread went on meanwhile.
      expect(turns).toBeGreaterThan(0);
      // The one that was too slow had so little time that a busy machine starts no thread in it.
      if (task !== 'forEver') expect(await pool.run('add', 1, 1)).toBe(2);
      await pool.close();
    },
    90_000,
  );

  it('fails when the pool is closed, under way or waiting', async () => {
    const pool = open();
    const runs = [pool.run('forEver'), pool.run('add', 1, 2)];
    const ends = Promise.allSettled(runs);
    await pool.close();
    const refused = { status: 'rejected', reason: { code: 'computation-busy' } };
    expect(await ends).toMatchObject([refused, refused]);
  });

  it('waits its turn, but not behind too many', async () => {
    const pool = open(500);
    const runs = [
      pool.run('forEver'),
      pool.run('forEver'),
      pool.run('forEver'),
      pool.run('add', 1, 1),
    ];
    const outcomes = await Promise.allSettled(runs);
    expect(
      outcomes.map((one) =>
        one.status === 'rejected' ? (one.reason as { code: string }).code : 'done',
      ),
    ).toEqual([
      'computation-too-costly',
      'computation-too-costly',
      'computation-too-costly',
      'computation-busy',
    ]);
    await pool.close();
  }, 60_000);
});
