/** A server process of ours: started with its output in a log file, ended by its identity. */
import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, mkdirSync, openSync, readFileSync } from 'node:fs';
import type { Socket } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { endProcess, identify, type ProcessIdentity } from './process-identity.js';

export interface Running extends ProcessIdentity {
  /** Settles when the process has ended, whoever ended it. */
  exited: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  /** Ends it in its own way and waits; safe to call again. */
  stop(): Promise<void>;
}

export interface Launch {
  command: string;
  args: string[];
  /** Whole environment of the process. */
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  /** File that stdout and stderr are appended to; a file, so the process outlives its starter. */
  log: string;
  /** User to run as, when the starter is root and the program refuses that. */
  user?: { uid: number; gid: number };
  /**
   * Own process group: a Ctrl-C in the terminal then reaches the starter only, which ends its
   * servers in order; without, a signal to the starter's group ends this process too.
   */
  ownGroup?: boolean;
  /** What ends it in good order; SIGTERM. */
  stopSignal?: NodeJS.Signals;
  /** How long it may take to end before it is killed, ms; 10 s. */
  grace?: number;
  /** It ends with its starter, however that one ends, killed or aborted included. */
  endsWithStarter?: boolean;
  /** Told who it is as soon as it runs, long before it is ready. */
  onLaunch?: (identity: ProcessIdentity) => void;
}

/** @throws Error when the program cannot be started at all */
export async function launch(options: Launch): Promise<Running> {
  mkdirSync(dirname(options.log), { recursive: true });
  const log = openSync(options.log, 'a');
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: options.env ?? process.env,
    stdio: ['ignore', log, log],
    detached: options.ownGroup ?? true,
    ...options.user,
  });
  closeSync(log);
  const exited = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) => {
    child.once('exit', (code, signal) => resolve({ code, signal }));
  });
  await new Promise<void>((resolve, reject) => {
    child.once('spawn', resolve);
    child.once('error', reject);
  });
  const pid = child.pid!;
  // Already gone when it failed at once: any mark will do, no process will match it.
  const identity = identify(pid) ?? { pid, startedAt: 'ended' };
  options.onLaunch?.(identity);
  const watch = options.endsWithStarter ? endWithStarter(pid) : undefined;
  return {
    ...identity,
    exited,
    stop: async () => {
      watch?.kill();
      await endProcess(identity, options.stopSignal ?? 'SIGTERM', options.grace ?? 10_000);
    },
  };
}

/** Reads from a pipe that only this process holds open: it is closed when this process is gone. */
function endWithStarter(pid: number): ChildProcess {
  const watch = spawn('sh', ['-c', `cat >/dev/null; kill -9 ${pid}`], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  watch.unref();
  (watch.stdin as Socket).unref();
  return watch;
}

/**
 * Asks `probe` until it says yes.
 * @throws Error with the log's last lines when the process ends or `limit` ms pass before that
 */
export async function waitUntilReady(
  server: Running,
  name: string,
  log: string,
  limit: number,
  probe: () => Promise<boolean>,
): Promise<void> {
  const deadline = Date.now() + limit;
  let ended = false;
  void server.exited.then(() => (ended = true));
  while (!(await probe())) {
    if (ended) throw new Error(`${name}启动失败：\n${lastLines(log)}`);
    if (Date.now() > deadline) {
      await server.stop();
      throw new Error(`${name}在 ${limit / 1000} 秒内没有就绪：\n${lastLines(log)}`);
    }
    await pause(50);
  }
}

/** The end of a log file, for an error message. */
export function lastLines(log: string, count = 15): string {
  try {
    return readFileSync(log, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
  } catch {
    return `（日志 ${log} 为空）`;
  }
}
