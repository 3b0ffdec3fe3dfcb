/**
 * The embedded Temporal's SQLite file, copied while its server stands still for a moment: what is copied
 * is what a power cut would leave, from which SQLite recovers by its log.
 */
import { constants } from 'node:fs';
import { copyFile, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isRunning, type ProcessIdentity } from '../embedded/process-identity.js';
import { whileStanding } from '../embedded/standing.js';

/** The server of a file, if one runs. */
export interface EngineServer {
  /** undefined = none runs. */
  running(): ProcessIdentity | undefined;
  /** Whether one is kept running, so that it comes again when it is away. */
  kept(): boolean;
}

/** How long a server that is kept running may be away, ms. */
const BACK_WITHIN = 60_000;

/**
 * Copies the file with its log, then does `meanwhile` before the server goes on.
 * @throws Error with one sentence when the server was exchanged for another meanwhile
 */
export async function copyEngineFile<T>(
  file: string,
  server: EngineServer,
  target: string,
  meanwhile: () => Promise<T>,
): Promise<T> {
  const before = await present(server);
  const copy = async () => {
    const names = [basename(file), `${basename(file)}-wal`];
    const there = (await readdir(dirname(file))).filter((name) => names.includes(name));
    for (const name of there)
      await copyFile(join(dirname(file), name), join(target, name), constants.COPYFILE_FICLONE);
    return meanwhile();
  };
  const result = before ? await whileStanding(before, copy) : await copy();
  const after = server.running();
  if (after?.startedAt !== before?.startedAt || (before && !isRunning(before)))
    throw new Error('流程引擎在复制时重新启动了，复制的内容不可靠；请再试一次。');
  return result;
}

async function present(server: EngineServer): Promise<ProcessIdentity | undefined> {
  const deadline = Date.now() + BACK_WITHIN;
  for (;;) {
    const running = server.running();
    if (running || !server.kept()) return running;
    if (Date.now() > deadline) throw new Error('流程引擎没有在运行，平台却在运行；请稍后再试。');
    await pause(100);
  }
}
