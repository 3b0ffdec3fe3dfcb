import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, shot, signIn } from './browser.js';
import { deskOf, work } from './desk.js';
import { openTaskIn } from './inbox.js';
import { material } from './restaurant.js';
import { draftOf, FOOD_LICENCE, foodForm } from './single-items.js';

describe('an applicant without a paper that may follow', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('signs the promise, is accepted with the gap, and hands the paper in in time', async () => {
    const { page, problems } = await signIn(browser, 'zhang', PHONE);
    const draft = await draftOf(page, FOOD_LICENCE, foodForm, ['food-application', 'layout']);
    await page.goto(`/drafts/${draft}/materials`);
    await page.getByTestId('gaps-hint').getByText('食品安全管理制度目录').waitFor();
    await shot(page, 'gaps-1-materials');
    await page.getByRole('button', { name: '保存并继续' }).click();

    const letter = page.getByTestId('letter-gaps');
    await letter.getByText(/10 个工作日/).waitFor();
    await page.getByTestId('declare').check();
    // Nothing is handed in without the signature, and none counts but the applicant's own name.
    expect(await page.getByTestId('submit-case').isDisabled()).toBe(true);
    await page.getByTestId('sign-gaps').fill('张小梅');
    expect(await page.getByTestId('agree-gaps').isDisabled()).toBe(true);
    await shot(page, 'gaps-2-letter');
    await page.getByTestId('sign-gaps').fill('张晓梅');
    await page.getByTestId('agree-gaps').click();
    await page.getByTestId('signed-gaps').waitFor();
    await page.getByTestId('submit-case').click();
    const number = (await page.getByTestId('case-number').textContent()) ?? '';

    const handler = await deskOf(browser, 'hc-market-handler', 'handler');
    await work(handler, number, 'accept', 'accept-with-gaps');
    await page.goto(`/cases/${number}`);
    const asked = page.getByTestId('to-correct');
    await asked.getByText('请补齐材料：食品经营许可（餐饮服务）').waitFor();
    await asked.getByText('食品安全管理制度目录').waitFor();
    await asked.getByText(/请在.+前补齐，逾期按退件办结。/).waitFor();
    await shot(page, 'gaps-3-asked');
    expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBe(PHONE.width);

    await asked.getByRole('link').click();
    await page.getByTestId('material-food-safety-rules').waitFor();
    await page.locator('input[type=file]').setInputFiles(material('food-safety-rules'));
    await page.locator('.file').first().waitFor();
    const words = page.locator('#correction-words');
    await words.fill('已补齐。');
    await page.getByText('已留在这台设备上').waitFor();
    await page.reload();
    await words.waitFor();
    expect(await words.inputValue()).toBe('已补齐。');
    await shot(page, 'gaps-4-fill');
    await page.getByTestId('send-correction').click();
    await page.getByTestId('now').getByText('核对补齐的材料').waitFor();
    await page.getByTestId('sent').getByText('食品安全管理制度目录').waitFor();
    await openTaskIn(handler, 'pool', number);
    await handler.getByTestId('earlier-opinions').getByText('同意').first().waitFor();
    await shot(handler, 'gaps-5-opinions');
    await asked.waitFor({ state: 'detached' });
    await shot(page, 'gaps-5-handed-in');
    expect(problems).toEqual([]);
  }, 120_000);
});
