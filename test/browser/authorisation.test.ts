/** 委托代办: given on a phone, chosen at the top, marked on all that is done under it, revoked. */
import type { Browser } from 'playwright-core';
import { openBrowser, PHONE, shot, signIn } from './browser.js';
import { draftOf, inDays, SHOP_SIGN, signForm } from './single-items.js';

describe('somebody who acts for another', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('is authorised by them, applies in their name, and does no more when that is revoked', async () => {
    const { page: zhang, problems } = await signIn(browser, 'zhang', PHONE);
    await zhang.goto('/authorisations');
    await zhang.getByLabel('代办人姓名').fill('王雅静');
    await zhang.getByLabel('代办人身份证号码').fill('21039919920118006x');
    await zhang.getByLabel('只限选定的事项').check();
    await zhang.getByRole('searchbox', { name: '查找事项' }).fill('招牌');
    await zhang
      .getByRole('button', { name: /^加入：/ })
      .first()
      .click();
    await zhang.getByLabel('到哪天').fill(inDays(30));
    await zhang.getByLabel(/^签名/).fill('张晓');
    await zhang.getByRole('button', { name: '签名并委托' }).click();
    await zhang
      .getByTestId('error')
      .getByText(/签名应为/)
      .waitFor();
    await zhang.getByLabel(/^签名/).fill('张晓梅');
    await shot(zhang, 'authorisation-1-giving');
    await zhang.getByRole('button', { name: '签名并委托' }).click();
    const given = zhang.locator('[data-testid=authorisation-given][data-state=counts]');
    await given.getByText('王雅静').first().waitFor();
    await shot(zhang, 'authorisation-2-given');

    const { page: wang, problems: others } = await signIn(browser, 'wang', PHONE);
    await wang.goto('/');
    const whom = wang.getByLabel('为谁办事', { exact: true }).locator('select').first();
    const choice = whom.locator('option', { hasText: '张晓梅' }).first();
    await whom.selectOption((await choice.getAttribute('value'))!);
    const bar = wang.getByTestId('acting');
    await bar.getByText('正在代“张晓梅”办事').waitFor();
    await shot(wang, 'authorisation-3-acting');

    const draft = await draftOf(wang, SHOP_SIGN, signForm, ['sign-picture']);
    await wang.goto(`/drafts/${draft}/check`);
    await wang.getByTestId('for-whom').getByText('您在代“张晓梅”申请').waitFor();
    await wang.getByTestId('declare').check();
    await shot(wang, 'authorisation-4-check');
    await wang.getByTestId('submit-case').click();
    const number = await wang.getByTestId('case-number').textContent();
    const byAgent = /王雅静受张晓梅委托代办/;
    await wang.getByTestId('by-agent').getByText(byAgent).waitFor();
    await wang.goto('/cases');
    await wang.getByTestId(`case-${number}`).getByText('代“张晓梅”申请').waitFor();
    await shot(wang, 'authorisation-5-cases');

    await zhang.goto(`/cases/${number}`);
    await zhang.getByTestId('by-agent').getByText(byAgent).waitFor();
    await zhang.goto('/authorisations');
    await given.first().getByRole('button', { name: '撤销' }).click();
    await shot(zhang, 'authorisation-6-revoking');
    await zhang.getByTestId('end-authorisation').click();
    await zhang.locator('[data-testid=authorisation-given][data-state=revoked]').first().waitFor();
    await wang.goto(`/cases/${number}`);
    await wang.getByTestId('error').waitFor();
    await shot(wang, 'authorisation-7-revoked');
    expect(await wang.getByTestId(`by-agent`).count()).toBe(0);
    expect(problems).toEqual([]);
    expect(others.filter((one) => !one.includes('404'))).toEqual([]);
  }, 120_000);
});
