import type { Browser } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';

describe('an auditor', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('finds who looked at a case, and sees the chain, but no workbench', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const number = await handIn(applicant.page, XIANGTANG);
    const supervisor = await signIn(browser, 'supervisor', DESK);
    await supervisor.page.goto(`/workbench/cases/${number}`);
    await supervisor.page.getByRole('tab', { name: '流程图' }).waitFor();

    const { page, problems } = await signIn(browser, 'auditor', DESK);
    await page.getByRole('link', { name: '审计', exact: true }).click();
    await page.getByRole('heading', { name: '审计日志' }).waitFor();
    await page.getByText(/已入链 \d+ 条/).waitFor();
    await page.getByLabel('对象').fill(`case:${number}`);
    await page.getByTestId('audit-search').click();
    await page.getByRole('row', { name: /关敏.*查看办件/ }).waitFor();
    await shot(page, 'auditor-1-case');
    expect(await page.getByRole('link', { name: '工作台' }).count()).toBe(0);

    // By the act's name; all of the case; whose data was looked at; and along as a file.
    await page.getByLabel('对象').fill('');
    await page.getByLabel(/^办件编号/).fill(number);
    await page.getByTestId('audit-search').click();
    await page.getByRole('row', { name: /张晓梅.*提交办件/ }).waitFor();
    await page.getByRole('row', { name: /关敏.*查看办件/ }).waitFor();
    await shot(page, 'auditor-3-all-of-a-case');
    await page.getByLabel('行为', { exact: true }).fill('查看办件');
    await page.locator('.ant-select-item-option').getByText('查看办件', { exact: true }).click();
    await page.getByRole('heading', { name: '审计日志' }).click();
    await page.getByTestId('audit-search').click();
    await page.getByRole('row', { name: /提交办件/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /关敏.*查看办件/ }).waitFor();
    await page.getByLabel(/^办件编号/).fill('');
    await page.getByLabel(/^谁被查看/).fill('张晓梅');
    await page.getByTestId('audit-search').click();
    await page.getByRole('row', { name: new RegExp(`关敏.*查看办件.*${number}`) }).waitFor();
    await shot(page, 'auditor-4-who-looked');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('audit-export').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/\.csv$/);
    await page.getByLabel(/^谁被查看/).fill('');

    await page.getByLabel('对象').fill('case:nothing');
    await page.getByTestId('audit-search').click();
    await page.getByText('没有符合条件的记录').waitFor();
    await shot(page, 'auditor-2-none');
    expect(problems).toEqual([]);
  }, 90_000);
});
