/**
 * Fault points: `FAULT_POINT=after-record@3` kills this process the third time the point is passed.
 * `FAULT_FILE` remembers that it happened, so that the restarted process lives. For the chaos tests;
 * without FAULT_POINT every call is a comparison and nothing more.
 */
import { existsSync, writeFileSync } from 'node:fs';

export type FaultPoint =
  'after-command-row' | 'after-record' | 'after-adapter-call' | 'before-continue-as-new';

const [armed, countText] = (process.env.FAULT_POINT ?? '').split('@');
const file = process.env.FAULT_FILE;
let left = Number(countText ?? 1);

/** Dies by SIGKILL, as a power cut would, when the armed point is passed for the n-th time. */
export function reachFaultPoint(point: FaultPoint): void {
  if (point !== armed) return;
  left -= 1;
  if (left > 0 || (file && existsSync(file))) return;
  if (file) writeFileSync(file, point);
  process.kill(process.pid, 'SIGKILL');
  // The signal is delivered asynchronously: nothing after this point may run.
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10_000);
}
