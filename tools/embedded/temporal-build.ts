/** Builds the `temporal` command from source with Go, where no ready one can be downloaded. */
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { findOnPath } from './on-path.js';

/** Told what is being done, in a sentence. */
export type Progress = (message: string) => void;

const MODULE = 'github.com/temporalio/cli/cmd/temporal';
/** How often to say that it is still building, ms. */
const SAY_EVERY = 10_000;

/** The `go` program: on PATH, or where its installer puts it. */
export function findGo(): string | undefined {
  return (
    findOnPath('go') ??
    ['/usr/local/go/bin/go', '/usr/lib/go/bin/go', join(homedir(), 'go', 'bin', 'go')].find(
      existsSync,
    )
  );
}

/**
 * `go install`s this version and moves the program to `target`. Two to four minutes on two cores.
 * @throws Error with Go's last words when it cannot be built
 */
export async function buildTemporal(
  go: string,
  target: string,
  version: string,
  progress: Progress,
): Promise<void> {
  const folder = mkdtempSync(join(dirname(target), 'building-'));
  try {
    await install(go, folder, version, progress);
    const unfinished = `${target}.${process.pid}`;
    copyFileSync(join(folder, 'temporal'), unfinished);
    renameSync(unfinished, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function install(go: string, folder: string, version: string, progress: Progress) {
  const started = Date.now();
  let modules = 0;
  const lines: string[] = [];
  const say = () =>
    progress(
      `正在用 Go 编译 Temporal ${version}（只需一次，约 2～4 分钟）：` +
        `已用 ${Math.round((Date.now() - started) / 1000)} 秒，已取得 ${modules} 个模块`,
    );
  say();
  const child = spawn(go, ['install', '-trimpath', '-ldflags=-s -w', `${MODULE}@v${version}`], {
    env: { ...process.env, GOBIN: folder, GOFLAGS: '' },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  createInterface({ input: child.stderr }).on('line', (line) => {
    if (line.startsWith('go: downloading')) modules += 1;
    else lines.push(line);
  });
  const timer = setInterval(say, SAY_EVERY);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.once('error', reject);
      child.once('close', resolve);
    });
    if (code !== 0) {
      throw new Error(
        `用 Go 编译 Temporal 失败（退出码 ${code}）；请安装 temporal 命令行 ${version} 或设置 TEMPORAL_ADDRESS。\n` +
          lines.slice(-8).join('\n'),
      );
    }
  } finally {
    clearInterval(timer);
  }
}
