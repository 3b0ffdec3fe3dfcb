import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Module,
  type OnApplicationBootstrap,
  Optional,
} from '@nestjs/common';
import { DiscoveryModule, DiscoveryService } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../config.js';
import { RecurringRunner } from './runner.js';
import { MAY_RUN, tasksOf, type MayRun } from './task.js';

/** Runs what the application's providers declare with `@Recurring`, while the application is up. */
@Injectable()
export class RecurringTasks implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly runner: RecurringRunner;

  constructor(
    private readonly discovery: DiscoveryService,
    dataSource: DataSource,
    @Inject(CONFIG) { recurringAtMost }: Config,
    @Optional() @Inject(MAY_RUN) mayRun?: MayRun,
  ) {
    this.runner = new RecurringRunner(dataSource, recurringAtMost, mayRun);
  }

  onApplicationBootstrap(): void {
    const providers = new Set(
      this.discovery.getProviders().map(({ instance }) => instance as unknown),
    );
    this.runner.start([...providers].flatMap(tasksOf));
  }

  /** Before the connections close that its runs need. */
  beforeApplicationShutdown(): Promise<void> {
    return this.runner.stop();
  }
}

@Module({ imports: [DiscoveryModule], providers: [RecurringTasks] })
export class RecurringModule {}
