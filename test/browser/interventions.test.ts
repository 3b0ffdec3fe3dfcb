import type { Browser, Page } from 'playwright-core';
import { DESK, openBrowser, PHONE, shot, signIn } from './browser.js';
import { handIn } from './restaurant.js';

const XIANGTANG = '210381003';
const PROCESS = 'restaurant';

interface Asked {
  method: string;
  path: string;
  body?: unknown;
}

/** Calls the API as whoever is signed in on the page. */
const call = (page: Page, asked: Asked) =>
  page.evaluate(async ({ method, path, body }) => {
    const response = await fetch(path, {
      method,
      headers: { 'content-type': 'application/json', 'x-requested-with': 'onestop' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as {
      xml: string;
      items: { version: number; name: string }[];
      revision: string;
    };
  }, asked);

/** Drafted by one, the process is published by another, under another name of its first task. */
async function publishNextVersion(drafter: Page, publisher: Page): Promise<void> {
  const path = `/api/processes/${PROCESS}`;
  const { items } = await call(drafter, { method: 'GET', path: `${path}/versions` });
  const { version, name } = items[0]!;
  const shown = { method: 'GET', path: `${path}/versions/${version}/xml` };
  const { xml } = await call(drafter, shown);
  const next = xml.replace(/(id="collect"[^>]*name=")[^"]*"/, `$1收件（第 ${version + 1} 版）"`);
  await call(drafter, { method: 'PUT', path: `${path}/draft`, body: { xml: next, name } });
  const review = { method: 'GET', path: `/api/definitions/process/${PROCESS}/review` };
  const { revision } = await call(publisher, review);
  await call(publisher, { method: 'POST', path: `${path}/draft/publication`, body: { revision } });
}

describe('an administrator beside the diagram', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('looks at what a migration would do, moves the cases, and takes one back to a step', async () => {
    const applicant = await signIn(browser, 'zhang', PHONE);
    const number = await handIn(applicant.page, XIANGTANG);
    const { page, problems } = await signIn(browser, 'admin', DESK);
    await page.goto('/designer');
    const second = await signIn(browser, 'admin2', DESK);
    await second.page.goto('/designer');
    await publishNextVersion(page, second.page);

    await page.goto(`/designer/${PROCESS}`);
    await page.getByRole('link', { name: '在办件迁移' }).click();
    // The first of each list: the version with cases, and the newest other one.
    for (const label of ['从版本', '到版本']) {
      await page.getByLabel(label).click();
      await page.keyboard.press('Enter');
    }
    await page.getByTestId('migration-preview').click();
    await page.getByText(/件在办，其中 \d+ 件可以迁移/).waitFor();
    await shot(page, 'interventions-1-preview');
    await page.getByLabel('迁移的理由').fill('修订收件环节');
    await page.getByTestId('migration-start').click();
    await page.getByText(/已迁移 [1-9]\d* 件，未能迁移 \d+ 件，待办 0 件/).waitFor();
    await shot(page, 'interventions-2-moved');

    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('button', { name: '调整环节' }).click();
    await page.getByText('跳过').click();
    await page.getByRole('checkbox').first().check();
    await page.getByLabel('理由').fill('窗口已当场收齐');
    await shot(page, 'interventions-3-modify');
    await page.getByTestId('modify').click();
    await page.getByText('已调整').waitFor();
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText(/调整了办理环节：窗口已当场收齐/).waitFor();
    await shot(page, 'interventions-4-timeline');
    expect(problems).toEqual([]);
  });

  test('mends a variable where it went wrong, once however often it is pressed, and follows a retry to its end', async () => {
    const { page, problems } = await signIn(browser, 'admin', DESK);
    // What the API takes and tells is tried on servers; here it is what the page makes of it.
    const incident = {
      ...{ id: '7', caseNumber: '2103810001', itemName: '开饭店', element: 'fee' },
      ...{ elementName: '算费用', code: 'expression-failed', message: '面积不是数字。' },
      ...{ state: 'open', openedAt: new Date().toISOString(), resolvedAt: null },
    };
    const sent: { key: string | undefined; body: unknown }[] = [];
    let asked = 0;
    await page.route('**/api/incidents**', async (route) => {
      const request = route.request();
      const path = new URL(request.url()).pathname;
      if (request.method() === 'GET' && path.endsWith('/7'))
        return route.fulfill({ json: { ...incident, variables: { area: '很大', paid: true } } });
      if (request.method() === 'GET')
        return route.fulfill({ json: { items: [incident], next: null } });
      const key = request.headers()['idempotency-key'];
      sent.push({ key, body: request.postDataJSON() as unknown });
      if (path.endsWith('/retries')) {
        asked += 1;
        const outcome = asked < 3 ? 'running' : 'resolved';
        return route.fulfill({ json: { items: [{ id: '7', outcome, message: '…' }] } });
      }
      // The first answer is lost on its way.
      if (sent.length === 1) return route.abort();
      return route.fulfill({ json: { number: '2103810001', state: 'accepted' } });
    });
    await page.goto('/workbench/incidents');
    await page.getByRole('cell', { name: '面积不是数字。' }).waitFor();
    await page.getByLabel('办件编号、事项、环节或问题').fill('没有这样的');
    await page.getByText('没有异常').waitFor();
    await page.getByLabel('办件编号、事项、环节或问题').fill('算费用');
    await page.locator('.ant-table-row-expand-icon').first().click();
    const variables = page.getByTestId('incident-variables');
    await variables.getByRole('row', { name: /area/ }).getByRole('button').click();
    // A text where a number belongs.
    await page.getByText('数字、是否或其他（JSON）').click();
    await page.getByLabel('“area”改为').fill('一百');
    await page.getByText(/请填写数字/).waitFor();
    await page.getByLabel('“area”改为').fill('120');
    await page.getByTestId('change-and-retry').click();
    await page.getByText('请写明理由').waitFor();
    await page.getByLabel('为什么改正').fill('录入时写错');
    await page.getByTestId('change-and-retry').click();
    await page.getByText('连接不上').waitFor();
    await shot(page, 'interventions-5-variable');
    await page.getByTestId('change-and-retry').click();
    await page.getByTestId('change-and-retry').waitFor({ state: 'detached' });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]!.body).toEqual({ variables: { area: 120 }, reason: '录入时写错' });

    await page
      .getByRole('row', { name: /面积不是数字/ })
      .getByRole('button', { name: /^重.?试$/ })
      .click();
    await page.getByText('已排除 0 个，正在处理 1 个，未排除 0 个').waitFor();
    await page.getByText('已排除 1 个，正在处理 0 个，未排除 0 个').waitFor();
    expect(new Set(sent.slice(2).map(({ key }) => key)).size).toBe(1);
    await shot(page, 'interventions-6-retried');
    expect(problems).toEqual([]);
  });
});
