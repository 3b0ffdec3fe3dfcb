import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, deskOf, inspect, sitDown, until, work } from './desk.js';
import { openNotification } from './notifications.js';
import { draftOf, inDays, ROAD, roadForm } from './single-items.js';
import { verify } from './verifying.js';

interface Case {
  payments: { state: string; payUrl: string | null }[];
  licences: { identifier: string; number: string }[];
}

interface Granted {
  identifier: string;
  number: string;
  caseNumber: string;
  housing: Page;
}

/** In the regulator's words. */
const FOUND = '占道超出许可的范围，已当场责令改正。';

describe('the holder of a licence', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** A road is granted and paid for, for two months. @returns its licence, and the case's number */
  async function grantedRoad(zhang: Page): Promise<Granted> {
    const form = roadForm(inDays(8), inDays(60));
    const draft = await draftOf(zhang, ROAD, form, ['occupation-plan', 'traffic-plan']);
    const { number } = await call<{ number: string }>(zhang, 'POST', '/api/cases', { draft });
    const housing = await deskOf(browser, 'hc-housing', 'handler');
    await work(housing, number, 'accept', 'accept');
    await sitDown(housing, 'inspector');
    const colleague = await deskOf(browser, 'hc-housing2', 'inspector');
    const survey = { inspectedOn: inDays(0), findings: '具备占道条件。' };
    await inspect(housing, colleague, number, 'survey', survey);
    const police = await deskOf(browser, 'hc-traffic', 'handler');
    await work(police, number, 'countersign', 'agree', { comment: '同意。' });
    const approver = await deskOf(browser, 'hc-housing-approver', 'approver');
    await work(approver, number, 'decide', 'grant', { reason: '符合法定条件、标准。' });
    await work(police, number, 'regulate', 'mend', {}, FOUND);
    const read = () => call<Case>(zhang, 'GET', `/api/cases/${number}`);
    const payUrl = await until('the order to pay', async () => {
      const { payments } = await read();
      return payments.find(({ state }) => state === 'ordered')?.payUrl ?? undefined;
    });
    await zhang.request.post(payUrl, { maxRedirects: 0 });
    const licence = await until('the licence', async () => (await read()).licences[0]);
    return { ...licence, caseNumber: number, housing };
  }

  test('has it renewed from 我的证照 by the body that issued it', async () => {
    const { page, problems } = await signIn(browser, 'zhang', PHONE);
    const { number: printed, identifier, caseNumber, housing } = await grantedRoad(page);
    await page.goto('/');
    await openNotification(page, 'licence-ready', caseNumber);
    await page.waitForURL(/\/licences$/);
    const mine = page.getByTestId('licence').filter({ hasText: printed });
    await mine.getByTestId('licence-renew').waitFor();
    // What the body that regulates found stands with it, with its date.
    const found = mine.getByTestId('licence-found');
    await found.getByText(FOUND).waitFor();
    expect(await found.textContent()).toMatch(/交通警察大队.*检查，责令改正。/);
    await shot(page, 'renewal-1-licences');
    // Who decided reads it with the case, anybody at /verify without its words.
    await housing.goto(`/workbench/cases/${caseNumber}`);
    const regulation = housing.getByTestId('regulation');
    await regulation.getByText(FOUND).waitFor();
    expect(await regulation.textContent()).toMatch(/监管平台签收.*监管部门签收.*责令改正/);
    await verify(page, identifier);
    await page.getByTestId('verdict').getByText('真实、有效').waitFor();
    await page.getByText(/责令改正（/).waitFor();
    expect(await page.getByText(FOUND).count()).toBe(0);
    await page.goto('/licences');
    await mine.getByTestId('licence-renew').click();

    await page.locator('#root_reason').fill('继续外摆经营。');
    await shot(page, 'renewal-2-form');
    // The facts of the licence are not the holder's to write, and only a change asks for new ones.
    expect(await page.locator('#root_licence').isEditable()).toBe(false);
    expect(await page.locator('#root_address').count()).toBe(0);
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.waitForURL(/\/materials$/);
    await page.getByText('必要材料已经齐全').waitFor();
    await page.getByRole('button', { name: '保存并继续' }).click();
    await page.getByTestId('declare').check();
    await shot(page, 'renewal-3-check');
    await page.getByTestId('submit-case').click();
    const number = (await page.getByTestId('case-number').textContent()) ?? '';

    await page.goto('/licences');
    await mine.getByRole('link', { name: '正在办理' }).waitFor();
    expect(await mine.getByTestId('licence-renew').count()).toBe(0);
    const handler = await deskOf(browser, 'hc-housing', 'handler');
    await work(handler, number, 'accept', 'accept');
    const approver = await deskOf(browser, 'hc-housing-approver', 'approver');
    await work(approver, number, 'decide', 'grant', { reason: '符合条件。' });
    await until('the end', async () => {
      const { ended } = await call<{ ended: boolean }>(page, 'GET', `/api/cases/${number}`);
      return ended || undefined;
    });
    await page.reload();
    // The newer version stands first, the one it replaced stays to be seen.
    await mine.nth(1).waitFor();
    expect(await mine.nth(0).getByText('有效', { exact: true }).count()).toBe(1);
    expect(await mine.nth(1).getByText('有效', { exact: true }).count()).toBe(0);
    await shot(page, 'renewal-4-renewed');
    await verify(page, identifier);
    await page.getByTestId('verdict').getByText('已经延续，由新的证照代替').waitFor();
    expect(await page.locator('main').textContent()).toMatch(
      /自何日起不再有效.*决定机关海城市住房和城乡建设局.*依据.*第五十条/,
    );
    await page.getByTestId('next').click();
    await page.getByTestId('verdict').getByText('真实、有效').waitFor();
    await page.goto('/licences');
    await mine.first().waitFor();
    expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBe(PHONE.width);
    expect(problems).toEqual([]);
  }, 120_000);
});
