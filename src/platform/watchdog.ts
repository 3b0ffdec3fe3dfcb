/**
 * Ends this process when its event loop stands: for a process that nobody watches from outside, such as
 * one in a container, which is then started again. `npm start` watches its processes itself
 * (src/platform/heartbeat.ts).
 *
 * The watch is a thread, because the loop it watches cannot look at itself. It counts its own looks, not
 * time: a machine that slept finds its processes as it left them.
 */
import { Worker } from 'node:worker_threads';
import { BEAT_EVERY } from './heartbeat.js';

/** So many looks in a row without a beat, one a second, and the loop stands. */
const MOST_MISSED = 20;

/** Runs in the thread; plain JavaScript, for it is no file of its own. */
const WATCH = `
  const { workerData: { beats, every, mostMissed } } = require('node:worker_threads');
  let last = -1;
  let missed = 0;
  setInterval(() => {
    const beat = Atomics.load(beats, 0);
    missed = beat === last ? missed + 1 : 0;
    last = beat;
    if (missed < mostMissed) return;
    require('node:fs').writeSync(2, '事件循环停止已 ' + (mostMissed * every) / 1000 + ' 秒，进程就此退出，以便重新启动\\n');
    process.kill(process.pid, 'SIGKILL');
  }, every);`;

/**
 * @param heartbeatFile what a supervisor watches, if one does: then this process needs no watch of its own
 * @param every ms between two looks; for tests
 */
export function startWatchdog(
  heartbeatFile = process.env.HEARTBEAT_FILE,
  every = BEAT_EVERY,
  mostMissed = MOST_MISSED,
): void {
  if (heartbeatFile) return;
  const beats = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const watch = new Worker(WATCH, {
    eval: true,
    workerData: { beats, every, mostMissed },
    resourceLimits: { maxOldGenerationSizeMb: 8, maxYoungGenerationSizeMb: 2 },
  });
  watch.unref();
  setInterval(() => void Atomics.add(beats, 0, 1), every / 2).unref();
}
