/** What every process of ours tells of itself: its event loop, its memory, its connections to PostgreSQL. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { DataSource } from 'typeorm';
import { gauge } from './meter.js';

const loopDelay = gauge(
  'onestop_event_loop_delay_seconds',
  'How late the event loop was since it was last asked, by quantile',
);
const memory = gauge('onestop_memory_bytes', 'Memory of the process, by kind');
const connections = gauge(
  'onestop_database_connections',
  'Connections of the pool that are in use or idle, and callers that wait for one',
);
const startedAt = gauge('onestop_process_start_time_seconds', 'When the process began, Unix time');

/** ms; what is shorter is not seen. */
const RESOLUTION = 20;
const NANOSECONDS = 1e9;

/** The part of pg's pool that tells its state. */
interface Pool {
  totalCount: number;
  idleCount: number;
  waitingCount: number;
}

/** From now on, as long as the process lives. */
export function tellProcess(dataSource: DataSource): void {
  const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
  delay.enable();
  loopDelay.toldBy(() => {
    const { max } = delay;
    const [half, most] = [delay.percentile(50), delay.percentile(99)];
    delay.reset();
    // Nothing was measured since: the loop has not turned twice.
    if (max === 0) return [];
    return [
      [half / NANOSECONDS, { quantile: '0.5' }],
      [most / NANOSECONDS, { quantile: '0.99' }],
      [max / NANOSECONDS, { quantile: '1' }],
    ];
  });
  memory.toldBy(() => {
    const { rss, heapUsed, external } = process.memoryUsage();
    return [
      [rss, { kind: 'resident' }],
      [heapUsed, { kind: 'heap' }],
      [external, { kind: 'external' }],
    ];
  });
  const { master } = dataSource.driver as unknown as { master: Pool };
  connections.toldBy(() => [
    [master.totalCount - master.idleCount, { state: 'busy' }],
    [master.idleCount, { state: 'idle' }],
    [master.waitingCount, { state: 'waiting' }],
  ]);
  const began = performance.timeOrigin / 1000;
  startedAt.toldBy(() => [[began]]);
}
