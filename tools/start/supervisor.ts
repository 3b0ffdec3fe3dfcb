/**
 * Keeps services running: starts again what dies, ends and starts again what stands, ends all in order,
 * last started first.
 */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, type ProcessIdentity } from '../embedded/process-identity.js';
import { lastLines } from '../embedded/running.js';
import type { PidFiles } from './pid-files.js';
import type { Progress } from './progress.js';
import { feelPulse } from './pulse.js';
import type { Service, Started, StartOf } from './service.js';

/** Pause before a service that died is started again: doubled each time, up to the second. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 15_000;
/** A service that ran this long, more than a start takes, starts from the first pause again, ms. */
const STEADY = 10_000;

interface Kept {
  service: Service;
  identity?: ProcessIdentity;
  running?: Started;
  /** How often it died since it last ran steadily. */
  deaths: number;
}

export class Supervisor {
  private readonly kept: Kept[] = [];
  private readonly stop_ = new AbortController();
  private stopped: Promise<void> | undefined;

  constructor(
    /** Environment for the services; what they provide is added to it. */
    readonly env: NodeJS.ProcessEnv,
    private readonly logs: string,
    private readonly pids: PidFiles,
    private readonly progress: Progress,
  ) {}

  get stopping(): boolean {
    return this.stop_.signal.aborted;
  }

  logOf(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  private pulseOf(name: string): string {
    return join(this.pids.folder, `${name}.pulse`);
  }

  /** Starts a service for the first time. @throws Error when it does not come up */
  async start(service: Service): Promise<void> {
    if (this.stopping) throw new Error('正在停止。');
    const kept: Kept = { service, deaths: 0 };
    this.kept.push(kept);
    await this.launch(kept);
  }

  /** Runs something that ends by itself. @throws Error with the end of its log when it fails */
  async runOnce(task: Service): Promise<void> {
    if (this.stopping) throw new Error('正在停止。');
    const kept: Kept = { service: task, deaths: 0 };
    this.kept.push(kept);
    const log = this.logOf(task.name);
    const started = await task.start(this.startOf(kept));
    const { code, signal } = await started.exited;
    this.kept.splice(this.kept.indexOf(kept), 1);
    this.pids.remove(task.name);
    if (code === 0) return;
    throw new Error(
      `${task.title}失败（${signal ?? `退出码 ${code}`}），日志 ${log} 的结尾：\n${lastLines(log)}`,
    );
  }

  /** A service that keeps dying, with the end of its log; undefined while all goes well. */
  failing(): string | undefined {
    const kept = this.kept.find(({ deaths }) => deaths >= 3);
    if (!kept) return undefined;
    const log = this.logOf(kept.service.name);
    return `${kept.service.title}反复退出，日志 ${log} 的结尾：\n${lastLines(log)}`;
  }

  /** Ends every service, the one started last first, and starts none again. */
  stop(): Promise<void> {
    this.stopped ??= this.stopAll();
    return this.stopped;
  }

  /** Kills what is still running, for a person who does not want to wait. */
  kill(): void {
    for (const { identity } of this.kept) if (identity) void endProcess(identity, 'SIGKILL');
  }

  private async stopAll(): Promise<void> {
    this.stop_.abort();
    for (const kept of [...this.kept].reverse()) {
      if (kept.running) await kept.running.stop();
      // Not up yet: known by its number only.
      else if (kept.identity) await endProcess(kept.identity);
      this.pids.remove(kept.service.name);
    }
  }

  private async launch(kept: Kept): Promise<void> {
    const { service } = kept;
    const begun = Date.now();
    const started = await service.start(this.startOf(kept));
    kept.running = started;
    Object.assign(this.env, started.provides);
    const letGo = feelPulse(this.pulseOf(service.name), () => {
      this.progress.say(`${service.title}停止响应已 20 秒，将结束它`);
      void endProcess(started, 'SIGKILL');
    });
    void started.exited.then(({ code, signal }) => {
      letGo();
      kept.running = undefined;
      if (this.stopping) return;
      if (Date.now() - begun > STEADY) kept.deaths = 0;
      this.progress.say(`${service.title}退出了（${signal ?? `退出码 ${code}`}），将重新启动`);
      void this.again(kept);
    });
  }

  private startOf(kept: Kept): StartOf {
    const { name } = kept.service;
    // One of the process before it tells nothing of this one.
    rmSync(this.pulseOf(name), { force: true });
    return {
      env: { ...this.env, HEARTBEAT_FILE: this.pulseOf(name) },
      log: this.logOf(name),
      onLaunch: (identity) => {
        kept.identity = identity;
        this.pids.write(name, identity);
        // Told to stop in the very moment before it ran.
        if (this.stopping) void endProcess(identity);
      },
      say: (message) => this.progress.say(message),
    };
  }

  private async again(kept: Kept): Promise<void> {
    while (!this.stopping) {
      kept.deaths += 1;
      const wait = Math.min(FIRST_PAUSE * 2 ** (kept.deaths - 1), LONGEST_PAUSE);
      await pause(wait, undefined, { signal: this.stop_.signal }).catch(() => undefined);
      if (this.stopping) return;
      try {
        await this.launch(kept);
        this.progress.say(`${kept.service.title}已重新启动`);
        return;
      } catch (error) {
        this.progress.say(`${kept.service.title}没有启动：${(error as Error).message}`);
      }
    }
  }
}
