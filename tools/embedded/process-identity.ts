/**
 * Who a process is, beyond its number: process numbers are used again, so a pid read from a file
 * is believed only together with the moment that process was started.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

export interface ProcessIdentity {
  pid: number;
  /** Opaque mark of the moment the process was started; equal only for the same process. */
  startedAt: string;
}

/** The process that has this number now; undefined when none has (or only its remains, a zombie). */
export function identify(pid: number): ProcessIdentity | undefined {
  const startedAt = process.platform === 'linux' ? startOnLinux(pid) : startByPs(pid);
  return startedAt ? { pid, startedAt } : undefined;
}

/** Whether exactly this process (not another one with its number) is running. */
export function isRunning(identity: ProcessIdentity): boolean {
  return identify(identity.pid)?.startedAt === identity.startedAt;
}

/** Waits until the process is gone. @returns false when it is still there after `limit` ms */
export async function waitForEnd(identity: ProcessIdentity, limit: number): Promise<boolean> {
  const deadline = Date.now() + limit;
  while (isRunning(identity)) {
    if (Date.now() > deadline) return false;
    await pause(25);
  }
  return true;
}

/**
 * Ends a process: asks with `signal`, waits `grace` ms, then SIGKILL. Does nothing when it is gone
 * already or its number belongs to another process by now.
 */
export async function endProcess(
  identity: ProcessIdentity,
  signal: NodeJS.Signals = 'SIGTERM',
  grace = 10_000,
): Promise<void> {
  for (const [name, limit] of [
    [signal, grace],
    ['SIGKILL', 5_000],
  ] as const) {
    if (!isRunning(identity)) return;
    send(identity.pid, name);
    if (await waitForEnd(identity, limit)) return;
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

/** Field 22 of /proc/PID/stat: clock ticks from boot to start; with the boot, unique. */
function startOnLinux(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the command in brackets and may hold spaces and brackets itself.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0];
    if (state === 'Z' || state === 'X') return undefined;
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()}/${fields[19]}`;
  } catch {
    return undefined;
  }
}

function startByPs(pid: number): string | undefined {
  try {
    const answer = execFileSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
    return answer && !answer.startsWith('Z') ? answer.replace(/^\S+\s+/, '') : undefined;
  } catch {
    return undefined;
  }
}
