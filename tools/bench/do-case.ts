/** One whole case of the benchmark process, done by a driver as its people would. */
import type { Desk, Driver } from './driver.js';
import type { Stopwatch } from './latency.js';

/** The steps of the benchmark process, in waves: within one the tasks are open side by side. */
const WAVES: { element: string; desk: Desk; outcome: string }[][] = [
  [{ element: 'acceptance', desk: 'county', outcome: 'accept' }],
  [
    { element: 'townshipOpinion', desk: 'township', outcome: 'agree' },
    { element: 'countyOpinion', desk: 'county', outcome: 'agree' },
    { element: 'cityOpinion', desk: 'city', outcome: 'agree' },
  ],
  [{ element: 'decision', desk: 'county', outcome: 'grant' }],
];

/** How long a step may take before the case counts as lost, ms. */
const PATIENCE = 30_000;
/** What is not there yet is asked for again 5 ms later, then 10, 15, 20 …: as the clients of other engines do. */
const LATER_BY = 5;

/** @returns what the case is called by, once it has ended */
export async function doCase(driver: Driver, watch: Stopwatch): Promise<string> {
  await driver.prepare?.();
  const started = await watch.time('submit', () => driver.start());
  for (const { element, desk, outcome } of WAVES.flat()) {
    const task = await until(`${element} of ${started}`, async () => {
      const open = await driver.tasksOf(started, desk);
      return open.find((one) => one.element === element)?.id;
    });
    await watch.time('claim', () => driver.claim(task, desk));
    await watch.time('complete', () => driver.complete(task, desk, outcome));
  }
  await until(`end of ${started}`, async () => (await driver.isEnded(started)) || undefined);
  return started;
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (let asked = 1; ; asked += 1) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} 在 ${PATIENCE / 1000} 秒内没有出现。`);
    await new Promise((resolve) => setTimeout(resolve, asked * LATER_BY));
  }
}
