/**
 * Fault points, for the chaos tests: `FAULT_FILE` names a file; while it holds the name of a point,
 * the first process that passes that point takes the file away and dies by SIGKILL, as a power cut
 * would have it. Without FAULT_FILE every call is a comparison and nothing more.
 */
import { readFileSync, renameSync } from 'node:fs';

export type FaultPoint =
  | 'after-command-row'
  | 'after-message-row'
  | 'after-delivery'
  | 'after-signals-sent'
  | 'after-record'
  | 'after-adapter-call'
  | 'before-continue-as-new';

const file = process.env.FAULT_FILE;

/** Dies here when the point is armed. */
export function reachFaultPoint(point: FaultPoint): void {
  if (!file || armed(file) !== point) return;
  renameSync(file, `${file}.reached`);
  process.kill(process.pid, 'SIGKILL');
  // The signal is delivered asynchronously: nothing after this point may run.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}

/**
 * The case whose steps a worker that starts now is to be kept busy by: the file says `busy` and its number.
 * As a fault of ours would, nothing ends it from inside.
 */
export function busyCase(): string | undefined {
  const [word, number] = (file && armed(file))?.split(' ') ?? [];
  return word === 'busy' ? number : undefined;
}

function armed(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim();
  } catch {
    return null; // Not armed now.
  }
}
