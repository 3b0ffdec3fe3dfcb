/**
 * A task in one process: rests, runs, rests. Never two runs at once; a run that fails is counted, told
 * and tried again after growing rests; stopping waits for the run under way.
 */
import type { Leases } from './leases.js';
import { Round } from './round.js';
import type { MayRun, RecurringTask } from './task.js';

/** The longest a task rests because it failed, unless its own rest is longer; ms. Back within seconds of what was away. */
const LONGEST_REST = 5_000;
/** Of an error's text so much is kept. */
const LONGEST_ERROR = 500;

/** What operators read of a task in one process; times are null until it has come to that. */
export interface LoopState {
  startedAt: Date | null;
  /** Before `startedAt` while a run is under way. */
  endedAt: Date | null;
  nextAt: Date | null;
  /** Counted since the process began. */
  runs: number;
  failures: number;
  failedInARow: number;
  itemFailures: number;
  /** Of a run or an item, whichever failed last. */
  lastError: string | null;
  lastFailedAt: Date | null;
}

export interface LoopSurroundings {
  log: { warn(text: string): void };
  /** Needed by tasks of one process. */
  leases: Pick<Leases, 'whileHeld'>;
  /** Left out = always. */
  mayRun?: MayRun;
}

/** Rest after so many failures in a row, ms: twice as long each time. */
export const restAfter = (failedInARow: number, every: number): number =>
  Math.min(every * 2 ** failedInARow, Math.max(every, LONGEST_REST));

export class Loop {
  readonly state: LoopState = {
    startedAt: null,
    endedAt: null,
    nextAt: null,
    runs: 0,
    failures: 0,
    failedInARow: 0,
    itemFailures: 0,
    lastError: null,
    lastFailedAt: null,
  };
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> = Promise.resolve();
  private readonly stopping = new AbortController();

  constructor(
    readonly task: RecurringTask,
    private readonly surroundings: LoopSurroundings,
  ) {}

  /** The first run begins after a rest. What rests keeps no process alive. */
  start(): void {
    this.plan(this.task.every);
  }

  /** No run begins any more; resolves when the one under way has ended. */
  async stop(): Promise<void> {
    this.stopping.abort();
    clearTimeout(this.timer);
    await this.running;
  }

  private plan(rest: number): void {
    if (this.stopping.signal.aborted) return;
    this.state.nextAt = new Date(Date.now() + rest);
    this.timer = setTimeout(() => {
      this.running = this.run().then((next) => this.plan(next));
    }, rest);
    this.timer.unref();
  }

  /** @returns how long to rest then, ms */
  private async run(): Promise<number> {
    const { every } = this.task;
    if (this.surroundings.mayRun?.(this.task) === false) return every;
    try {
      const more = await this.held((signal) => this.oneRun(signal));
      this.state.failedInARow = 0;
      return more ? 0 : every;
    } catch (error) {
      this.state.failures += 1;
      this.state.failedInARow += 1;
      this.failed(`${this.task.name} failed`, error);
      return restAfter(this.state.failedInARow, every);
    }
  }

  private held(work: (signal: AbortSignal) => Promise<boolean | void>): Promise<boolean | void> {
    const { signal } = this.stopping;
    const { name, oneProcess } = this.task;
    return oneProcess ? this.surroundings.leases.whileHeld(name, signal, work) : work(signal);
  }

  private async oneRun(signal: AbortSignal): Promise<boolean | void> {
    const { state, task } = this;
    state.startedAt = new Date();
    state.nextAt = null;
    const round = new Round(signal, (item, error) => {
      state.itemFailures += 1;
      this.failed(`${task.name}: ${item} failed`, error);
    });
    try {
      return await task.run(round);
    } finally {
      state.runs += 1;
      state.endedAt = new Date();
    }
  }

  private failed(what: string, error: unknown): void {
    const text = `${what}: ${error instanceof Error ? error.message : String(error)}`;
    this.surroundings.log.warn(text);
    this.state.lastError = text.slice(0, LONGEST_ERROR);
    this.state.lastFailedAt = new Date();
  }
}
