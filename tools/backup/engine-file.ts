/**
 * The embedded Temporal's SQLite file, copied while its server stands still for a moment: what is copied
 * is what a power cut would leave, from which SQLite recovers by its log.
 */
import { copyFile, readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from '../embedded/process-identity.js';

/** ms */
const STANDS_WITHIN = 5_000;

/**
 * Copies the file with its log, then does `meanwhile` before the server goes on.
 * @param server undefined when none runs
 */
export async function copyEngineFile<T>(
  folder: string,
  server: ProcessIdentity | undefined,
  target: string,
  meanwhile: () => Promise<T>,
): Promise<T> {
  if (server && isRunning(server)) process.kill(server.pid, 'SIGSTOP');
  try {
    if (server) await untilStanding(server.pid);
    const files = (await readdir(folder)).filter((name) => /^temporal\.sqlite(-wal)?$/.test(name));
    await Promise.all(files.map((name) => copyFile(join(folder, name), join(target, name))));
    return await meanwhile();
  } finally {
    if (server && isRunning(server)) process.kill(server.pid, 'SIGCONT');
  }
}

/** Until none of its threads is in the middle of a write; where there is no /proc, a moment. */
async function untilStanding(pid: number): Promise<void> {
  const deadline = Date.now() + STANDS_WITHIN;
  while (Date.now() < deadline) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => null);
    if (status === null) return pause(200);
    if (/^State:\s*T/m.test(status)) return;
    await pause(10);
  }
  throw new Error('流程引擎没有停住，无法取得一致的备份；请再试一次。');
}
