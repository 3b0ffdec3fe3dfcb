/** A lock between processes, for work that only one of them should do. */
import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identify, isRunning, type ProcessIdentity } from './process-identity.js';

/**
 * Runs `work` while holding the lock file; waits while another living process holds it. The lock
 * of a process that died is taken over.
 */
export async function withFileLock<T>(
  file: string,
  progress: (message: string) => void,
  work: () => Promise<T>,
): Promise<T> {
  let told = false;
  while (!takeLock(file)) {
    if (!told) progress('另一个进程正在准备，等待它完成');
    told = true;
    await pause(200);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

/** Takes the lock unless a living process holds it. */
export function takeLock(file: string): boolean {
  const own = `${file}.${process.pid}`;
  // Linked, not written: so the lock file never exists without its owner's name in it.
  writeFileSync(own, JSON.stringify(identify(process.pid)));
  try {
    linkSync(own, file);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = lockOwner(file);
    if (owner && !isRunning(owner)) rmSync(file, { force: true });
    return false;
  } finally {
    rmSync(own, { force: true });
  }
}

/** Who holds the lock; undefined when nobody does. */
export function lockOwner(file: string): ProcessIdentity | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity;
  } catch {
    return undefined;
  }
}
