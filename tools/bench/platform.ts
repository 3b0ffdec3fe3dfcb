/** The platform under measurement: a running one, or one of its own in a folder that is thrown away. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../embedded/ports.js';
import { PidFiles } from '../start/pid-files.js';
import { ROOT, readSettings } from '../start/settings.js';
import type { Options } from './options.js';

export interface MeasuredPlatform {
  url: string;
  dataDir: string;
  /** Process name → pid. */
  pids(): Map<string, number>;
  stop(): Promise<void>;
}

export async function openPlatform(options: Options): Promise<MeasuredPlatform> {
  if (options.url) {
    const { dataDir } = readSettings();
    return { url: options.url, dataDir, pids: () => pidsOf(dataDir), stop: async () => {} };
  }
  return startOwn(options);
}

const pidsOf = (dataDir: string): Map<string, number> =>
  new Map([...new PidFiles(join(dataDir, 'pids')).all()].map(([name, { pid }]) => [name, pid]));

async function startOwn(options: Options): Promise<MeasuredPlatform> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onestop-bench-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'tools/run.mjs'), 'tools/start/main.ts'], {
    cwd: ROOT,
    // Progress belongs on stderr: stdout is the result's.
    stdio: ['ignore', 2, 2],
    env: {
      ...process.env,
      PORT: String(port),
      DATA_DIR: dataDir,
      // The clients are few callers with many requests: 0 = no limit.
      RATE_LIMIT: '0',
      ...(options.databaseUrl && { DATABASE_URL: options.databaseUrl }),
      ...(options.temporalAddress && { TEMPORAL_ADDRESS: options.temporalAddress }),
    },
  });
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const url = `http://localhost:${port}`;
  await untilHealthy(url, exited);
  return {
    url,
    dataDir,
    pids: () => pidsOf(dataDir),
    async stop() {
      child.kill('SIGTERM');
      await exited;
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function untilHealthy(url: string, exited: Promise<void>): Promise<void> {
  let alive = true;
  void exited.then(() => (alive = false));
  while (alive) {
    const status = await fetch(`${url}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('平台没有启动成功；请看上面的输出。');
}
