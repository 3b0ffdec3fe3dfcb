/**
 * Shows whoever started this process that its event loop turns: it touches the file that
 * `HEARTBEAT_FILE` names. The supervisor restarts a process that has stopped doing so
 * (tools/start/pulse.ts).
 */
import { closeSync, openSync, utimesSync } from 'node:fs';

/** ms */
export const BEAT_EVERY = 1_000;

/** Nothing where nobody listens. */
export function startHeartbeat(file = process.env.HEARTBEAT_FILE): void {
  if (!file) return;
  closeSync(openSync(file, 'a'));
  setInterval(() => beat(file), BEAT_EVERY).unref();
}

function beat(file: string): void {
  const now = new Date();
  try {
    utimesSync(file, now, now);
  } catch {
    // The data folder is being thrown away: nobody listens any more.
  }
}
