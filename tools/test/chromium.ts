/** The browser of the browser tests: the one that is there, else one that is fetched. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/**
 * `CHROMIUM_PATH`, then PATH, then Debian's package where that is allowed, then playwright's own.
 * @throws Error with one sentence when there is none to be had
 */
export async function findChromium(): Promise<string> {
  const found = onPath();
  if (found) return found;
  if (process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    console.log('正在安装 chromium 与中文字体（apt-get）…');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'fonts-noto-cjk']);
    const installed = onPath();
    if (installed) return installed;
  }
  console.log('正在下载 playwright 的 Chromium…');
  run('npx', ['playwright-core', 'install', 'chromium']);
  const { chromium } = await import('playwright-core');
  if (existsSync(chromium.executablePath())) return chromium.executablePath();
  throw new Error(
    '没有 Chromium，浏览器测试无法运行：请安装 chromium，或用 CHROMIUM_PATH 指明它。',
  );
}

function onPath(): string | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given && existsSync(given)) return given;
  return (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => NAMES.map((name) => join(folder, name)))
    .find((file) => existsSync(file));
}

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;
