import type { Browser } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, deskOf, until, work } from './desk.js';
import { openTask, openTaskIn, taskRow } from './inbox.js';
import { ofdPaper } from './ofd-paper.js';
import { handIn } from './restaurant.js';
import { draftOf, FOOD_LICENCE, foodForm, SHOP_SIGN, signForm } from './single-items.js';

const XIANGTANG = '210381003';

describe('a handler at the keyboard', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser({ whole: true });
  });
  afterAll(() => browser.close());

  test('claims the new case, sees form, materials and the lit diagram, and completes the task', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const number = await handIn(applicant.page, XIANGTANG);

    const { page, problems } = await signIn(browser, 'xt-window', DESK);
    await openTaskIn(page, 'pool', number);
    await taskRow(page, number).first().getByText(number).waitFor();
    // What the list leaves out, nobody claims.
    const search = page.getByPlaceholder('申请人、环节、区域、编号');
    await search.fill('没有这样的申请人');
    await search.press('Enter');
    await taskRow(page, number).first().waitFor({ state: 'detached' });
    expect(await page.locator('.case-title').count()).toBe(0);
    await search.fill('');
    await search.press('Enter');
    await openTask(page, number);
    // Who does not see the screen is told what was opened.
    await page.getByTestId('announced').getByText(`办件 ${number}`).waitFor({ state: 'attached' });
    await page.getByRole('tab', { name: '流程图' }).click();
    await page.locator('.djs-element.is-active').first().waitFor();
    await page.locator('.bjs-powered-by').waitFor();
    await shot(page, 'handler-1-diagram');

    await page.getByRole('tab', { name: '申请表' }).click();
    await page.keyboard.press(']');
    const preview = page.getByTestId('preview');
    await preview.getByText(/^材料 1\/\d+：/).waitFor();
    const frame = await preview.locator('iframe').getAttribute('src');
    const shown = await page.request.get(frame ?? '');
    expect(shown.headers()['content-disposition']).toMatch(/^inline;/);
    await shot(page, 'handler-1-preview');
    await page.keyboard.press(']');
    await preview.getByText(/^材料 2\/\d+：/).waitFor();
    await page.keyboard.press('q');
    await preview.waitFor({ state: 'detached' });
    await page.keyboard.press('c');
    await page.getByTestId('complete').waitFor();
    await page.keyboard.press('1');
    await page.keyboard.press('o');
    await page.keyboard.type('材料齐全，已收件。');
    await shot(page, 'handler-2-claimed');
    await page.keyboard.press('Control+Enter');
    await page.getByText('已办理').waitFor();
    await shot(page, 'handler-3-next');

    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('tab', { name: '经过' }).click();
    const told = page.getByRole('tabpanel');
    // By another name where an admin has published a newer version meanwhile.
    await told
      .getByText(/刘春燕办理“[^”]*收件/)
      .first()
      .waitFor();
    await told.getByText('材料齐全，已收件。').waitFor();
    await shot(page, 'handler-4-timeline');

    await page.goto('/day');
    await page.getByTestId('day-done').getByText(/收件/).first().waitFor();
    await page.getByTestId('day-counts').getByText(/^\d+$/).first().waitFor();
    const figures = page.getByTestId('day-figures').locator('dl > div');
    await figures
      .filter({ hasText: '今天办理' })
      .getByText(/^[1-9]\d*$/)
      .waitFor();
    await shot(page, 'handler-5-day');
    await page.keyboard.press('Control+k');
    await page.getByTestId('palette').fill(number);
    await page.getByRole('option', { name: `${number} 办件` }).waitFor();
    await shot(page, 'handler-6-palette');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`/workbench/cases/${number}$`));
    expect(problems).toEqual([]);
  });

  test('reads an OFD beside the form, and after a correction what was asked and what it changed', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const codes = ['food-application', 'layout', 'food-safety-rules'];
    const layout = {
      ...{ name: '布局图.ofd', mimeType: 'application/ofd', buffer: ofdPaper('操作间布局') },
    };
    const draft = await draftOf(applicant.page, FOOD_LICENCE, foodForm, codes, { layout });
    const { number } = await call<{ number: string }>(applicant.page, 'POST', '/api/cases', {
      draft,
    });
    const desk = await deskOf(browser, 'hc-market-handler', 'handler');
    await work(desk, number, 'accept', 'correct', {
      fields: [{ field: 'seats', problem: '餐位数与布局图不符' }],
    });
    await call(applicant.page, 'POST', `/api/cases/${number}/supplement`, { form: { seats: 72 } });

    const { page, problems } = await signIn(browser, 'hc-market-handler', DESK);
    await openTaskIn(page, 'pool', number);
    const corrections = page.getByTestId('corrections');
    await corrections.getByText('餐位数：餐位数与布局图不符').waitFor();
    const changed = corrections.locator('.answers > div').filter({ hasText: '餐位数' });
    expect(await changed.locator('del').innerText()).toContain('60');
    expect(await changed.locator('ins').innerText()).toContain('72');
    await shot(page, 'handler-8-corrected');
    const preview = page.getByTestId('preview');
    for (let press = 0; press < 3 && !(await preview.locator('svg').count()); press += 1) {
      await page.keyboard.press(']');
      await preview.getByText(new RegExp(`^材料 ${press + 1}/3：`)).waitFor();
      if (await preview.getByText('布局图.ofd').count())
        await preview.locator('svg text', { hasText: '操作间布局' }).waitFor();
    }
    expect(await preview.locator('svg image').count()).toBe(1);
    await shot(page, 'handler-9-ofd');

    // Who keeps the seal reads first what is to be sealed.
    const keeper = await signIn(browser, 'hc-market-seal', DESK);
    await openTaskIn(keeper.page, 'pool', number);
    const paper = keeper.page.getByTestId('papers-to-seal').getByTestId('document').first();
    await paper.getByText('餐位数与布局图不符').waitFor();
    await shot(keeper.page, 'handler-10-seal');
    expect(problems).toEqual([]);
  });

  test('sees of a finished case that it is archived, its four properties at both ends, how long it is kept', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const draft = await draftOf(applicant.page, SHOP_SIGN, signForm, ['sign-picture']);
    const { number } = await call<{ number: string }>(applicant.page, 'POST', '/api/cases', {
      draft,
    });
    const urban = await deskOf(browser, 'xt-urban', 'handler');
    await work(urban, number, 'record', 'accept');
    const { page: admin } = await signIn(browser, 'admin', DESK);
    await until('the case to be ready for the archive', async () => {
      const answer = await admin.request.post('/api/archives', {
        headers: { 'x-requested-with': 'onestop' },
        data: { case: number },
      });
      return answer.ok() ? true : undefined;
    });
    const { page, problems } = await signIn(browser, 'xt-urban', DESK);
    await until('the archive’s receipt', async () => {
      const { archive } = await call<{ archive: { state: string } | null }>(
        page,
        'GET',
        `/api/cases/${number}`,
      );
      return archive?.state === 'received' ? true : undefined;
    });
    await page.goto(`/workbench/cases/${number}`);
    const archive = page.getByTestId('archive');
    await archive.getByText('已接收').waitFor();
    await archive.getByText('10年 · 机关文件材料归档范围和文书档案保管期限规定').waitFor();
    for (const property of ['真实性', '完整性', '可用性', '安全性']) {
      const row = archive.getByRole('row').filter({ hasText: property });
      expect(await row.getByText('符合', { exact: true }).count()).toBe(2);
    }
    await archive.scrollIntoViewIfNeeded();
    await shot(page, 'handler-7-archived');
    expect(problems).toEqual([]);
  });
});
