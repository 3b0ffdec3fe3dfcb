import {
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Correlation } from './correlation.js';
import { expireMessages } from './messages.js';
import { spreadPage } from './signals.js';

/** How long a line rests when there was nothing to do, ms. */
const REST = 250;

/** One kind of work: does a batch and returns how much there was. */
type Line = () => Promise<number>;

/**
 * Carries on what is written: throws into the house, messages and signals to their cases. Each kind is
 * a line of its own, so that a case that does not answer holds up no other kind. Several processes may
 * relay: every row is leased by one.
 */
@Injectable()
export class CorrelationRelay implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger(CorrelationRelay.name);
  private readonly lines: Line[];
  private running: Promise<void>[] = [];
  private stopped = new AbortController();

  constructor(dataSource: DataSource, correlation: Correlation) {
    this.lines = [
      () => correlation.release(),
      () => correlation.deliverMessages(),
      () => correlation.deliverSignals(),
      async () => Number(await dataSource.transaction((manager) => spreadPage(manager))),
      () => correlation.startByTimers(),
      () => expireMessages(dataSource.manager),
    ];
  }

  onApplicationBootstrap(): void {
    this.stopped = new AbortController();
    this.running = this.lines.map((line) => this.run(line, this.stopped.signal));
  }

  /** Lets what is under way finish. */
  async onApplicationShutdown(): Promise<void> {
    this.stopped.abort();
    await Promise.all(this.running);
  }

  private async run(line: Line, stopped: AbortSignal): Promise<void> {
    while (!stopped.aborted) {
      const did = await line().catch((error: unknown) => {
        this.logger.warn(`relay failed: ${String(error)}`);
        return 0;
      });
      if (did === 0) await rest(stopped);
    }
  }
}

function rest(stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, REST);
    timer.unref();
    function done() {
      clearTimeout(timer);
      stopped.removeEventListener('abort', done);
      resolve();
    }
    stopped.addEventListener('abort', done, { once: true });
    if (stopped.aborted) done();
  });
}
