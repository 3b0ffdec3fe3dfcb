import type { Browser, Page } from 'playwright-core';
import { dateOf } from '../../workflows/clock/index.js';
import { DESK, openBrowser, shot, signIn } from './browser.js';
import { deskOf, until, work } from './desk.js';
import { openTaskIn } from './inbox.js';
import { COUNTY, material, TOWNSHIP } from './restaurant.js';

const ALLOWANCE = '210511001000';
const RESIDENT = { idNumber: '210399194407151149', name: '孙桂芝' };
/** Of the card that was lost: the register still has it, the bank does not. */
const LOST = '6217990000234570000';
const ACCOUNT = '6217990000000123457';

/** The village's agent fills in and hands in for a resident. @returns the case's number */
async function applyFor(page: Page): Promise<string> {
  await page.goto(`/items/${ALLOWANCE}/apply`);
  await page.locator('#region-county').selectOption({ label: COUNTY });
  const townships = page.locator('#region-township');
  await townships.waitFor();
  const names = await townships.locator('option').allTextContents();
  await townships.selectOption({ label: names.find((name) => TOWNSHIP.test(name)) ?? '' });
  await page.getByText('选好所在的村（社区）后').waitFor();
  await page.locator('#region-village').selectOption({ label: '箭楼社区' });
  await page.getByText('80至89周岁').click();
  await page.getByRole('button', { name: '开始填写' }).click();

  await page.locator('#root_idNumber').fill(RESIDENT.idNumber);
  await until('what the register knows', async () =>
    (await page.locator('#root_name').inputValue()) === RESIDENT.name ? true : undefined,
  );
  await page.locator('#root_residence').fill('海城市响堂街道箭楼社区5号楼');
  await page.locator('#root_phone').fill('19900000004');
  await page.locator('#root_bankAccount').fill(LOST);
  await page.locator('#root_agentName').fill('孙秀英');
  await page.locator('#root_agentIdNumber').fill('210399198806200129');
  await page.getByText('村（社区）代办员', { exact: true }).click();
  // A consent is the person's own: nothing presets it.
  expect(await page.locator('[name="root_authorised"]').first().isChecked()).toBe(false);
  await page.locator('[name="root_authorised"]').first().check();
  await shot(page, 'allowance-1-form');
  await page.getByRole('button', { name: '保存并继续' }).click();

  const proxy = page.getByTestId('material-proxy');
  await proxy.locator('input[type=file]').setInputFiles(material('proxy'));
  await proxy.locator('.file').first().waitFor();
  await page.getByRole('button', { name: '保存并继续' }).click();
  await page.getByTestId('declare').check();
  await page.getByTestId('submit-case').click();
  return (await page.getByTestId('case-number').textContent()) ?? '';
}

/** Opens the newest list of the desk's and waits for the step it stands at. */
async function openList(page: Page, step: string): Promise<void> {
  await page.goto('/benefits');
  await page.getByTestId('benefit-list').first().click();
  await page.locator(`[data-testid=benefit-next][data-step=${step}]`).waitFor();
}

describe('an allowance', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('goes from the village’s agent over township and county to the bank, and over a failed line', async () => {
    const { page: agent, problems } = await signIn(browser, 'cunban', DESK);
    const number = await applyFor(agent);
    await openTaskIn(agent, 'pool', number);
    await shot(agent, 'allowance-2-village');
    await work(agent, number, 'collect', 'accept');
    const visitedOn = dateOf(Date.now());
    await work(agent, number, 'verify', 'true', { visitedOn, findings: '本人居住在村。' });
    await work(agent, number, 'publicNotice', 'objection', { content: '反映其不在村居住。' });

    const township = await deskOf(browser, 'xt-civil', 'handler');
    await work(township, number, 'recheck', 'dismissed', { findings: '经复核居住属实。' });
    await work(township, number, 'review', 'agree', { conclusion: '符合条件。' });
    const county = await deskOf(browser, 'hc-civil-approver', 'approver');
    await work(county, number, 'decide', 'grant', { reason: '符合条件。' });
    await agent.goto(`/cases/${number}`);
    const notice = agent.getByTestId('document-benefit-notice');
    await notice.getByRole('link', { name: '查看', exact: true }).click();
    await agent.getByRole('heading', { name: '给付告知书' }).waitFor();
    await shot(agent, 'allowance-3-notice');

    const { page: admin } = await signIn(browser, 'admin', DESK);
    await admin.goto('/benefits');
    await admin.getByTestId('make-list').click();
    await admin.getByText(RESIDENT.name).waitFor();
    const finance = await deskOf(browser, 'hc-finance', 'cashier');
    await openList(finance, 'approve');
    await finance.getByTestId('approve').click();
    await finance.locator('[data-step=correct]').waitFor({ timeout: 30_000 });
    await shot(finance, 'allowance-4-returned');

    await openList(agent, 'correct');
    await agent.getByLabel(`${RESIDENT.name}的社保卡账户`).fill(ACCOUNT);
    await shot(agent, 'allowance-5-correction');
    await agent.getByRole('button', { name: /更\s*正/ }).click();
    await agent.locator('[data-step=resend]').waitFor();
    await openList(admin, 'resend');
    await admin.getByTestId('resend').click();
    await admin.locator('[data-step=done]').waitFor({ timeout: 30_000 });
    await shot(admin, 'allowance-6-paid');
    expect(problems).toEqual([]);
  }, 180_000);
});
