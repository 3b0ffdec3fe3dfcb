/** A whole platform of its own for a phase of tests, thrown away after it. */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../embedded/ports.js';
import { ROOT } from '../start/settings.js';

/** First start of a slow machine: build of the web, servers, data. */
const READY_WITHIN = 300_000;

export async function withPlatform<T>(work: (url: string) => Promise<T>): Promise<T> {
  const dataDir = mkdtempSync(join(tmpdir(), 'onestop-browser-'));
  const port = await freePort();
  const child = spawn(process.execPath, [join(ROOT, 'tools/run.mjs'), 'tools/start/main.ts'], {
    cwd: ROOT,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, PORT: String(port), DATA_DIR: dataDir },
  });
  let running = true;
  const exited = new Promise<void>((resolve) =>
    child.once('exit', () => {
      running = false;
      resolve();
    }),
  );
  try {
    const url = `http://localhost:${port}`;
    await untilHealthy(url, () => running);
    return await work(url);
  } finally {
    child.kill('SIGTERM');
    await exited;
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function untilHealthy(url: string, running: () => boolean): Promise<void> {
  const deadline = Date.now() + READY_WITHIN;
  while (running() && Date.now() < deadline) {
    const status = await fetch(`${url}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status === 200) return;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('平台没有启动成功；请看上面的输出。');
}
