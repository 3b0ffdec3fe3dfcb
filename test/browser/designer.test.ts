/** Nothing that a process administrator types or draws is lost, and two who draw one process hear of each other. */
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';

const ENTRY = (field: string) => `#bio-properties-panel-onestop-${field}`;

/** A new process on the canvas, its task chosen. */
async function begin(page: Page, id: string): Promise<void> {
  await page.goto('/designer');
  await page.getByRole('button', { name: '新建流程' }).click();
  await page.getByLabel('流程名称').fill('画到一半的流程');
  await page.getByLabel('流程编号').fill(id);
  await page.getByRole('button', { name: '开始设计' }).click();
  await choose(page);
}

async function choose(page: Page): Promise<void> {
  await page.locator('.djs-element[data-element-id=handle]').click();
  await page.locator(ENTRY('limit')).waitFor();
}

/** Nothing that was typed is only on the screen. */
const kept = (page: Page) =>
  page.getByTestId('unsaved').filter({ hasText: '已留在本机' }).waitFor();

/** A machine busy with other tests draws slowly; ms. */
const SLOW = 90_000;

describe('a process administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test(
    'types on in a field while each word changes the drawing, and finds it after F5',
    async () => {
      const { page } = await signIn(browser, 'admin', DESK);
      const id = `typing-${Date.now().toString(36)}`;
      await begin(page, id);
      await page.locator(ENTRY('outcomes')).click();
      // slower than the panel takes each change over
      await page.keyboard.type('agree=同意;disagree=不同意', { delay: 120 });
      await page.getByTestId('findings').getByText('检查通过').waitFor();
      expect(await page.locator(ENTRY('outcomes')).inputValue()).toBe('agree=同意;disagree=不同意');
      await kept(page);

      await page.reload();
      await page.getByTestId('recovered').waitFor();
      await choose(page);
      expect(await page.locator(ENTRY('outcomes')).inputValue()).toBe('agree=同意;disagree=不同意');
      await shot(page, 'designer-1-recovered');
    },
    SLOW,
  );

  test(
    'keeps a half-drawn process, is told why it is not published, and deletes it',
    async () => {
      const { page } = await signIn(browser, 'admin', DESK);
      const id = `half-${Date.now().toString(36)}`;
      await begin(page, id);
      await page.locator(ENTRY('limit')).fill('很快');
      await page.getByTestId('publish-why').waitFor();
      expect(await page.getByTestId('publish').isDisabled()).toBe(true);
      await page.getByTestId('save-draft').click();
      await page.getByText('草稿已保存').waitFor();
      await page.getByTestId('draft-of').waitFor();
      await shot(page, 'designer-2-half');

      await page.goto(`/designer/${id}`);
      await choose(page);
      expect(await page.locator(ENTRY('limit')).inputValue()).toBe('很快');
      await page.locator(ENTRY('limit')).fill('P3D');
      await page.getByTestId('discard').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await choose(page);
      expect(await page.locator(ENTRY('limit')).inputValue()).toBe('很快');
      await page.getByTestId('drop-draft').click();
      await page.getByRole('button', { name: /确.?定|OK/ }).click();
      await page.waitForURL('**/designer');
      await page.getByRole('button', { name: '新建流程' }).waitFor();
      expect(await page.getByText(id).count()).toBe(0);
    },
    SLOW,
  );

  test(
    'is told who saved meanwhile, sees what they changed, and goes on with either',
    async () => {
      const one = await signIn(browser, 'admin', DESK);
      const id = `two-${Date.now().toString(36)}`;
      await begin(one.page, id);
      await one.page.getByTestId('save-draft').click();
      await one.page.getByText('草稿已保存').waitFor();

      const other = await signIn(browser, 'admin2', DESK);
      await other.page.goto(`/designer/${id}`);
      await choose(other.page);
      await one.page.locator(ENTRY('limit')).fill('P5D');
      await one.page.getByTestId('save-draft').click();
      await one.page.getByText('草稿已保存').first().waitFor();

      await other.page.locator(ENTRY('limit')).fill('P9D');
      await other.page.getByTestId('save-draft').click();
      const conflict = other.page.getByTestId('draft-conflict');
      await conflict.waitFor();
      await shot(other.page, 'designer-3-conflict');
      await conflict.getByRole('button', { name: '看对方改了什么' }).click();
      await other.page.getByRole('dialog').getByText('还没有发布过').waitFor();
      await other.page.keyboard.press('Escape');
      await conflict.getByRole('button', { name: '以我的为准' }).click();
      await other.page.getByRole('button', { name: /确.?定|OK/ }).click();
      await conflict.waitFor({ state: 'detached' });
      await one.page.goto(`/designer/${id}`);
      await choose(one.page);
      expect(await one.page.locator(ENTRY('limit')).inputValue()).toBe('P9D');
    },
    SLOW,
  );
});
