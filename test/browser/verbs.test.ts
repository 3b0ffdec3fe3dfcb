import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, sitDown } from './desk.js';
import { openTaskIn, taskRow } from './inbox.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';

interface Desks {
  desks: { personName: string }[];
}

describe('the verbs of a handler', () => {
  let browser: Browser;
  let number: string;
  let liu: Page;
  let zhou: Page;
  const problems: string[] = [];

  const desk = async (account: string, role?: string): Promise<Page> => {
    const visit = await signIn(browser, account, DESK);
    if (role) await sitDown(visit.page, role);
    visit.page.on('close', () => problems.push(...visit.problems));
    return visit.page;
  };
  /** Chooses somebody by a piece of the name in the open dialog. */
  const pick = async (page: Page, name: string): Promise<void> => {
    const picker = page.locator('.ant-modal .ant-select').first();
    await picker.click();
    await page.keyboard.type(name);
    await page.locator('.ant-select-item-option', { hasText: name }).first().click();
    await picker.getByText(name).waitFor();
  };
  const say = async (page: Page, words: string): Promise<void> => {
    await page.getByTestId('verb-reason').fill(words);
    await page.locator('.verb-ok').click();
  };

  beforeAll(async () => {
    browser = await openBrowser();
    const applicant = await signIn(browser, 'zhang', PHONE);
    number = await handIn(applicant.page, XIANGTANG);
    liu = await desk('xt-window');
    zhou = await desk('xt-window2', 'window');
  }, 120_000);
  afterAll(() => browser?.close());

  test('a task is claimed, handed to a colleague, delegated back and given back, by keyboard', async () => {
    await openTaskIn(zhou, 'pool', number);
    await zhou.getByTestId('claim').waitFor();
    await openTaskIn(liu, 'pool', number);
    await liu.keyboard.press('c');
    await liu.getByTestId('complete').waitFor();
    // Whoever looks at the same task is told of it, sooner than a page would ask.
    await zhou.getByText('刘春燕正在办理').waitFor({ timeout: 4_000 });
    expect(await zhou.getByTestId('claim').count()).toBe(0);
    await shot(liu, 'verbs-1-claimed');
    await liu.keyboard.press('t');
    await liu.locator('.ant-modal input:focus').waitFor();
    const task = liu.url().split('/').pop() ?? '';
    const { desks } = await call<Desks>(liu, 'GET', `/api/tasks/${task}/desks?for=transfer`);
    const names = desks.map(({ personName }) => personName);
    expect([names.includes('周海涛'), names.includes('刘春燕')]).toEqual([true, false]);
    await pick(liu, '周海涛');
    await shot(liu, 'verbs-2-transfer');
    await say(liu, '今天外出');
    await liu.locator('.ant-modal').waitFor({ state: 'hidden' });

    await openTaskIn(zhou, 'mine', number);
    await zhou.keyboard.press('d');
    await pick(zhou, '刘春燕');
    await say(zhou, '请核对身份证件');
    await zhou.locator('.ant-modal').waitFor({ state: 'hidden' });

    await openTaskIn(liu, 'mine', number);
    await liu.getByText('周海涛委派给您').waitFor();
    await liu.keyboard.press('e');
    await say(liu, '证件一致');
    await liu.locator('.ant-modal').waitFor({ state: 'hidden' });

    await openTaskIn(zhou, 'mine', number);
    await zhou.locator('.operations summary').click();
    await zhou.getByTestId('operations').getByText('证件一致').waitFor();
    await shot(zhou, 'verbs-3-operations');
  }, 120_000);

  test('somebody signs before it, from another department; what is half written is kept', async () => {
    await openTaskIn(zhou, 'mine', number);
    await zhou.keyboard.press('b');
    await pick(zhou, '陈立军');
    await shot(zhou, 'verbs-4-sign-before');
    await say(zhou, '请看场所条件');
    await zhou.locator('.ant-modal').waitFor({ state: 'hidden' });
    await zhou.getByText('前加签还没有完成').waitFor();
    await shot(zhou, 'verbs-5-waiting');

    const chen = await desk('xt-market1');
    await openTaskIn(chen, 'mine', number);
    await chen.locator('#opinion').fill('场所符合条件');
    await chen.getByText('已自动保存').waitFor();
    await chen.reload();
    await chen.getByTestId('task-name').waitFor();
    expect(await chen.locator('#opinion').inputValue()).toBe('场所符合条件');
    await chen.keyboard.press('1');
    await shot(chen, 'verbs-6-signing');
    await chen.keyboard.press('Control+Enter');
    await chen.getByText('已办理').first().waitFor();
    await chen.close();

    await openTaskIn(zhou, 'mine', number);
    await zhou.getByText('场所符合条件').waitFor();
    await zhou.keyboard.press('1');
    await zhou.getByTestId('templates').click();
    await zhou.getByText('材料齐全，符合规定，同意。').click();
    await shot(zhou, 'verbs-7-signed');
    await zhou.keyboard.press('Control+Enter');
    await zhou.getByText('已办理').first().waitFor();
  }, 120_000);

  test('views with counts and the help sheet; the applicant urges and the handler sees it', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    await applicant.page.goto(`/cases/${number}`);
    await applicant.page.getByTestId('urge').click();
    await applicant.page.getByTestId('urge-note').fill('急着开业');
    await shot(applicant.page, 'verbs-8-urge');
    await applicant.page.getByTestId('urge-ok').click();
    await applicant.page.getByText(/已催办 \d+ 个环节/).waitFor();

    await zhou.goto('/workbench/done');
    await taskRow(zhou, number).first().waitFor();
    await shot(zhou, 'verbs-9-done');
    await zhou.goto('/workbench/pool');
    await zhou.getByPlaceholder('申请人、环节、区域、编号').fill('张晓梅');
    await zhou.keyboard.press('Enter');
    await zhou.getByTestId('save-view').click();
    await zhou.getByPlaceholder('视图名称').fill('张晓梅的');
    await zhou.keyboard.press('Enter');
    await zhou.getByTestId('saved-view').first().waitFor();
    await shot(zhou, 'verbs-10-saved-view');
    await zhou.locator('.bench-inbox .ant-segmented').click();
    await zhou.keyboard.press('?');
    await zhou.getByText('前加签、会签、或签、依次').waitFor();
    await shot(zhou, 'verbs-11-help');
    await zhou.close();
    await liu.close();
    expect(problems).toEqual([]);
  }, 120_000);
});
