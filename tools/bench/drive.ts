/** Clients that do one case after another for a given time. */
import { doCase } from './do-case.js';
import type { Driver } from './driver.js';
import type { Stopwatch } from './latency.js';

/** What a run of the clients saw. */
export interface Run {
  ended: string[];
  failed: number;
  seconds: number;
}

export async function drive(drivers: Driver[], watch: Stopwatch, seconds: number): Promise<Run> {
  const started = performance.now();
  const stopAt = started + seconds * 1000;
  const run: Run = { ended: [], failed: 0, seconds };
  await Promise.all(
    drivers.map(async (driver) => {
      while (performance.now() < stopAt) {
        try {
          run.ended.push(await doCase(driver, watch));
        } catch (error) {
          run.failed += 1;
          process.stderr.write(`${String(error)}\n`);
        }
      }
    }),
  );
  // The last cases end after the time is up: they count, and so does their time.
  run.seconds = (performance.now() - started) / 1000;
  return run;
}

/** What of a run does not depend on the engine. */
export const figuresOf = ({ ended, failed, seconds }: Run, watch: Stopwatch) => ({
  seconds: Math.round(seconds * 10) / 10,
  cases: ended.length,
  failed,
  casesPerSecond: Math.round((ended.length / seconds) * 100) / 100,
  latencyMs: watch.result(),
});

/** CPU of the clients themselves since `before`, ms a case. */
export function clientsCpu(before: NodeJS.CpuUsage, cases: number): number {
  const { user, system } = process.cpuUsage(before);
  return Math.round((user + system) / 100 / cases) / 10;
}
