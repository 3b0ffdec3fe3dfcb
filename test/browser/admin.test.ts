import type { Browser } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';

describe('a process administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('draws a process, mends what the check finds, saves and publishes it', async () => {
    const { page, problems } = await signIn(browser, 'admin', DESK);
    await page.goto('/designer');
    await page
      .getByRole('link', { name: /开饭店/ })
      .first()
      .click();
    await page.locator('.djs-element[data-element-id=collect]').waitFor();
    await page.getByText(/检查通过|个错误/).waitFor();
    await shot(page, 'admin-1-restaurant');

    const id = `browser-${Date.now().toString(36)}`;
    await page.goto('/designer');
    await page.getByRole('button', { name: '新建流程' }).click();
    await page.getByLabel('流程名称').fill('浏览器试画的流程');
    await page.getByLabel('流程编号').fill(id);
    await page.getByRole('button', { name: '开始设计' }).click();
    await page.locator('.djs-element[data-element-id=handle]').click();
    const line = page.locator('#bio-properties-panel-onestop-line');
    await line.selectOption('market');
    expect(await line.inputValue()).toBe('market');
    await page.locator('#bio-properties-panel-onestop-outcomes').fill('done=办完');
    await page.getByText('检查通过').waitFor();
    await shot(page, 'admin-2-drawn');

    await page.getByTestId('save-draft').click();
    await page.getByText('草稿已保存').waitFor();
    await page.getByTestId('publish').click();
    await page.getByText(/已发布第 1 版/).waitFor();
    await page.getByRole('link', { name: '流程列表' }).click();
    await page
      .getByRole('row', { name: new RegExp(id) })
      .getByText('第 1 版')
      .waitFor();
    await shot(page, 'admin-3-published');
    expect(problems).toEqual([]);
  });
});
