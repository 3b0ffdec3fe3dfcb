import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';

/** From the city's board down by the first row of each level. */
async function drill(page: Page, name: string | RegExp): Promise<void> {
  const before = page.url();
  await page.getByTestId('drill').filter({ hasText: name }).first().click();
  await page.waitForURL((url) => url.href !== before);
}

describe('a supervisor', () => {
  let browser: Browser;
  let number: string;
  beforeAll(async () => {
    browser = await openBrowser();
    const applicant = await signIn(browser, 'zhang', PHONE);
    number = await handIn(applicant.page, XIANGTANG);
  });
  afterAll(() => browser.close());

  test('goes from the board of the city down to the case, and sees where it stands', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision');
    await page.getByTestId('board').locator('tbody a').first().waitFor();
    expect(Number(await page.getByTestId('total-open').textContent())).toBeGreaterThan(0);
    expect(await page.getByTestId('supervised-scope').textContent()).toBe('鞍山市');
    await shot(page, 'supervisor-1-board');
    await drill(page, '海城');
    await page.getByTestId('crumbs').getByText('海城').waitFor();
    await drill(page, /.+/);
    await shot(page, 'supervisor-2-township');
    await page.getByTestId('by-line').click();
    await page.getByTestId('drill').first().waitFor();
    await shot(page, 'supervisor-3-by-line');

    await page.goto('/supervision/cases?metric=open');
    await page.getByTestId('supervised-cases').getByText(number).first().waitFor();
    await shot(page, 'supervisor-4-cases');
    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.locator('.djs-element.is-active').first().waitFor();
    expect(problems).toEqual([]);
  });

  test('of a county reads on the page that the figures are the county’s', async () => {
    const { page, problems } = await signIn(browser, 'hc-supervisor', DESK);
    await page.goto('/supervision');
    await page.getByTestId('crumbs').getByText('海城市').waitFor();
    expect(await page.getByTestId('crumbs').textContent()).toBe('海城市');
    for (const path of ['', '/statistics', '/league', '/cards']) {
      await page.goto(`/supervision${path}`);
      await page.getByTestId('supervised-scope').getByText('海城市', { exact: true }).waitFor();
    }
    await shot(page, 'supervisor-16-county');
    expect(problems).toEqual([]);
  });

  test('orders a department, which replies, and accepts the reply', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision/orders');
    await page.getByTestId('new-order').click();
    const title = `尽快收件 ${number.slice(-6)}`;
    await page.getByLabel('标题').fill(title);
    await page.getByLabel('要求').fill('请在期限前收件并说明原因。');
    await page.getByLabel('单位', { exact: true }).click();
    await page.getByLabel('单位', { exact: true }).fill('响堂街道便民服务中心');
    await page.locator('.ant-select-item-option').filter({ hasText: '响堂' }).first().click();
    await page.getByLabel('办理期限').fill('2099-12-31');
    await page.getByLabel('办件编号（可不填）').fill(number);
    await page.getByTestId('issue-order').click();
    await page.getByTestId('orders').getByText(title).waitFor();
    await shot(page, 'supervisor-5-orders');

    const desk = await signIn(browser, 'xt-window', DESK);
    await desk.page.goto('/duties');
    const row = desk.page.getByTestId('orders').locator('tr').filter({ hasText: title });
    await row.getByTestId('open-order').click();
    await desk.page.getByTestId('act-text').fill('已收件。');
    await desk.page.getByTestId('move-reply').click();
    await desk.page.getByTestId('acts').getByText('已收件。').waitFor();
    await shot(desk.page, 'supervisor-6-reply');

    await page.reload();
    const order = page.getByTestId('orders').locator('tr').filter({ hasText: title });
    await order.getByTestId('open-order').click();
    await page.getByTestId('move-acceptance').click();
    await page.getByTestId('acts').getByText('认可').waitFor();
    expect([...problems, ...desk.problems]).toEqual([]);
  });

  test('looks at statistics as chart and table, the appraisal, the heat, cards and rules, and keeps a query', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision/statistics?group=county');
    await page.getByTestId('statistics').waitFor();
    await page.locator('[data-testid=chart][data-ready=true], .nothing').first().waitFor();
    await shot(page, 'supervisor-7-statistics');
    await page.getByTestId('save-query-open').click();
    await page.getByLabel('查询名称').fill('一年来各区县');
    await page.getByTestId('save-query').click();
    await page.getByTestId('saved-queries').waitFor();

    await page.goto('/supervision/league');
    await page.getByTestId('league').waitFor();
    await shot(page, 'supervisor-8-league');
    await page.goto('/supervision/heat');
    await page.getByTestId('heat').locator('.heat-badge').first().waitFor();
    await shot(page, 'supervisor-9-heat');
    for (const [path, list] of [
      ['cards', 'cards'],
      ['rules', 'rules'],
    ] as const) {
      await page.goto(`/supervision/${path}`);
      await page.getByTestId(list).locator('tr.ant-table-row, .nothing').first().waitFor();
      await shot(page, `supervisor-10-${path}`);
    }
    expect(problems).toEqual([]);
  });

  test('chooses what is too long, issues a card by hand from the case, and reads the standards', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision');
    await page.getByTestId('board').locator('tbody a').first().waitFor();
    await page.getByTestId('moment-returns').fill('1');
    await page.getByTestId('moment-returns').press('Enter');
    await page.waitForURL(/returns=1/);
    await shot(page, 'supervisor-11-moments');

    await page.goto(`/workbench/cases/${number}`);
    await page.getByTestId('card-for-case').click();
    const reason = `人工亮牌 ${number.slice(-6)}`;
    await page.getByLabel('单位', { exact: true }).fill('响堂街道便民服务中心');
    await page.locator('.ant-select-item-option').filter({ hasText: '响堂' }).first().click();
    await page.getByLabel('事由').fill(reason);
    await shot(page, 'supervisor-12-new-card');
    await page.getByTestId('issue-card').click();
    await page.locator('.ant-modal').waitFor({ state: 'hidden' });
    await page.goto(`/supervision/cards?case=${number}`);
    await page.getByTestId('cards').getByText(reason).click();
    await page.getByTestId('acts').getByText(reason).waitFor();
    await shot(page, 'supervisor-13-card');
    await page.goto('/supervision/rules');
    await page.getByTestId('settings-appraisal').locator('tr.ant-table-row').first().waitFor();
    await shot(page, 'supervisor-14-settings');
    expect(await page.getByTestId('save-appraisal').count()).toBe(0);

    const admin = await signIn(browser, 'admin', DESK);
    await admin.page.goto('/supervision/rules');
    await admin.page.getByTestId('settings-appraisal').waitFor();
    const versions = admin.page.getByTestId('settings-urges').locator('tr.ant-table-row');
    const before = await versions.count();
    await admin.page.getByTestId('save-urges').click();
    await versions.nth(before).waitFor();
    await shot(admin.page, 'supervisor-15-admin-settings');
    expect([...problems, ...admin.problems]).toEqual([]);
  }, 120_000);
});
