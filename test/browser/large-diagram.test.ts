/** A process of very many tasks in the designer. */
import type { Browser } from 'playwright-core';
import { DRAWN_TASKS, DRAWN_WITHIN } from '../sizes.js';
import { DESK, openBrowser, signIn } from './browser.js';
import { longProcess } from './large-diagram.js';

it('draws very many tasks at once, and keeps what is changed in them', async () => {
  const browser: Browser = await openBrowser();
  try {
    const { page } = await signIn(browser, 'admin', DESK);
    const id = `long-${Date.now().toString(36)}`;
    await page.goto('/designer');
    await page.getByRole('button', { name: '新建流程' }).waitFor();
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: 'long.bpmn', mimeType: 'application/xml' },
      buffer: Buffer.from(longProcess(id, DRAWN_TASKS)),
    });
    await page.waitForURL(`**/designer/${id}`);
    const begun = Date.now();
    await page
      .locator(`.djs-element[data-element-id=f${DRAWN_TASKS}]`)
      .waitFor({ state: 'attached', timeout: 60_000 });
    expect(Date.now() - begun).toBeLessThan(DRAWN_WITHIN);
    await page
      .getByTestId('findings')
      .getByText(/检查通过|个错误/)
      .waitFor({ timeout: 60_000 });
    await page.locator('.djs-element[data-element-id=t25]').click();
    await page.locator('#bio-properties-panel-onestop-limit').fill('5wd');
    await page
      .getByTestId('unsaved')
      .filter({ hasText: '已自动保存' })
      .waitFor({ timeout: 60_000 });
    await page.getByTestId('drop-draft').click();
    await page.getByRole('button', { name: /确.?定|OK/ }).click();
    await page.waitForURL('**/designer');
  } finally {
    await browser.close();
  }
}, 180_000);
