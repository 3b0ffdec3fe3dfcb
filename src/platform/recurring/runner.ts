/** All recurring tasks of one process. */
import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { Logger } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import { tellLoops } from './figures.js';
import { Leases } from './leases.js';
import { Loop, type LoopSurroundings } from './loop.js';
import { dropReports, writeReports } from './reports.js';
import type { MayRun, RecurringTask } from './task.js';

/** How often operators are told, ms. */
const REPORT_EVERY = 5_000;

export class RecurringRunner {
  private readonly log = new Logger('Recurring');
  private readonly process = `${hostname()}:${process.pid}:${randomBytes(2).toString('hex')}`;
  private readonly surroundings: LoopSurroundings;
  private loops: Loop[] = [];
  private forgetFigures = () => undefined as void;

  /** @param atMost no task rests longer, ms; for tests */
  constructor(
    private readonly dataSource: DataSource,
    private readonly atMost = Infinity,
    mayRun?: MayRun,
  ) {
    const leases = new Leases(dataSource, this.process);
    this.surroundings = { log: this.log, leases, mayRun };
  }

  /** @throws Error when two tasks have one name: they would share a lease */
  start(tasks: readonly RecurringTask[]): void {
    const reports: RecurringTask = {
      name: 'task-reports',
      every: REPORT_EVERY,
      evenApart: true,
      run: () => writeReports(this.dataSource.manager, this.process, this.loops),
    };
    const all = [...tasks, reports];
    const twice = all.find(({ name }, place) => all.findIndex((one) => one.name === name) < place);
    if (twice) throw new Error(`Two recurring tasks are called ${twice.name}.`);
    this.loops = all.map(
      (task) => new Loop({ ...task, every: Math.min(task.every, this.atMost) }, this.surroundings),
    );
    for (const loop of this.loops) loop.start();
    this.forgetFigures = tellLoops(() => this.loops);
  }

  /** Lets all runs under way finish. */
  async stop(): Promise<void> {
    this.forgetFigures();
    await Promise.all(this.loops.map((loop) => loop.stop()));
    await dropReports(this.dataSource.manager, this.process).catch((error: unknown) =>
      this.log.warn(`reports stay until they are forgotten: ${String(error)}`),
    );
  }
}
