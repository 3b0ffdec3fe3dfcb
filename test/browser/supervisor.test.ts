import type { Browser } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';

describe('a supervisor', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('looks at what is over its limit and what soon will be, by department, down to the case', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const number = await handIn(applicant.page, XIANGTANG);

    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision');
    await page.getByRole('heading', { name: '效能监督' }).waitFor();
    await page
      .getByText(/没有超期的办件|按责任部门/)
      .first()
      .waitFor();
    await shot(page, 'supervisor-1-overdue');
    await page.getByTestId('view-due-soon').click();
    await page.getByLabel('几天内到期').fill('90');
    await page
      .getByText(/按责任部门|近期没有到期/)
      .first()
      .waitFor();
    await shot(page, 'supervisor-2-due-soon');

    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.locator('.djs-element.is-active').first().waitFor();
    await shot(page, 'supervisor-3-case');
    expect(problems).toEqual([]);
  });
});
