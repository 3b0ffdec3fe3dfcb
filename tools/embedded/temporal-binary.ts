/**
 * Finds or gets the program of the embedded Temporal server: on PATH, our copy from before, the
 * SDK's download, else built from source with Go. What was got is kept outside the project.
 */
import { execFile } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { withFileLock } from './file-lock.js';
import { findOnPath } from './on-path.js';
import { buildTemporal, findGo, type Progress } from './temporal-build.js';
import { downloadTemporal } from './temporal-download.js';

/** Version of the `temporal` command that is got where there is none. */
export const TEMPORAL_VERSION = '1.5.1';
/** Servers inside the `temporal` command that the platform has been tried with. */
const KNOWN_SERVERS = /\(Server 1\.29\./;

/** Folder for what is got once: `$XDG_CACHE_HOME/onestop`, `~/.cache/onestop`. */
export function cacheFolder(env: NodeJS.ProcessEnv = process.env): string {
  return join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'onestop');
}

/**
 * Path of a `temporal` program that can run the server.
 * @throws Error with one sentence saying what to do when there is no way to get one
 */
export async function findTemporal(progress: Progress = () => undefined): Promise<string> {
  const onPath = findOnPath('temporal');
  if (onPath && (await isKnown(onPath))) return onPath;
  const cached = join(cacheFolder(), `temporal-${TEMPORAL_VERSION}`);
  if (await isKnown(cached)) return cached;
  mkdirSync(cacheFolder(), { recursive: true });
  return withFileLock(`${cached}.lock`, progress, async () => {
    if (await isKnown(cached)) return cached;
    progress(`正在下载 Temporal ${TEMPORAL_VERSION}（最多 10 秒）`);
    if ((await downloadTemporal(cached, TEMPORAL_VERSION)) && (await isKnown(cached)))
      return cached;
    const go = findGo();
    if (go) {
      await buildTemporal(go, cached, TEMPORAL_VERSION, progress);
      return cached;
    }
    throw new Error(
      `没有可用的 Temporal：请安装 temporal 命令行 ${TEMPORAL_VERSION} 或 Go 1.24 以上，或者设置 TEMPORAL_ADDRESS。`,
    );
  });
}

async function isKnown(program: string): Promise<boolean> {
  if (!existsSync(program)) return false;
  try {
    const { stdout } = await promisify(execFile)(program, ['--version'], { timeout: 10_000 });
    return KNOWN_SERVERS.test(stdout);
  } catch {
    return false;
  }
}
