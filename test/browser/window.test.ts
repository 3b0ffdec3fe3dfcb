import type { Browser } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';
import { call, deskOf, work } from './desk.js';
import { COUNTY, material, TOWNSHIP } from './restaurant.js';
import { foodForm } from './single-items.js';

describe('a clerk at a window', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('enters what somebody brings, prints the receipt, and forwards the papers elsewhere', async () => {
    const { page, problems } = await signIn(browser, 'tieDong-window', DESK);
    await page.goto('/window');
    await page.getByTestId('window-entry').waitFor();
    // The window's own place stands there already.
    const place = page.locator('#region-county option:checked');
    await place.filter({ hasText: '铁东区' }).waitFor({ state: 'attached' });
    await page.locator('#window-item').fill('食品经营');
    await page.getByRole('option', { name: '食品经营许可（餐饮服务）' }).click();
    await page.locator('#window-number').fill(foodForm.idNumber);
    await page.locator('#window-name').fill('张小梅');
    await page.locator('#window-queue').fill('A017');
    await page.locator('#region-county').selectOption({ label: COUNTY });
    const townships = page.locator('#region-township');
    await townships.waitFor();
    const names = await townships.locator('option').allTextContents();
    await townships.selectOption({ label: names.find((name) => TOWNSHIP.test(name)) ?? '' });
    await page.getByTestId('window-open').click();
    await page.getByText(/人口库中没有这个身份证号码和姓名的人/).waitFor();
    await shot(page, 'window-1-not-verified');

    await page.locator('#window-name').fill('张晓梅');
    await page.locator('#window-name').press('Enter');
    await page.getByTestId('for-whom').getByText('张晓梅').waitFor();
    await page.locator('#root_creditCode').waitFor();
    // Who was verified is not written down again.
    expect(await page.locator('#root_operatorName').inputValue()).toBe('张晓梅');
    expect(await page.locator('#root_creditCode').inputValue()).toBe(foodForm.creditCode);
    await shot(page, 'window-2-form');
    const draft = page.url().split('/drafts/')[1] ?? '';
    // The form saves itself as long as it is open, and would write over what is saved beside it.
    await page.goto('/window');
    await page.getByTestId('window-entry').waitFor();
    await call(page, 'PUT', `/api/drafts/${draft}`, { form: foodForm, materials: {} });
    await page.goto(`/drafts/${draft}/materials`);
    const rows = page.locator('li.material').filter({ has: page.locator('input[type=file]') });
    await rows.first().waitFor();
    for (const code of ['food-application', 'layout', 'food-safety-rules']) {
      const row = page.getByTestId(`material-${code}`);
      await row.locator('input[type=file]').setInputFiles(material(code));
      await row.locator('.file').first().waitFor();
    }
    await shot(page, 'window-3-materials');
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByTestId('declare').check();
    await page.getByTestId('submit-case').click();

    const receipt = page.getByTestId('collection-receipt');
    await receipt.getByText(/^SJ\d{14}$/).waitFor();
    expect(await receipt.getByText('张晓梅').count()).toBe(1);
    await shot(page, 'window-4-receipt');
    const number = page.url().split('/').pop() ?? '';
    await page.getByRole('link', { name: '下一位' }).click();
    const row = page
      .getByTestId('collection')
      .filter({ has: page.locator(`a[href$="${number}"]`) });
    await row.getByLabel('转交方式、单号').fill('快递 SF1234567890');
    await row.getByRole('button', { name: '转交' }).click();
    await row.getByText(/SF1234567890/).waitFor();
    await shot(page, 'window-5-collected');

    const owner = await deskOf(browser, 'hc-market-handler', 'handler');
    await owner.goto('/incoming-papers');
    const incoming = owner
      .getByTestId('collection')
      .filter({ has: owner.locator(`a[href$="${number}"]`) });
    await incoming.getByRole('button').click();
    await incoming.getByRole('button').waitFor({ state: 'detached' });
    await shot(owner, 'window-6-incoming');
    expect(problems).toEqual([]);
  }, 120_000);

  test('takes in what somebody could not get done, which is answered by its desk', async () => {
    const { page, problems } = await signIn(browser, 'xt-window', DESK);
    await page.goto('/window');
    await page.getByTestId('unresolved').click();
    expect(await page.locator('#window-item').inputValue()).toBe('办不成事反映');
    await page.locator('#window-number').fill(foodForm.idNumber);
    await page.locator('#window-name').fill('张晓梅');
    await page.getByTestId('window-open').click();
    await page.locator('#root_story').waitFor();
    expect(await page.locator('#root_name').inputValue()).toBe('张晓梅');
    await shot(page, 'window-7-unresolved');
    const draft = page.url().split('/drafts/')[1]?.split('/')[0] ?? '';
    await page.goto('/window');
    const form = {
      ...{ name: '张晓梅', idNumber: foodForm.idNumber, phone: '19900000001' },
      ...{ matter: '给饭店办食品许可', unit: '市场监管窗口', story: '去了三次都说缺材料。' },
    };
    await call(page, 'PUT', `/api/drafts/${draft}`, { form, materials: {} });
    const { number } = await call<{ number: string }>(page, 'POST', '/api/cases', { draft });

    const desk = await deskOf(browser, 'hc-unresolved', 'handler');
    await work(desk, number, 'verify', 'done', { conclusion: '窗口没有一次性告知。' });
    const reason = '已协调市场监管窗口，当天收件。';
    await work(desk, number, 'answer', 'grant', { reason }, reason);
    const applicant = await signIn(browser, 'zhang', DESK);
    await applicant.page.goto(`/cases/${number}`);
    await applicant.page.getByText(reason).first().waitFor();
    await shot(applicant.page, 'window-8-answered');
    expect([...problems, ...applicant.problems]).toEqual([]);
  }, 120_000);
});
