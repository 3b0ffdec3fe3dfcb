/** Whether the event loop of a process still turns: it touches a file as long as it does. */
import { rmSync, statSync } from 'node:fs';

/** ms */
const LOOK_EVERY = 1_000;
/** So many looks in a row at an untouched file, and the process stands: 20 s. */
const MOST_MISSED = 20;

/**
 * Looks until the returned function is called. Looks are counted, not time: a machine that slept finds
 * its processes as it left them. A process that has never touched the file is still starting, or has no
 * pulse to feel.
 */
export function feelPulse(file: string, stands: () => void): () => void {
  let last: number | undefined;
  let missed = 0;
  const looking = setInterval(() => {
    const touched = statSync(file, { throwIfNoEntry: false })?.mtimeMs;
    missed = touched !== undefined && touched === last ? missed + 1 : 0;
    last = touched;
    if (missed < MOST_MISSED) return;
    clearInterval(looking);
    stands();
  }, LOOK_EVERY);
  looking.unref();
  return () => {
    clearInterval(looking);
    rmSync(file, { force: true });
  };
}
