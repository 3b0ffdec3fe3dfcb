/**
 * What a way of handling leaves on paper and on record, walked as people see it: the promise letter and
 * its sealed copy, the credit record and its mending, 预审, and a result sent by post.
 */
import type { Browser, Page } from 'playwright-core';
import { SHOP_SIGN, shopSignForm } from '../api/applications.js';
import { openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, deskOf, inspect, until, work } from './desk.js';
import { draftOf } from './single-items.js';
import { verify } from './verifying.js';

const FIRE_CHECK = '210170001000';
const CROSSING = '210118001000';

const guodong = {
  creditCode: '92210399MA0XT0021B',
  businessName: '海城市响堂街道国栋小吃店',
  operatorName: '李国栋',
  idNumber: '21039919790903005X',
  phone: '19900000002',
  address: '海城市响堂街道永安路9号（演示）',
  deliveryMethod: 'electronic',
  deliveryAddress: '海城市响堂街道永安路9号（演示）',
  addressConfirmed: true,
};

const fireForm = {
  ...guodong,
  ...{ premises: 'rent', area: 180, floor: 1, seats: 60 },
  ...{ autoFireSystem: true, firePromise: true },
};

const blocked = { inspectedOn: '2026-11-27', findings: '安全出口堵塞，不符合承诺的条件。' };

/** Nothing is wider than the phone. */
const width = (page: Page) => page.locator('body').evaluate((body) => body.scrollWidth);

/** Hands a draft in on its check page. @returns the case's number */
async function submit(page: Page): Promise<string> {
  await page.getByTestId('declare').check();
  await page.getByTestId('submit-case').click();
  return (await page.getByTestId('case-number').textContent()) ?? '';
}

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(() => browser.close());

describe('a promise', () => {
  test('is signed word for word, kept under seal, and leaves a record that can be mended when broken', async () => {
    const { page, problems } = await signIn(browser, 'li', PHONE);
    const draft = await draftOf(page, FIRE_CHECK, fireForm, ['lease']);
    await page.goto(`/drafts/${draft}/check`);
    const letter = page.getByTestId('letter-promise');
    await letter.getByText(/申请人承诺/).waitFor();
    await page.getByTestId('sign-promise').fill('李国栋');
    await shot(page, 'ways-1-promise');
    expect(await width(page)).toBe(PHONE.width);
    await page.getByTestId('agree-promise').click();
    await page.getByTestId('signed-promise').waitFor();
    const number = await submit(page);

    const handler = await deskOf(browser, 'hc-fire', 'handler');
    const approver = await deskOf(browser, 'hc-fire2', 'approver');
    await work(handler, number, 'accept', 'accept');
    await work(approver, number, 'decideNow', 'grant', { reason: '承诺材料齐全，当场决定。' });
    await page.goto(`/cases/${number}`);
    const paper = page.getByTestId('document-commitment-letter');
    await paper.waitFor();
    await shot(page, 'ways-2-case');
    await paper.getByRole('link').first().click();
    await page.getByTestId('document').getByText('告知承诺书').first().waitFor();
    await shot(page, 'ways-3-letter-under-seal');
    expect(await width(page)).toBe(PHONE.width);

    const inspector = await deskOf(browser, 'hc-fire', 'inspector');
    const colleague = await deskOf(browser, 'hc-fire-inspector', 'inspector');
    await inspect(inspector, colleague, number, 'check', blocked, 'unfit');
    const rectify = await until('the rectification', async () => {
      const { applicantTask: task } = await call<{
        applicantTask: { id: string; element: string } | null;
      }>(page, 'GET', `/api/cases/${number}`);
      return task?.element === 'rectify' ? task : undefined;
    });
    await call(page, 'POST', `/api/tasks/${rectify.id}/completion`, {
      ...{ outcome: 'rectified', form: { statement: '已清理安全出口。' } },
    });
    await inspect(inspector, colleague, number, 'recheck', blocked, 'unfit');
    await work(approver, number, 'revoke', 'revoke', { reason: '复查仍不符合承诺的条件。' });

    const record = page.getByTestId('credit-record').filter({ hasText: number });
    await until('the credit record', async () => {
      await page.goto('/credit');
      await page.getByRole('heading', { level: 1 }).waitFor();
      return (await record.count()) > 0 || undefined;
    });
    await record.getByTestId('ask-repair').click();
    await record.getByRole('textbox').fill('安全出口已经清理，申请信用修复。');
    await shot(page, 'ways-4-credit');
    expect(await width(page)).toBe(PHONE.width);
    await record.getByRole('button', { name: '提交' }).click();
    await record.getByText('安全出口已经清理，申请信用修复。').waitFor();

    await handler.goto('/credit-desk');
    const asked = handler.getByTestId('credit-record').filter({ hasText: number });
    await asked.getByRole('textbox').fill('已经纠正，准予修复。');
    await shot(handler, 'ways-5-credit-desk');
    await asked.getByRole('button').first().click();
    await asked.getByRole('textbox').waitFor({ state: 'detached' });
    await page.reload();
    await record.getByText(/已经纠正，准予修复。/).waitFor();
    await shot(page, 'ways-6-mended');

    // The wallet and the verification say of the licence what became of it, by whom and by which article.
    const { licences } = await call<{ licences: { identifier: string; number: string }[] }>(
      ...([page, 'GET', `/api/cases/${number}`] as const),
    );
    const [{ identifier, number: printed }] = licences as [(typeof licences)[0]];
    await page.goto('/licences');
    const mine = page.getByTestId('licence').filter({ hasText: printed });
    await mine.getByText('已撤销', { exact: true }).waitFor();
    const ended = /海城市消防救援大队.*第六十九条/;
    expect(await mine.getByTestId('licence-ended').textContent()).toMatch(ended);
    expect(await mine.getByTestId('licence-qr').count()).toBe(0);
    await verify(page, identifier);
    await page.getByTestId('verdict').getByText('已被撤销').waitFor();
    expect(await page.locator('main').textContent()).toMatch(
      /自何日起不再有效.*决定机关海城市消防救援大队.*依据.*第六十九条/,
    );
    await shot(page, 'ways-13-revoked');
    expect(problems).toEqual([]);
  }, 240_000);
});

describe('预审', () => {
  test('is sent back to the very place, mended on a phone without a needless word, and passed', async () => {
    const { page, problems } = await signIn(browser, 'li', PHONE);
    const form = { ...guodong, highwayName: 'G202', stake: 'K1500+200' };
    const papers = ['crossing-design', 'crossing-emergency', 'safety-assessment'];
    const draft = await draftOf(page, CROSSING, form, papers);
    await page.goto(`/drafts/${draft}/check`);
    const number = await submit(page);
    const desk = await deskOf(browser, 'as-transport', 'handler');
    await work(desk, number, 'preReview', 'return', {
      fields: [{ field: 'stake', problem: '桩号与平面图不一致' }],
    });
    await page.goto(`/cases/${number}`);
    await page
      .getByTestId('to-correct')
      .getByText(/预审退回/)
      .waitFor();
    await page
      .getByTestId('to-correct')
      .getByText(/道口桩号.*桩号与平面图不一致/)
      .waitFor();
    await shot(page, 'ways-7-sent-back');
    await page.getByTestId('to-correct').getByRole('link').click();
    await page.locator('#root_stake').fill('K1500+210');
    await shot(page, 'ways-8-mending');
    expect(await width(page)).toBe(PHONE.width);
    await page.getByTestId('send-correction').click();
    await page.getByTestId('now').getByText('网上预审').waitFor();
    await work(desk, number, 'preReview', 'pass');
    await page.getByTestId('now').getByText('收件').first().waitFor();
    await page.locator('[data-state=pre-reviewed]').first().waitFor();
    expect(problems).toEqual([]);
  }, 120_000);
});

describe('a result on paper', () => {
  test('is sent from the deliveries of the desk, and its coming is the delivery', async () => {
    const { page, problems } = await signIn(browser, 'zhang', PHONE);
    const form = { ...shopSignForm, deliveryMethod: 'post' };
    const draft = await draftOf(page, SHOP_SIGN, form, ['sign-picture']);
    await page.goto(`/drafts/${draft}/check`);
    const number = await submit(page);
    const desk = await deskOf(browser, 'xt-urban', 'handler');
    await work(desk, number, 'record', 'accept');
    const parcel = desk.getByTestId('parcel').filter({ hasText: number });
    await until('the parcel', async () => {
      await desk.goto('/deliveries');
      await desk.getByRole('heading', { level: 1 }).waitFor();
      await desk.locator('[data-testid=parcel], .nothing').first().waitFor();
      return (await parcel.count()) > 0 || undefined;
    });
    await parcel.getByRole('textbox').nth(0).fill('邮政速递');
    await parcel.getByRole('textbox').nth(1).fill('EA123456789CN');
    await shot(desk, 'ways-9-deliveries');
    await parcel.getByRole('button').first().click();
    await parcel.getByText('EA123456789CN').waitFor();
    await page.goto(`/cases/${number}`);
    await page.getByText('EA123456789CN').waitFor();
    await shot(page, 'ways-10-under-way');
    await parcel.getByRole('button').click();
    await parcel.waitFor({ state: 'detached' });

    await until('the delivery', async () => {
      await page.reload();
      await page.getByRole('heading', { level: 1 }).waitFor();
      return (await page.locator('[data-state=delivered]').count()) > 0 || undefined;
    });
    const receipt = page.getByTestId('document-filing-receipt');
    await receipt.getByRole('link').first().click();
    await page.getByTestId('document').waitFor();
    await shot(page, 'ways-11-receipt');
    await page.getByRole('link', { name: '核验真伪' }).click();
    await page.getByTestId('verdict').waitFor();
    await shot(page, 'ways-12-verified');
    expect(await width(page)).toBe(PHONE.width);
    expect(problems).toEqual([]);
  }, 120_000);
});
