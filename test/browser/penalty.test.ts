/** A penalty as both sides see it: the right to a hearing with its days, the decision, the remedies. */
import type { Browser, Page } from 'playwright-core';
import { openBrowser, PHONE, shot, signIn } from './browser.js';
import { call, deskOf, inspect, until, work } from './desk.js';
import { openNotification } from './notifications.js';
import { inDays, XIANGTANG } from './single-items.js';

const party = {
  businessName: '海城市响堂街道旧味餐馆（演示：已吊销）',
  operatorName: '吴某',
  idNumber: '210399197506120990',
  phone: '19900000096',
  address: '海城市响堂街道永安路17号（演示）',
};

/** What is proposed, as the party reads it. */
const NOTICE = '拟罚款50000元：无证经营餐饮（食品安全法第一百二十二条）。';

describe('whom a penalty is about', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  /** A lead comes in by a message. @returns number of the case */
  async function lead(wu: Page): Promise<string> {
    const admin = await deskOf(browser, 'admin', 'admin');
    const { person } = await call<{ person: { id: string } }>(wu, 'GET', '/api/session');
    const form = {
      ...party,
      ...{ source: 'complaint', foundOn: inDays(-1), lead: '没有食品经营许可证，正在营业。' },
    };
    const { id } = await call<{ id: string }>(admin, 'POST', '/api/messages', {
      name: 'penalty-lead',
      variables: { region: XIANGTANG, applicant: person.id, form },
    });
    return until('the case', async () => {
      const path = `/api/messages/${id}`;
      const { receiver } = await call<{ receiver: string | null }>(admin, 'GET', path);
      return receiver ?? undefined;
    });
  }

  const period = (page: Page, name: string) =>
    page.locator(`[data-testid=legal-periods] [data-period=${name}]`);

  /** Does an act of the whole case on the page, with its reason. */
  async function act(page: Page, name: string, reason: string): Promise<void> {
    await page.getByTestId('legal-acts').locator(`[data-act=${name}]`).click();
    const form = page.getByTestId(`law-form-${name}`);
    const day = form.getByLabel('听证日期');
    if ((await day.count()) > 0) await day.fill((await day.getAttribute('min')) ?? '');
    await form.getByLabel(/^理由/).fill(reason);
    await form.getByRole('button', { name: '办理' }).click();
  }

  test('is told of it, states their case, asks for a hearing, and reads until when remedies are open', async () => {
    const { page: wu, problems } = await signIn(browser, 'wu', PHONE);
    const number = await lead(wu);
    const market = await deskOf(browser, 'hc-market-handler', 'handler');
    await work(market, number, 'file', 'accept');
    await openNotification(wu, 'filed', number);
    await wu.waitForURL(`**/cases/${number}`);
    const inspector = await deskOf(browser, 'xt-market1', 'inspector');
    const colleague = await deskOf(browser, 'xt-market2', 'inspector');
    const found = { inspectedOn: inDays(0), findings: '正在营业。', evidence: '照片、账册' };
    await inspect(inspector, colleague, number, 'investigate', found, 'established');
    const reviewer = await deskOf(browser, 'hc-market-reviewer', 'reviewer');
    await work(reviewer, number, 'review', 'agree', { conclusion: '同意处理意见。' });
    const notice = {
      ...{ facts: '无证经营餐饮。', basis: '食品安全法第一百二十二条' },
      ...{ proposed: '罚款50000元。', hearing: true },
    };
    await work(market, number, 'tell', 'told', notice, NOTICE);

    await market.goto(`/workbench/cases/${number}`);
    await market.getByRole('tab', { name: '法律状态' }).click();
    // Nobody applied for it: nothing was accepted.
    const filed = market.getByTestId('legal-moves').locator('[data-act=accept]');
    expect(await filed.innerText()).toMatch(/^立案/);
    await act(market, 'tell-hearing', '拟处较大数额罚款。');
    await period(market, 'hearing-request').waitFor();
    await openNotification(wu, 'hearing-right', number);
    await wu.waitForURL(`**/cases/${number}`);
    await period(wu, 'hearing-request').getByText(/截至/).waitFor();
    expect(await period(wu, 'hearing-request').textContent()).toMatch(
      /当事人 · 行政处罚法第六十四条/,
    );
    await shot(wu, 'penalty-1-may-ask');
    // Nobody applied for it: it is not theirs to take back.
    expect(await wu.getByRole('button', { name: '撤回申请' }).count()).toBe(0);
    const takenBack = call(wu, 'POST', `/api/cases/${number}/withdrawal`, { reason: '不认可' });
    await expect(takenBack).rejects.toThrow(/409.*not-applied-for/);
    await act(wu, 'ask-hearing', '对数额有异议。');
    await period(wu, 'hearing-request').getByText(/已于/).waitFor();

    await market.reload();
    await market.getByRole('tab', { name: '法律状态' }).click();
    await period(market, 'hearing-request').getByText(/已于/).waitFor();
    // What was asked for is held before anybody decides.
    await shot(market, 'penalty-2-to-be-held');
    await act(market, 'waive-hearing', '当事人书面放弃听证。');
    await market.locator('.adverse-ok').click();
    await market.getByText('已办理').first().waitFor();

    await wu.reload();
    await wu.getByTestId('to-correct').getByText(NOTICE).waitFor();
    await wu.getByTestId('to-correct').getByRole('link').click();
    await wu.locator('#root_content').fill('只营业了几天，请从轻。');
    await shot(wu, 'penalty-3-statement');
    await wu.getByRole('button', { name: '提出陈述、申辩' }).click();
    await work(market, number, 'reconsider', 'kept', { findings: '申辩不成立。' });
    const approver = await deskOf(browser, 'hc-market-approver', 'approver');
    await work(approver, number, 'decide', 'grant', {
      ...{ reason: '无证经营餐饮，有照片、账册为证。', penalty: '罚款', fineYuan: 50_000 },
    });
    await work(market, number, 'serve', 'delivered', { way: 'electronic' });
    await wu.goto(`/cases/${number}`);
    for (const name of ['pay-fine', 'reconsideration', 'suit'])
      await period(wu, name).getByText(/截至/).waitFor();
    await shot(wu, 'penalty-4-remedies');
    await work(market, number, 'fine', 'paid', {
      ...{ paidOn: inDays(0), amountYuan: 50_000, surchargeYuan: 0, bill: '演示0001' },
    });
    await wu.reload();
    await period(wu, 'pay-fine').getByText(/已于/).waitFor();
    expect(await wu.locator('body').evaluate((body) => body.scrollWidth)).toBe(PHONE.width);
    expect(problems).toEqual([]);
  }, 180_000);
});
