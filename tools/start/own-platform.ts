/** A whole platform of a tool's own, in a folder that is thrown away when it is stopped. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../embedded/ports.js';
import { ROOT } from './settings.js';

export interface OwnPlatform {
  url: string;
  dataDir: string;
  /** Ends all its processes and removes its data. */
  stop(): Promise<void>;
}

/** How often its health is asked for, ms. The starter itself gives up when it takes too long. */
const ASK_EVERY = 200;

/**
 * Starts it as `npm start` does and waits until it is healthy; its progress goes to stderr.
 * @throws Error when it ended before that
 */
export async function startOwnPlatform(env: NodeJS.ProcessEnv = {}): Promise<OwnPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onestop-own-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'tools/run.mjs'), 'tools/start/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 2, 2],
    env: { ...process.env, ...env, PORT: String(port), DATA_DIR: dataDir },
  });
  const exited = new Promise<'exited'>((resolve) => child.once('exit', () => resolve('exited')));
  const platform: OwnPlatform = {
    url: `http://localhost:${port}`,
    dataDir,
    async stop() {
      child.kill('SIGTERM');
      await exited;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
  while (!(await isHealthy(platform.url))) {
    const pause = new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
    if ((await Promise.race([exited, pause])) === 'exited') {
      rmSync(dataDir, { recursive: true, force: true });
      throw new Error('平台没有启动成功；请看上面的输出。');
    }
  }
  return platform;
}

const isHealthy = (url: string): Promise<boolean> =>
  fetch(`${url}/api/health`).then(
    ({ status }) => status === 200,
    () => false,
  );
