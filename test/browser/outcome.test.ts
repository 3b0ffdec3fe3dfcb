import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, deskOf, inspect, sitDown, until, work } from './desk.js';
import { openTaskIn } from './inbox.js';
import { openNotification } from './notifications.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', {
    timeZone: 'Asia/Shanghai',
  });

const road = {
  occupiesRoad: true,
  occupyArea: 12,
  occupyFrom: inDays(8),
  occupyTo: inDays(27),
  occupyPurpose: '装修围挡',
  deliveryMethod: 'electronic',
};

const survey = {
  inspectedOn: inDays(0),
  findings: '具备占道条件。',
};

interface Family {
  children: { number: string; key: string | null }[];
}

describe('an applicant at the end of a case', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** The road is granted, the other parts are taken back. @returns number of the matter */
  async function grantedRoad(zhang: Page, window: Page): Promise<string> {
    const number = await handIn(zhang, XIANGTANG, road);
    await work(window, number, 'collect', 'accept');
    const child = (key: string) =>
      until(`child ${key}`, async () => {
        const { children } = await call<Family>(zhang, 'GET', `/api/cases/${number}`);
        return children.find((one) => one.key === key)?.number;
      });
    for (const key of ['A', 'B']) {
      const path = `/api/cases/${await child(key)}/withdrawal`;
      await call(zhang, 'POST', path, { reason: '先只办占道。' });
    }
    const occupation = await child('D');
    const housing = await deskOf(browser, 'hc-housing', 'handler');
    await work(housing, occupation, 'accept', 'accept');
    await sitDown(housing, 'inspector');
    const colleague = await deskOf(browser, 'hc-housing2', 'inspector');
    await inspect(housing, colleague, occupation, 'survey', survey);
    const police = await deskOf(browser, 'hc-traffic', 'handler');
    await work(police, occupation, 'countersign', 'agree', { comment: '同意。' });
    const approver = await deskOf(browser, 'hc-housing-approver', 'approver');
    await work(approver, occupation, 'decide', 'grant', { reason: '符合法定条件、标准。' });
    return number;
  }

  test('pays, opens and downloads the sealed licence, rates', async () => {
    const { page: zhang, problems } = await signIn(browser, 'zhang', PHONE);
    const window = await deskOf(browser, 'xt-window', 'window');
    const number = await grantedRoad(zhang, window);

    await zhang.goto(`/cases/${number}`);
    await zhang.getByTestId('to-pay').waitFor();
    await shot(zhang, 'outcome-1-to-pay');
    const payPage = zhang.context().waitForEvent('page');
    await zhang.getByRole('link', { name: '去缴费' }).click();
    const pay = await payPage;
    await pay.getByRole('button', { name: /确认缴款/ }).click();
    await pay.getByText(/已缴款/).waitFor();
    await shot(pay, 'outcome-2-paid');
    await zhang.getByText(/· 已缴$/).waitFor();

    await zhang.getByRole('link', { name: '查看、下载' }).click();
    await zhang.getByTestId('document').getByText('海城市住房和城乡建设局').first().waitFor();
    await shot(zhang, 'outcome-3-licence');
    const file = zhang.waitForEvent('download');
    await zhang.getByRole('button', { name: '下载电子文件' }).click();
    expect((await file).suggestedFilename()).toMatch(/^临时占用城市道路许可证.*\.json$/);

    await work(window, number, 'handOver', 'delivered', { way: 'electronic' });
    await zhang.goto(`/cases/${number}`);
    await zhang.getByTestId('rating').waitFor();
    await zhang.getByTestId('progress').getByText('3 项中已办结 3 项').waitFor();
    await zhang
      .getByTestId('licences')
      .getByText('临时占用城市道路许可', { exact: true })
      .first()
      .waitFor();
    expect(await zhang.getByRole('button', { name: '撤回申请' }).count()).toBe(0);
    // A licence's long identifier must not make a phone scroll sideways.
    expect(await zhang.locator('body').evaluate((body) => body.scrollWidth)).toBe(PHONE.width);
    await shot(zhang, 'outcome-4-rating');
    const words = `跑了两次 ${number.slice(-6)}`;
    await zhang.locator('#rating-words').fill(words);
    await zhang.getByRole('button', { name: '不满意', exact: true }).click();
    await zhang.getByTestId('rating').waitFor({ state: 'detached' });
    await zhang
      .getByText(/提交评价/)
      .first()
      .waitFor();
    await shot(zhang, 'outcome-5-rated');

    // Who handled it reads it and is asked to verify it; who supervises sees it with its share.
    const market = await deskOf(browser, 'hc-market-handler', 'handler');
    await openTaskIn(market, 'pool', number);
    await market.getByText('核实').first().waitFor();
    await market.getByTestId('rating-given').getByText(words).waitFor();
    await shot(market, 'outcome-6-to-verify');
    await work(market, number, 'rating-contact', 'reached', {}, '未一次告知，属实。');
    await work(market, number, 'rating-answer', 'mended', {}, '已改用一次告知单，向您致歉。');
    await openNotification(zhang, 'rating-answered', number);
    await zhang.waitForURL(`**/cases/${number}`);
    await zhang.getByTestId('rating-given').getByText('已改用一次告知单，向您致歉。').waitFor();
    const { page: supervisor } = await signIn(browser, 'supervisor', DESK);
    await supervisor.goto('/supervision/ratings');
    const rated = supervisor.getByTestId('rated-cases').getByRole('row', { name: number });
    await rated.getByText('不满意').waitFor();
    await rated.getByText(words).waitFor();
    await supervisor.getByLabel('编号、申请人、事项').fill(number);
    await supervisor.getByLabel('编号、申请人、事项').press('Enter');
    await supervisor.waitForURL((url) => url.searchParams.get('q') === number);
    await rated.waitFor();
    await shot(supervisor, 'outcome-7-ratings');
    const table = supervisor.waitForEvent('download');
    await supervisor.getByTestId('download-csv').click();
    expect((await table).suggestedFilename()).toMatch(/^评价-.*\.csv$/);
    expect(await supervisor.getByTestId('print').count()).toBe(1);
    expect(problems).toEqual([]);
  }, 180_000);
});
