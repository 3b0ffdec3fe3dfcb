/**
 * The platform as its real processes, started as a person starts it, for tests that kill some of
 * them: `const platform = await startPlatform({ dataDir, port })`.
 */
import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { freePort } from '../../tools/embedded/ports.js';
import { identify, isRunning, waitForEnd } from '../../tools/embedded/process-identity.js';
import { PidFiles } from '../../tools/start/pid-files.js';
import { ROOT } from '../../tools/start/settings.js';

export interface PlatformOptions {
  /** Folder kept between two starts; a new one when left out. */
  dataDir?: string;
  /** A free one when left out. */
  port?: number;
  /** Further environment, for instance FAULT_FILE, DEMO_DAY. */
  env?: NodeJS.ProcessEnv;
  /** Entry to start instead of the whole platform's. */
  entry?: string;
}

export interface Platform {
  url: string;
  port: number;
  dataDir: string;
  /** The supervisor itself. */
  supervisor: number;
  /** What it and its starter wrote so far. */
  output(): string;
  /** Process numbers of what runs now: postgres, temporal, province, worker, api. */
  pids(): Record<string, number>;
  /** kill -9; settles when the process is gone. Its supervisor starts it again. */
  kill(name: string): Promise<void>;
  /** kill -9 of the supervisor: all it started is left behind. */
  killSupervisor(): Promise<void>;
  /** kill -9 of the command the person typed; the supervisor is left alone with its processes. */
  killStarter(): Promise<void>;
  /** Waits until another process than `before` runs by that name. @returns its number */
  waitForRestart(name: string, before: number, limit?: number): Promise<number>;
  /** Waits until /api/health answers 200. */
  waitHealthy(limit?: number): Promise<void>;
  /** Ctrl-C; settles when all is ended. @returns the exit code */
  stop(): Promise<number>;
}

const START_LIMIT = 300_000;

/** A new folder for a platform's data, thrown away by `removeFolder`. */
export function newDataFolder(): string {
  return mkdtempSync(join(tmpdir(), 'onestop-platform-'));
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Starts it and settles when it says so itself: healthy. @throws Error with its output if not */
export async function startPlatform(options: PlatformOptions = {}): Promise<Platform> {
  const platform = await beginPlatform(options);
  await platform.ready;
  return platform;
}

/** Like startPlatform, but settles at once; `ready` settles when it is healthy. */
export async function beginPlatform(
  options: PlatformOptions,
): Promise<Platform & { ready: Promise<void>; ended: Promise<number> }> {
  const dataDir = options.dataDir ?? newDataFolder();
  const port = options.port ?? (await freePort());
  const { child, output } = run(options.entry ?? 'tools/start/main.ts', {
    ...options.env,
    DATA_DIR: dataDir,
    PORT: String(port),
  });
  const ended = new Promise<number>((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
  // As people type it: cookies and the sign-on's way back belong to this name.
  const url = `http://localhost:${port}`;
  const pids = () => runningPids(dataDir);
  const waitHealthy = (limit = 120_000) =>
    until(limit, `${url}/api/health 没有回答 200`, () => isHealthy(url));
  let code: number | undefined;
  void ended.then((given) => (code = given));
  const ready = until(START_LIMIT, '平台没有就绪', async () => {
    if (code !== undefined) throw new Error(`平台退出了（${code}）：\n${output()}`);
    return output().includes(READY);
  });
  // Who does not wait for it does not want to hear of it either.
  ready.catch(() => undefined);
  return {
    url,
    port,
    dataDir,
    output,
    pids,
    ready,
    ended,
    waitHealthy,
    get supervisor() {
      return supervisorOf(dataDir);
    },
    kill: (name) => killNow(pids()[name] ?? fail(`${name} 没有在运行`)),
    killSupervisor: async () => {
      // Its starter first, or it would stop everything in good order.
      child.kill('SIGSTOP');
      await killNow(supervisorOf(dataDir));
      child.kill('SIGKILL');
      await ended;
    },
    killStarter: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    waitForRestart: async (name, before, limit = 60_000) => {
      await until(limit, `${name} 没有重新启动`, async () => (pids()[name] ?? before) !== before);
      return pids()[name]!;
    },
    stop: async () => {
      child.kill('SIGINT');
      return ended;
    },
  };
}

/** Printed by `npm start` when all is up. */
const READY = '已就绪：';

function run(entry: string, env: NodeJS.ProcessEnv): { child: ChildProcess; output(): string } {
  const child = spawn(process.execPath, ['tools/run.mjs', entry], {
    cwd: ROOT,
    // Not what Jest sets for itself.
    env: { ...process.env, NODE_OPTIONS: '', NODE_ENV: '', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let written = '';
  child.stdout.on('data', (chunk: Buffer) => (written += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (written += chunk.toString()));
  return { child, output: () => written };
}

function runningPids(dataDir: string): Record<string, number> {
  return Object.fromEntries(
    [...new PidFiles(join(dataDir, 'pids')).all()]
      .filter(([, identity]) => isRunning(identity))
      .map(([name, { pid }]) => [name, pid]),
  );
}

function supervisorOf(dataDir: string): number {
  return (JSON.parse(readFileSync(join(dataDir, 'supervisor.lock'), 'utf8')) as { pid: number })
    .pid;
}

async function killNow(pid: number): Promise<void> {
  const identity = identify(pid);
  if (!identity) return;
  process.kill(pid, 'SIGKILL');
  await waitForEnd(identity, 10_000);
}

async function isHealthy(url: string): Promise<boolean> {
  try {
    return (
      (await fetch(`${url}/api/health`, { signal: AbortSignal.timeout(5_000) })).status === 200
    );
  } catch {
    return false;
  }
}

/** Asks until the answer is yes. @throws Error(message) after `limit` ms */
export async function until(
  limit: number,
  message: string,
  condition: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + limit;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(message);
    await pause(50);
  }
}

function fail(message: string): never {
  throw new Error(message);
}
