import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';
const PROCESS = 'restaurant';

/** Publishes the process again under another name of its first task, as its own version. */
async function publishNextVersion(page: Page): Promise<void> {
  await page.evaluate(async (process) => {
    const call = async (method: string, path: string, body?: unknown) => {
      const response = await fetch(`/api/processes/${process}${path}`, {
        method,
        headers: { 'content-type': 'application/json', 'x-requested-with': 'onestop' },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return (await response.json()) as { xml: string; items: { version: number; name: string }[] };
    };
    const { items } = await call('GET', '/versions');
    const { version, name } = items[0]!;
    const { xml } = await call('GET', `/versions/${version}/xml`);
    const next = xml.replace(/(id="collect"[^>]*name=")[^"]*"/, `$1收件（第 ${version + 1} 版）"`);
    await call('PUT', '/draft', { xml: next, name });
    await call('POST', '/draft/publication');
  }, PROCESS);
}

describe('an administrator beside the diagram', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('looks at what a migration would do, moves the cases, and takes one back to a step', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const number = await handIn(applicant.page, XIANGTANG);
    const { page, problems } = await signIn(browser, 'admin', DESK);
    await page.goto('/designer');
    await publishNextVersion(page);

    await page.goto(`/designer/${PROCESS}`);
    await page.getByRole('link', { name: '在办件迁移' }).click();
    // The first of each list: the version with cases, and the newest other one.
    for (const label of ['从版本', '到版本']) {
      await page.getByLabel(label).click();
      await page.keyboard.press('Enter');
    }
    await page.getByTestId('migration-preview').click();
    await page.getByText(/件在办，其中 \d+ 件可以迁移/).waitFor();
    await shot(page, 'interventions-1-preview');
    await page.getByLabel('迁移的理由').fill('修订收件环节');
    await page.getByTestId('migration-start').click();
    await page.getByText(/已迁移 [1-9]\d* 件，未能迁移 \d+ 件，待办 0 件/).waitFor();
    await shot(page, 'interventions-2-moved');

    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('button', { name: '调整环节' }).click();
    await page.getByText('跳过').click();
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('理由').fill('窗口已当场收齐');
    await shot(page, 'interventions-3-modify');
    await page.getByTestId('modify').click();
    await page.getByText('已调整').waitFor();
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText(/调整了办理环节：窗口已当场收齐/).waitFor();
    await shot(page, 'interventions-4-timeline');
    expect(problems).toEqual([]);
  });
});
