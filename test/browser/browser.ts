/** A real browser at a running platform: start it, sign people in, keep what the screen shows. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { signIn as signInByHttp } from '../../tools/session/sign-in.js';
import { BROWSERS, HEADLESS_SHELL, onPath } from '../../tools/test/chromium.js';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
const SHOTS = 'test-results';
/** Of everybody in the demonstration. */
const PASSWORD = 'onestop';

export const PHONE = { width: 390, height: 844 };
export const DESK = { width: 1440, height: 900 };

/** @throws Error naming the variable when no platform was started for these tests */
export function platformUrl(): string {
  const url = process.env.ONESTOP_URL;
  if (!url) throw new Error('没有设置 ONESTOP_URL：请先启动平台，再运行浏览器测试。');
  return url.replace(/\/$/, '');
}

/** `CHROMIUM_PATH`, or the first of these on PATH. @throws Error saying what to install */
function chromiumPath(names: string[]): string {
  const found = process.env.CHROMIUM_PATH || onPath(names);
  if (!found) throw new Error('没有找到 Chromium：请安装 chromium，或者设置 CHROMIUM_PATH。');
  return found;
}

/** @param whole also what surrounds the pages, such as the viewer of PDFs; it takes twice the work */
export function openBrowser({ whole = false } = {}): Promise<Browser> {
  const names = whole ? BROWSERS : [HEADLESS_SHELL, ...BROWSERS];
  return chromium.launch({ executablePath: chromiumPath(names), args: FLAGS });
}

/** Errors the pages themselves made; a test expects none at its end. */
export interface Visit {
  page: Page;
  problems: string[];
}

/** Pages of this test file, some closed by now. */
const opened: Page[] = [];

/** Called by the test environment where a test failed. */
Object.assign(globalThis, {
  async pictureFailure(test: string): Promise<void> {
    const pages = opened.filter((page) => !page.isClosed());
    const name = test.replaceAll(/[^\p{L}\p{N}]+/gu, '-').slice(0, 80);
    const kept = pages.map((page, place) => picture(page, `failed-${name}-${place}`));
    await Promise.allSettled(kept);
  },
});

interface Viewport {
  width: number;
  height: number;
}

/** Opens the platform in a browser profile of its own, as somebody who has signed in already. */
export async function signIn(
  browser: Browser,
  account: string,
  viewport: Viewport,
): Promise<Visit> {
  const visit = await openVisit(browser, viewport);
  const session = await signInByHttp(platformUrl(), account, PASSWORD);
  await visit.page.context().addCookies(session.cookies());
  await visit.page.goto('/');
  await visit.page.getByTestId('person-menu').waitFor();
  return visit;
}

/** The same by the province's page, as a person signs in. */
export async function signInAtThePage(
  browser: Browser,
  account: string,
  viewport: Viewport,
): Promise<Visit> {
  const visit = await openVisit(browser, viewport);
  const { page } = visit;
  await page.goto('/');
  await page.getByTestId('welcome-sign-in').click();
  await page.locator('[name=login]').fill(account);
  await page.locator('[name=password]').fill(PASSWORD);
  await page.locator('[name=password]').press('Enter');
  await page.getByTestId('person-menu').waitFor();
  return visit;
}

/** As somebody who has not signed in. */
export async function openVisit(browser: Browser, viewport: Viewport): Promise<Visit> {
  const context = await browser.newContext({
    ...{ viewport, locale: 'zh-CN', baseURL: platformUrl() },
    // What moves is waited for, and drawn again and again.
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(20_000);
  const page = await context.newPage();
  opened.push(page);
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) problems.push(message.text());
  });
  return { page, problems };
}

/** Keeps a picture on the way when `PICTURES=1` asks for them. */
export async function shot(page: Page, name: string): Promise<void> {
  if (process.env.PICTURES) await picture(page, name);
}

/** Keeps a picture under test-results/ for people to look at. */
export async function picture(page: Page, name: string): Promise<void> {
  mkdirSync(SHOTS, { recursive: true });
  await page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage: true });
}
