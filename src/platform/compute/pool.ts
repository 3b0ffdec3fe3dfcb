/**
 * What may take long is computed in threads: requests go on meanwhile, and a computation that takes
 * too much time or memory is ended with its thread. A thread is kept for the next computation.
 */
import { Worker } from 'node:worker_threads';
import { DomainError, unavailable, unprocessable } from '../errors.js';
import { computeLoad, computeRefused } from './figures.js';
import type { Order, Outcome } from './serve.js';
import type { Computing, Tasks } from './tasks.js';

export interface ComputeBounds {
  /** Of the pool, by which figures tell it. */
  name: string;
  /** Threads at most; they start when they are needed. */
  threads: number;
  /** Computations that wait for a thread at most. */
  waiting: number;
  /** Of one computation, ms. */
  time: number;
  /**
   * Of one thread, MB: of what JavaScript keeps. Bytes lie beside it, and are bounded by the task. What all
   * pools of an API may take has to leave it room in its container (src/main-compute.test.ts).
   */
  memory: number;
}

const REFUSALS = ['busy', 'time', 'memory'] as const;

interface Job {
  order: Order;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
}

export class ComputePool<T extends Tasks> implements Computing<T> {
  private readonly idle: Worker[] = [];
  private readonly waiting: Job[] = [];
  private readonly busy = new Set<Worker>();
  private readonly forget: () => void;
  private closed = false;

  /** @param program file of the thread's program, which calls `serveTasks` */
  constructor(
    private readonly program: string | URL,
    private readonly bounds: ComputeBounds,
  ) {
    const { name: pool } = bounds;
    // Told from the start: an alert sees a first one only beside a nought.
    for (const why of REFUSALS) computeRefused.add(0, { pool, why });
    this.forget = computeLoad.toldBy(() =>
      Object.entries(this.load).map(([state, count]) => [count, { pool, state }]),
    );
  }

  /** Threads that compute, and computations that wait for one. */
  get load(): { busy: number; waiting: number } {
    return { busy: this.busy.size, waiting: this.waiting.length };
  }

  /** Whether it takes another computation now. */
  get accepts(): boolean {
    return !this.closed && this.waiting.length < this.bounds.waiting;
  }

  run<K extends keyof T & string>(
    task: K,
    ...input: Parameters<T[K]>
  ): Promise<Awaited<ReturnType<T[K]>>> {
    return new Promise((resolve, reject) => {
      if (!this.accepts) {
        this.note('busy');
        reject(
          unavailable('computation-busy', '正在进行的检查、导入或试算太多，请稍候片刻再试一次。'),
        );
        return;
      }
      const order = { task, input };
      this.waiting.push({ order, resolve: resolve as (value: unknown) => void, reject });
      this.next();
    });
  }

  /** Ends all threads; what is under way or waits fails. */
  async close(): Promise<void> {
    this.closed = true;
    this.forget();
    for (const { reject } of this.waiting.splice(0)) reject(interrupted());
    await Promise.all([...this.idle, ...this.busy].map((thread) => thread.terminate()));
  }

  private note(why: (typeof REFUSALS)[number]): void {
    computeRefused.add(1, { pool: this.bounds.name, why });
  }

  private next(): void {
    if (this.busy.size >= this.bounds.threads) return;
    const job = this.waiting.shift();
    if (!job) return;
    const thread = this.idle.pop() ?? this.thread();
    this.busy.add(thread);
    void this.compute(thread, job).then((reusable) => {
      this.busy.delete(thread);
      if (reusable && !this.closed) this.idle.push(thread);
      else void thread.terminate();
      this.next();
    });
  }

  private thread(): Worker {
    const thread = new Worker(this.program, {
      resourceLimits: { maxOldGenerationSizeMb: this.bounds.memory, maxYoungGenerationSizeMb: 32 },
    });
    // It keeps no process alive. An error of one that rests is its end, heard of by the next job.
    thread.unref();
    thread.on('error', () => this.drop(thread));
    thread.on('exit', () => this.drop(thread));
    return thread;
  }

  private drop(thread: Worker): void {
    const place = this.idle.indexOf(thread);
    if (place >= 0) this.idle.splice(place, 1);
  }

  /** @returns whether the thread can be used again */
  private compute(thread: Worker, { order, resolve, reject }: Job): Promise<boolean> {
    return new Promise((settle) => {
      const tooMuch = (limit: 'time' | 'memory'): DomainError => {
        this.note(limit);
        return tooCostly(limit, this.bounds);
      };
      const late = setTimeout(() => end(tooMuch('time')), this.bounds.time);
      const stop = (): void => {
        clearTimeout(late);
        thread.off('message', done).off('error', failed).off('exit', gone);
      };
      const end = (error: unknown): void => {
        stop();
        reject(error);
        settle(false);
      };
      const failed = (error: NodeJS.ErrnoException): void =>
        end(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? tooMuch('memory') : error);
      const gone = (): void => end(interrupted());
      const done = (outcome: Outcome): void => {
        stop();
        if ('value' in outcome) resolve(outcome.value);
        else reject(errorOf(outcome));
        settle(true);
      };
      thread.on('message', done).on('error', failed).on('exit', gone);
      thread.postMessage(order);
    });
  }
}

const errorOf = (outcome: Exclude<Outcome, { value: unknown }>): Error => {
  if ('error' in outcome) return new Error(outcome.error);
  const { status, code, message, details } = outcome.problem;
  return new DomainError(status, code, message, details);
};

const interrupted = (): DomainError => unavailable('computation-busy', '计算被中断，请再试一次。');

function tooCostly(limit: 'time' | 'memory', { time, memory }: ComputeBounds): DomainError {
  const most = limit === 'time' ? `${time / 1_000} 秒` : `${memory} MB 内存`;
  return unprocessable(
    'computation-too-costly',
    `这份内容太大或太复杂，计算超过了 ${most} 的上限，已停止，什么也没有保存。请拆成几个流程（调用活动）或简化表达式后再试。`,
    { limit },
  );
}
