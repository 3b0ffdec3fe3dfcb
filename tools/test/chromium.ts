/** The browser of the browser tests: the one that is there, else one that is fetched. */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

export const BROWSERS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
/** The same engine without a browser around it: draws the same in half the work, and views no PDFs. */
export const HEADLESS_SHELL = 'chromium-headless-shell';

/**
 * `CHROMIUM_PATH`, then PATH, then Debian's packages where that is allowed, then playwright's own.
 * @returns what the tests' environment must say for the tests to find it
 * @throws Error with one sentence when there is none to be had
 */
export async function findChromium(): Promise<{ CHROMIUM_PATH?: string }> {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return {};
  const missing = [
    ...(onPath(BROWSERS) ? [] : ['chromium']),
    ...(onPath([HEADLESS_SHELL]) ? [] : [HEADLESS_SHELL]),
  ];
  if (missing.length > 0 && process.getuid?.() === 0 && run('apt-get', ['--version'])) {
    console.log(`正在安装 ${missing.join('、')} 与中文字体（apt-get）…`);
    run('apt-get', ['update', '-qq']);
    // One by one: a distribution without the shell has the browser all the same.
    for (const name of [...missing, 'fonts-noto-cjk'])
      run('apt-get', ['install', '-y', '-qq', name]);
  }
  if (onPath(BROWSERS)) return {};
  console.log('正在下载 playwright 的 Chromium…');
  run('npx', ['playwright-core', 'install', 'chromium']);
  const { chromium } = await import('playwright-core');
  const fetched = chromium.executablePath();
  if (existsSync(fetched)) return { CHROMIUM_PATH: fetched };
  throw new Error(
    '没有 Chromium，浏览器测试无法运行：请安装 chromium，或用 CHROMIUM_PATH 指明它。',
  );
}

/** @returns the first program of these names that is on PATH */
export const onPath = (names: string[]): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap((folder) => names.map((name) => join(folder, name)))
    .find(runnable);

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const run = (command: string, args: string[]): boolean =>
  spawnSync(command, args, {
    stdio: 'inherit',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  }).status === 0;
