import type { Browser, Locator, Page } from 'playwright-core';
import { openBrowser, PHONE, shot, signInAtThePage } from './browser.js';
import { call } from './desk.js';
import { answerSituation, fillForm, uploadAll } from './restaurant.js';

/** Offline, signed out and from another browser: the page says so, loses nothing and goes on. */
async function keepsWhatIsWritten(page: Page): Promise<void> {
  const seats = page.locator('#root_seats');
  const context = page.context();
  const saved = page.locator('[data-testid=save-state][data-state=saved]');
  await saved.waitFor();
  await context.setOffline(true);
  await seats.fill('61');
  await page.getByTestId('save-offline').waitFor();
  await context.setOffline(false);
  await page.getByTestId('save-offline').waitFor({ state: 'detached' });

  const cookies = await context.cookies();
  await context.clearCookies();
  await seats.fill('62');
  await page.getByTestId('save-signed-out').waitFor();
  await shot(page, 'applicant-4-signed-out');
  await context.addCookies(cookies);
  await page.reload();
  await seats.waitFor();
  expect(await seats.inputValue()).toBe('62');
  await saved.waitFor();

  const path = page.url().replace('/drafts/', '/api/drafts/');
  const { form, materials } = await call<{ form: object; materials: object }>(page, 'GET', path);
  expect(form).toMatchObject({ seats: 62 });
  await call(page, 'PUT', path, { form: { ...form, seats: 63 }, materials });
  await seats.fill('60');
  await page.getByTestId('save-elsewhere').waitFor();
  await shot(page, 'applicant-4-elsewhere');
  await page.getByRole('button', { name: '用这里的' }).click();
  await page.getByTestId('save-elsewhere').waitFor({ state: 'detached' });
  expect(await call(page, 'GET', path)).toMatchObject({ form: { seats: 60 } });
}

/** What was deleted comes back whole: at once, or from the list of what was deleted lately. */
async function comesBackAfterDeletion(page: Page, draft: Locator): Promise<void> {
  const address = await draft.getByRole('link').getAttribute('href');
  const remove = async () => {
    await draft.getByRole('button', { name: /^删除/ }).click();
    await draft.getByTestId('delete-draft').click();
    await page.getByTestId('deleted').waitFor();
  };
  await remove();
  await page.getByRole('button', { name: '撤销删除' }).click();
  await page.locator(`a[href="${address}"]`).waitFor();
  await remove();
  await page.reload();
  const lately = page.getByTestId('deleted-drafts');
  await lately.locator('summary').click();
  await shot(page, 'applicant-4-deleted');
  await lately
    .getByRole('button', { name: /^恢复草稿.+晓梅饭店/ })
    .first()
    .click();
  await page.locator(`a[href="${address}"]`).waitFor();
}

describe('an applicant with a phone', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('opens a restaurant: finds the matter, sees what is needed, fills in, hands in, follows it', async () => {
    const { page, problems } = await signInAtThePage(browser, 'zhang', PHONE);
    const { demoDay } = (await (await page.request.get('/api/health')).json()) as {
      demoDay: number | null;
    };
    expect(await page.getByTestId('demo-day').count()).toBe(demoDay === null ? 0 : 1);
    await page.getByRole('searchbox').fill('饭店');
    await page.locator('.item-card', { hasText: '开饭店一件事' }).click();
    await page.getByRole('heading', { name: '申请材料' }).waitFor();
    await shot(page, 'applicant-1-guide');

    await page.getByTestId('apply').click();
    const area = page.getByLabel(/经营场所面积/);
    await area.fill('-5');
    await page.getByText('要大于 0', { exact: true }).waitFor();
    await answerSituation(page);
    const result = page.getByTestId('situation-result');
    await result.waitFor();
    await area.fill('');
    await page.getByText('还有 1 个问题没有回答好').waitFor();
    expect(await result.count()).toBe(0);
    expect(await page.getByRole('button', { name: '开始填写' }).isDisabled()).toBe(true);
    await area.fill('１８０');
    await result.getByText(/食品经营许可/).waitFor();
    expect(await result.getByText('需要办', { exact: true }).count()).toBe(2);
    await shot(page, 'applicant-2-situation');
    await page.getByRole('button', { name: '开始填写' }).click();

    const phone = page.locator('#root_phone');
    await phone.fill('１２');
    await phone.press('Tab');
    await page
      .locator('#root_phone-field')
      .getByText(/^电话号码不正确/)
      .waitFor();
    expect(await phone.getAttribute('aria-invalid')).toBe('true');
    expect(await page.locator('.field-error').count()).toBe(1);
    await phone.fill('+86 199 0000 0001');
    await page.locator('#root_phone-field .field-error').waitFor({ state: 'detached' });
    await phone.press('Tab');
    expect(await phone.inputValue()).toBe('19900000001');
    await phone.fill('12');
    const summary = page.locator('.error-summary:focus').getByText(/处需要修改/);
    for (const _time of ['first', 'second']) {
      await phone.focus();
      await page.getByRole('button', { name: '保存并继续' }).click();
      await summary.waitFor();
    }
    await shot(page, 'applicant-3-errors');
    await fillForm(page);
    await shot(page, 'applicant-4-form');
    await keepsWhatIsWritten(page);
    await page.goto('/cases');
    const draft = page.getByTestId('draft').filter({ hasText: '晓梅饭店' }).first();
    await draft.getByRole('button', { name: /^删除/ }).click();
    await draft.getByText('7 天之内可以恢复').waitFor();
    await shot(page, 'applicant-4-drafts');
    await draft.getByRole('button', { name: '不删除' }).click();
    await comesBackAfterDeletion(page, draft);
    await draft.getByRole('link').click();
    await phone.waitFor();
    await page.getByRole('button', { name: '保存并继续' }).click();

    await uploadAll(page);
    await page.getByText('必要材料已经齐全').waitFor();
    await shot(page, 'applicant-5-materials');
    await page.getByRole('button', { name: '保存并继续' }).click();

    await page.getByTestId('check-where').getByText('响堂街道').waitFor();
    await page.getByRole('link', { name: 'material-0.pdf' }).waitFor();
    await page.getByRole('link', { name: '修改：联系电话' }).click();
    await page
      .locator('#root_operatorName-field')
      .getByText(/^由.+预填，请核对/)
      .waitFor();
    await page.getByRole('button', { name: '保存并返回核对' }).click();
    await page.getByRole('link', { name: '申请材料' }).waitFor();
    await page.getByTestId('sign-promise').fill('张晓梅');
    await page.getByTestId('agree-promise').click();
    await page.getByTestId('signed-promise').waitFor();
    await page.getByTestId('declare').check();
    await shot(page, 'applicant-6-check');
    await page.getByTestId('submit-case').click();
    const number = await page.getByTestId('case-number').textContent();
    expect(number).toMatch(/^210381\d+/);
    await page.getByAltText('查询进度的二维码').waitFor();
    await page.getByTestId('receipt-sent').getByText('material-0.pdf').waitFor();
    await shot(page, 'applicant-7-receipt');
    await page.goto('/');
    const underWay = page
      .getByTestId('home-under-way')
      .getByRole('listitem')
      .filter({
        has: page.locator(`a[href$="${number}"]`),
      });
    await underWay.getByText(/现在等.+办理/).waitFor();
    await shot(page, 'applicant-7-home');
    await page.goto(`/cases/${number}/receipt`);

    await page.getByRole('link', { name: '查看进度' }).click();
    await page.getByRole('heading', { name: '办理进度' }).waitFor();
    await shot(page, 'applicant-8-case');
    await page.getByRole('button', { name: '撤回申请' }).click();
    await page.getByLabel('撤回的原因').fill('演示结束，不再开店。');
    await page.getByRole('button', { name: '确认撤回' }).click();
    await page.locator('[data-state=withdrawn]').first().waitFor();
    await shot(page, 'applicant-9-withdrawn');
    expect(problems).toEqual([]);
  }, 180_000);
});
