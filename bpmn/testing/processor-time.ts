/** How long something takes, so that a test can bound it on a machine that does other things besides. */

const MOST_RUNS = 10;

/**
 * Processor time in ms: the least of up to ten runs, as code warms up and what shares the processor
 * slows it; one that was quick enough is enough.
 */
export async function leastTime(enough: number, work: () => unknown): Promise<number> {
  let least = Infinity;
  for (let run = 0; run < MOST_RUNS && least >= enough; run += 1) {
    const before = process.cpuUsage();
    await work();
    least = Math.min(least, process.cpuUsage(before).user / 1_000);
  }
  return least;
}
