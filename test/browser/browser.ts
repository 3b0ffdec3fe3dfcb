/** A real browser at a running platform: start it, sign people in, keep what the screen shows. */
import { mkdirSync } from 'node:fs';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const SHOTS = 'test-results';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** @throws Error naming the variable when no platform was started for these tests */
export function platformUrl(): string {
  const url = process.env.ONESTOP_URL;
  if (!url) throw new Error('没有设置 ONESTOP_URL：请先启动平台，再运行浏览器测试。');
  return url.replace(/\/$/, '');
}

function runnable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** `CHROMIUM_PATH`, or the first Chromium on PATH. @throws Error saying what to install */
export function chromiumPath(): string {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH;
  const folders = (process.env.PATH ?? '').split(delimiter);
  const found = folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(runnable);
  if (!found) throw new Error('没有找到 Chromium：请安装 chromium，或者设置 CHROMIUM_PATH。');
  return found;
}

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: chromiumPath(), args: FLAGS });
}

/** Errors the pages themselves made; a test expects none at its end. */
export interface Visit {
  page: Page;
  problems: string[];
}

/** Opens the platform in a browser profile of its own and signs the person in. */
export async function signIn(
  browser: Browser,
  account: string,
  viewport: { width: number; height: number },
): Promise<Visit> {
  const context = await browser.newContext({ viewport, locale: 'zh-CN', baseURL: platformUrl() });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  await page.goto('/');
  await page.getByTestId('welcome-sign-in').click();
  await page.locator('[name=login]').fill(account);
  await page.locator('[name=password]').fill('onestop');
  await page.locator('[name=password]').press('Enter');
  await page.getByTestId('person-menu').waitFor();
  return { page, problems };
}

/** Keeps a picture under test-results/ for people to look at. */
export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
