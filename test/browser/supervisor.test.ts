import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { call } from './desk.js';
import { handIn, material, RESTAURANT } from './restaurant.js';
import { draftOf, inDays, SHOP_SIGN, signForm } from './single-items.js';

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

  test('reads first how late a case is and by which limit, on a page that fits, finds it by what people know, and takes it along', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', { width: 1400, height: 900 });
    await page.goto('/supervision/cases?metric=open');
    const list = page.getByTestId('supervised-cases');
    await list.getByText(number).first().waitFor();
    const first = list.locator('thead th').first();
    expect(await first.textContent()).toBe('超期与期限');
    const box = list.locator('.ant-table-content');
    expect(await box.evaluate((one) => one.scrollWidth - one.clientWidth)).toBe(0);
    await shot(page, 'supervisor-17-late-first');
    const search = page.getByLabel('编号、申请人、事项');
    for (const [words, found] of [
      [number, true],
      ['张晓梅', true],
      ['开饭店一件事', true],
      ['没有这样的人', false],
    ] as const) {
      await search.fill(words);
      await search.press('Enter');
      await page.waitForURL((url) => url.searchParams.get('q') === words);
      if (found) await list.getByText(number).first().waitFor();
      else await list.getByText('没有这样的办件').waitFor();
    }
    await search.fill(number);
    await search.press('Enter');
    await list.getByText(number).first().waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('download-csv').click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^办件-.*\.csv$/);
    expect(await page.getByTestId('print').count()).toBe(1);
    expect(problems).toEqual([]);
  });

  test('finds on the board what waits for confirmation, and confirms it together with the reason', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision');
    const waiting = page.getByTestId('total-proposedCards');
    // A rule that finds the case at once; it ends with the test.
    const admin = await signIn(browser, 'admin', DESK);
    const { id } = await call<{ id: string }>(admin.page, 'POST', '/api/card-rules', {
      ...{ name: '全部提请', condition: 'returned-often', threshold: 0, colour: 'warning' },
      ...{ issue: 'proposal', answerDays: 3, ladder: [], item: RESTAURANT, validFrom: inDays(0) },
    });
    await call(admin.page, 'POST', '/api/card-rules/evaluation', {});
    await call(admin.page, 'DELETE', `/api/card-rules/${id}`);
    await page.reload();
    await waiting.filter({ hasNotText: /^0$/ }).waitFor();
    await waiting.click();
    const rows = page.getByTestId('cards').locator('tr.ant-table-row');
    await rows.first().waitFor();
    await rows.first().getByRole('checkbox').check();
    const reason = await rows.first().getByTestId('open-card').textContent();
    const of = await rows.first().getByRole('link').textContent();
    await page.getByTestId('decision-reason').fill('核实无误，请按期答复');
    await shot(page, 'supervisor-18-decide');
    await page.getByTestId('decide-confirm').click();
    await page.getByTestId('decision-reason').waitFor({ state: 'detached' });
    await page.goto(`/supervision/cards?case=${of}&state=issued`);
    await page.getByTestId('cards').getByText(reason!).first().click();
    await page.getByTestId('acts').getByText('核实无误，请按期答复').waitFor();
    expect(problems).toEqual([]);
  }, 150_000);

  test('orders several units at once with a paper, and prints the order', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision/orders');
    await page.getByTestId('new-order').click();
    const title = `联合督办 ${number.slice(-6)}`;
    await page.getByLabel('标题').fill(title);
    await page.getByLabel('要求').fill('请两家单位各自说明。');
    for (const unit of ['响堂街道便民服务中心', '海城市市场监督管理局']) {
      await page.getByLabel('单位', { exact: true }).fill(unit);
      await page.locator('.ant-select-item-option').filter({ hasText: unit }).first().click();
      await page.locator('.ant-select-selection-item').filter({ hasText: unit }).waitFor();
    }
    await page.keyboard.press('Tab');
    await page.getByLabel('办理期限').fill('2099-12-31');
    await page.locator('.ant-modal input[type=file]').setInputFiles(material('依据'));
    await page.locator('.ant-modal .file').first().waitFor();
    await shot(page, 'supervisor-19-several-units');
    await page.getByTestId('issue-order').click();
    const rows = page.getByTestId('orders').locator('tr').filter({ hasText: title });
    await rows.nth(1).waitFor();
    await rows.first().getByTestId('open-order').click();
    await page.getByTestId('order-sheet').click();
    const sheet = page.locator('article[data-testid=order-sheet]');
    await sheet.getByText(/督办〔\d+〕\d+号/).waitFor();
    for (const shown of [title, '依据.pdf', '承办单位签收'])
      expect([shown, await sheet.getByText(shown).count()]).toEqual([shown, 1]);
    await shot(page, 'supervisor-20-sheet');
    expect(problems).toEqual([]);
  }, 60_000);

  test('looks at a map of the counties and at how months go against each other', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    await page.goto('/supervision');
    await page.locator('[data-testid=place-map][data-ready=true]').waitFor();
    await shot(page, 'supervisor-21-map');
    await page.goto('/supervision/trends');
    await page.locator('[data-testid=chart][data-ready=true]').waitFor();
    await page.getByTestId('trend').getByText('未结束').first().waitFor();
    expect(await page.getByTestId('trend').locator('tr.ant-table-row').count()).toBe(12);
    await page.getByTestId('span-quarter').click();
    await page
      .getByTestId('trend')
      .getByText(/-Q[1-4]/)
      .first()
      .waitFor();
    await shot(page, 'supervisor-22-trends');
    expect(problems).toEqual([]);
  }, 60_000);

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

  test('shares a query with the body and sends it to others, who see by their own rights until it is deleted', async () => {
    const { page, problems } = await signIn(browser, 'supervisor', DESK);
    // Of another line than 市场监管's.
    const { page: zhang } = await signIn(browser, 'zhang', PHONE);
    const draft = await draftOf(zhang, SHOP_SIGN, signForm, ['sign-picture']);
    const sign = await call<{ number: string }>(zhang, 'POST', '/api/cases', { draft });
    const name = `跟踪 ${sign.number.slice(-6)}`;
    const search = `?metric=open&q=${sign.number}`;
    await page.goto(`/supervision/cases${search}`);
    await page.getByTestId('save-query-open').click();
    await page.getByLabel('查询名称', { exact: true }).fill('暂名');
    await page.getByTestId('save-query').click();
    await page.getByTestId('saved-queries').click();
    await page.getByTestId('own-queries-open').click();
    const named = (words: string) => page.getByLabel(`查询名称：${words}`, { exact: true });
    await named('暂名').fill(name);
    await named('暂名').press('Enter');
    const own = page.getByTestId('own-query').filter({ has: named(name) });
    await own.getByTestId('share-query').click();
    await own.locator('[data-testid=share-query]:checked:enabled').waitFor();
    for (const person of ['佟立新', '迟晓东']) {
      const choice = own.getByTestId('send-query');
      const option = choice.locator('option').filter({ hasText: person });
      await option.waitFor({ state: 'attached' });
      await choice.selectOption({ label: (await option.textContent()) ?? '' });
      await own.getByRole('status').filter({ hasText: person }).waitFor();
    }
    await shot(page, 'supervisor-23-own-queries');

    const colleague = await signIn(browser, 'admin', DESK);
    await colleague.page.goto('/supervision/cases');
    await colleague.page.getByTestId('saved-queries').click();
    await colleague.page.getByRole('menuitem').filter({ hasText: name }).waitFor();
    await shot(colleague.page, 'supervisor-24-shared');
    await colleague.page.getByRole('menuitem').filter({ hasText: name }).click();
    await colleague.page.waitForURL(`**/supervision/cases${search}`);

    const county = await signIn(browser, 'hc-supervisor', PHONE);
    const told = '[data-testid=notification][data-occasion=query-sent]';
    await county.page.goto('/notifications');
    const address = await county.page.locator(told).first().getAttribute('href');
    await county.page.locator(told).first().click();
    await county.page.waitForURL(`**/supervision/cases${search}`);
    await county.page.getByTestId('supervised-cases').getByText(sign.number).first().waitFor();
    await shot(county.page, 'supervisor-25-opened');
    const line = await signIn(browser, 'market-supervisor', DESK);
    await line.page.goto('/notifications');
    await line.page.locator(told).first().click();
    await line.page.waitForURL(`**/supervision/cases${search}`);
    await line.page.getByTestId('supervised-cases').getByText('没有这样的办件').waitFor();

    await own.getByRole('button', { name: `删除查询：${name}` }).click();
    await own.getByTestId('delete-query-sure').click();
    await own.waitFor({ state: 'detached' });
    await county.page.goto(address!);
    await county.page.getByText('没有这条保存的查询').waitFor();
    const pages = [colleague, county, line].flatMap((visit) => visit.problems);
    expect([...problems, ...pages]).toEqual([]);
  }, 120_000);

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
