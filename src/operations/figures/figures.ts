import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { gauge, type Reading } from '../../platform/observability/meter.js';
import { Health } from '../health/health.js';
import { readPendingCommands, readUnopened, readWaiting } from './waiting.js';

const parts = gauge('onestop_part_up', 'Whether a part of the platform is up, as this API sees it');
const waiting = gauge('onestop_queue_waiting', 'Rows that wait, by queue');
const age = gauge('onestop_queue_oldest_seconds', 'Age of what has waited longest, by queue');
const pending = gauge('onestop_commands_pending', 'Commands without an answer, by kind');
const pendingAge = gauge(
  'onestop_commands_oldest_pending_seconds',
  'Age of the oldest command without an answer, by kind',
);

const unopened = gauge(
  'onestop_sealed_unopened_values',
  'Stored values in which something is sealed by a key that this platform was not given',
);

/** What an API tells of the platform as a whole; every API tells the same. */
@Injectable()
export class Figures implements OnApplicationShutdown {
  private forget: (() => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly health: Health,
  ) {}

  /** From now on, where somebody asks. What cannot be read is left out: its absence is told by itself. */
  tell(): void {
    const { manager } = this.dataSource;
    this.forget = [
      parts.toldBy(async () =>
        Object.entries(await this.health.parts()).map(([part, up]) => [up ? 1 : 0, { part }]),
      ),
      unopened.toldBy(async () => [[await readUnopened(manager)]]),
      ...twice(waiting, age, async () =>
        (await readWaiting(manager)).map((row) => ({ ...row, label: { queue: row.queue } })),
      ),
      ...twice(pending, pendingAge, async () =>
        (await readPendingCommands(manager)).map((row) => ({ ...row, label: { kind: row.kind } })),
      ),
    ];
  }

  onApplicationShutdown(): void {
    for (const one of this.forget) one();
  }
}

interface Row {
  waiting: number;
  oldest: number | null;
  label: Record<string, string>;
}

type Gauges = ReturnType<typeof gauge>;

/** Two gauges of the same rows, which are read once for both. */
function twice(counts: Gauges, ages: Gauges, read: () => Promise<Row[]>): (() => void)[] {
  let reading: Promise<Row[]> | undefined;
  const rows = (): Promise<Row[]> => {
    reading ??= read()
      .catch(() => [])
      .finally(() => setImmediate(() => (reading = undefined)));
    return reading;
  };
  const oldest = async (): Promise<Reading[]> =>
    (await rows()).flatMap(({ oldest, label }) => (oldest === null ? [] : [[oldest, label]]));
  return [
    counts.toldBy(async () => (await rows()).map(({ waiting, label }) => [waiting, label])),
    ages.toldBy(oldest),
  ];
}
