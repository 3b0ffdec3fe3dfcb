/** A process that stands still for a moment, and goes on whatever becomes of who held it. */
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from './process-identity.js';

/** ms */
const STANDS_WITHIN = 5_000;
/** Where there is no /proc to look at, ms. */
const A_MOMENT = 200;

/**
 * Does `work` while the process stands.
 * @throws Error with one sentence when it does not stand, or is another one by now
 */
export async function whileStanding<T>(
  process_: ProcessIdentity,
  work: () => Promise<T>,
): Promise<T> {
  const letGo = await hold(process_.pid);
  try {
    // Its number may have become another's before the signal reached it.
    if (!isRunning(process_)) throw new Error('流程引擎刚刚退出；请再试一次。');
    await untilStanding(process_.pid);
    return await work();
  } finally {
    await letGo();
  }
}

/**
 * Stops a process by a helper, which lets it go when it is told to, and when whoever told it is gone,
 * killed or not: its input ends either way. Of a group of its own, it hears no Ctrl-C.
 */
async function hold(pid: number): Promise<() => Promise<void>> {
  const helper = spawn('sh', ['-c', `kill -STOP ${pid}; echo; cat >/dev/null; kill -CONT ${pid}`], {
    stdio: ['pipe', 'pipe', 'ignore'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => helper.once('close', () => resolve()));
  const letGo = () => {
    helper.stdin.end();
    return ended;
  };
  await new Promise<void>((resolve, reject) => {
    helper.once('error', reject);
    // It is stopped, or has ended, as whoever asks next finds.
    helper.stdout.once('data', () => resolve());
  });
  return letGo;
}

/** Until none of its threads is in the middle of a write. */
async function untilStanding(pid: number): Promise<void> {
  const deadline = Date.now() + STANDS_WITHIN;
  while (Date.now() < deadline) {
    const states = threadStates(pid);
    if (states === null) return pause(A_MOMENT);
    if (states.every((state) => state === 'T' || state === 't')) return;
    await pause(10);
  }
  throw new Error('流程引擎没有停住，无法取得一致的备份；请再试一次。');
}

/** A letter each, as ps tells them; null = this system does not say. */
function threadStates(pid: number): string[] | null {
  if (process.platform !== 'linux') return null;
  const threads = readdirSync(`/proc/${pid}/task`);
  return threads.map((thread) => {
    try {
      const stat = readFileSync(`/proc/${pid}/task/${thread}/stat`, 'utf8');
      return stat.charAt(stat.lastIndexOf(')') + 2);
    } catch {
      // Gone since it was listed: who is left is looked at again.
      return 'X';
    }
  });
}
