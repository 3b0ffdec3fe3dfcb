/** What a desk does for one another and with many at once: 代理, 抄送, bulk claim and bulk complete. */
import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { call } from './desk.js';
import { openNotification } from './notifications.js';
import { openTask, openTaskIn, taskRow } from './inbox.js';
import { draftOf, inDays, SHOP_SIGN, signForm } from './single-items.js';

describe('a desk works together, at the keyboard', () => {
  let browser: Browser;
  const numbers: string[] = [];
  let tian: Page;
  let wei: Page;
  const problems: string[] = [];

  const desk = async (account: string): Promise<Page> => {
    const visit = await signIn(browser, account, DESK);
    visit.page.on('close', () => problems.push(...visit.problems));
    return visit.page;
  };
  /** Finds somebody by name in the list that has the focus. */
  const choose = async (page: Page, name: string): Promise<void> => {
    await page.keyboard.type(name);
    await page.locator('.ant-select-item-option-active', { hasText: name }).waitFor();
    await page.keyboard.press('Enter');
    await page.locator('.ant-select', { hasText: name }).first().waitFor();
  };

  beforeAll(async () => {
    browser = await openBrowser();
    const { page } = await signIn(browser, 'zhang', PHONE);
    for (let index = 0; index < 3; index += 1) {
      const draft = await draftOf(page, SHOP_SIGN, signForm, ['sign-picture']);
      const { number } = await call<{ number: string }>(page, 'POST', '/api/cases', { draft });
      numbers.push(number);
    }
    tian = await desk('xt-urban');
    wei = await desk('xt-urban2');
  }, 120_000);
  afterAll(() => browser?.close());

  test('代理: one names a colleague for some days; the colleague completes the task in their name', async () => {
    const [number] = numbers;
    await openTaskIn(tian, 'pool', number!);
    await tian.keyboard.press('c');
    await tian.getByTestId('complete').waitFor();

    await tian.goto('/workbench/deputies');
    await tian.getByTestId('deputy').locator('input').focus();
    await choose(tian, '魏红');
    await tian.locator('.ant-picker-range input').first().focus();
    await tian.keyboard.type(inDays(0));
    await tian.keyboard.press('Enter');
    await tian.keyboard.type(inDays(6));
    await tian.keyboard.press('Tab');
    await tian.getByTestId('deputy-reason').focus();
    await tian.keyboard.type('外出培训');
    await shot(tian, 'together-1-naming');
    await tian.keyboard.press('Enter');
    await tian.getByTestId('deputies').getByText('今天有效').waitFor();
    await shot(tian, 'together-2-named');

    await openTaskIn(wei, 'mine', number!);
    await wei.getByText('您正在代田野办理').waitFor();
    await wei.keyboard.press('1');
    await wei.keyboard.press('o');
    await wei.keyboard.type('尺寸、位置符合规范');
    await shot(wei, 'together-3-in-the-name-of');
    await wei.keyboard.press('Control+Enter');
    await wei.getByText('已办理').first().waitFor();

    await tian.goto('/workbench/deputies');
    await tian.getByTestId('end-deputy').press('Enter');
    await tian.getByText('没有代理', { exact: true }).waitFor();
  }, 120_000);

  test('抄送: a colleague of another body reads the case, once it is marked as read', async () => {
    const [, number] = numbers;
    await openTaskIn(tian, 'pool', number!);
    await tian.keyboard.press('c');
    await tian.getByTestId('complete').waitFor();
    await tian.keyboard.press('s');
    await tian.locator('.ant-modal .ant-select').first().click();
    await choose(tian, '陈立军');
    await tian.getByTestId('verb-reason').focus();
    await tian.locator('.ant-select-item-option').first().waitFor({ state: 'hidden' });
    await tian.keyboard.type('请知悉招牌位置');
    await shot(tian, 'together-4-copying');
    await tian.keyboard.press('Control+Enter');
    await tian.locator('.ant-modal').waitFor({ state: 'hidden' });

    const chen = await desk('xt-market1');
    await openNotification(chen, 'copied', number!);
    await chen.waitForURL(/\/workbench\/copies/);
    const copy = chen.getByRole('row', { name: new RegExp(number!) });
    await copy.getByText('未看').waitFor();
    await shot(chen, 'together-5-copies');
    await copy.getByTestId('open-copy').press('Enter');
    await chen.waitForURL(/\/workbench\/cases\//);
    await chen.getByText(number!).first().waitFor();
    await shot(chen, 'together-6-copied-case');
    await chen.goto('/workbench/copies');
    await copy.waitFor();
    expect(await copy.getByText('未看').count()).toBe(0);
    await chen.close();
    await openTaskIn(tian, 'mine', number!);
    await tian.getByTestId('complete').waitFor();
    await tian.keyboard.press('r');
    await tian.getByTestId('claim').waitFor();
  }, 120_000);

  test('many at once: marked and claimed together, completed together, each with its own outcome', async () => {
    const two = numbers.slice(1);
    await tian.goto('/workbench/pool');
    await tian.getByPlaceholder('申请人、环节、区域、编号').fill('即办核对');
    await tian.keyboard.press('Enter');
    for (const number of two) await taskRow(tian, number).waitFor();
    await openTask(tian, two[0]!);
    await tian.keyboard.press('Shift+M');
    await tian.getByText(/已选 \d+ 件/).waitFor();
    await shot(tian, 'together-7-marked');
    await tian.keyboard.press('c');
    const told = tian.getByTestId('bulk-outcomes');
    await told.getByText(/完成 \d+ 件，正在处理 0 件，未办成 0 件/).waitFor();
    await shot(tian, 'together-8-claimed');
    await tian.keyboard.press('Enter');
    await told.waitFor({ state: 'hidden' });

    await tian.goto('/workbench/mine');
    for (const [place, number] of two.entries()) {
      await openTask(tian, number);
      await tian.keyboard.press('m');
      await tian.getByText(`已选 ${place + 1} 件`).waitFor();
    }
    await tian.keyboard.press('Control+Enter');
    await tian.locator('[role=dialog] input[type=radio]:focus').waitFor();
    for (const number of two) await tian.getByTestId('bulk-names').getByText(number).waitFor();
    await tian.keyboard.press('Space');
    await tian.keyboard.press('Tab');
    await tian.keyboard.type('符合设置规范');
    await shot(tian, 'together-9-completing');
    await tian.keyboard.press('Control+Enter');
    await told.getByText('完成 2 件').waitFor();
    await shot(tian, 'together-10-completed');
    await tian.keyboard.press('Enter');
    await told.waitFor({ state: 'hidden' });
    await tian.goto('/workbench/done');
    for (const number of two) await taskRow(tian, number).waitFor();
    await wei.close();
    await tian.close();
    expect(problems).toEqual([]);
  }, 120_000);
});
