import type { Browser, Page } from 'playwright-core';
import { openSessions } from '../../tools/bench/client.js';
import { complete, submit } from '../chaos/benchmark-case.js';
import { DESK, openBrowser, PHONE, platformUrl, shot, signIn } from './browser.js';
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

/** Drafted by one, the next version of a process is published by another. @returns its number */
async function publishNext(
  process: string,
  { drafter, publisher }: { drafter: Page; publisher: Page },
  change: (xml: string, version: number) => string,
): Promise<number> {
  const path = `/api/processes/${process}`;
  const { items } = await call(drafter, { method: 'GET', path: `${path}/versions` });
  const { version, name } = items[0]!;
  const shown = { method: 'GET', path: `${path}/versions/${version}/xml` };
  const { xml } = await call(drafter, shown);
  const next = change(xml, version + 1);
  await call(drafter, { method: 'PUT', path: `${path}/draft`, body: { xml: next, name } });
  const review = { method: 'GET', path: `/api/definitions/process/${process}/review` };
  const { revision } = await call(publisher, review);
  await call(publisher, { method: 'POST', path: `${path}/draft/publication`, body: { revision } });
  return version + 1;
}

/** A flow that nobody takes before somebody says the area. */
const WITH_AREA = `$1><bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= area &gt; 100</bpmn:conditionExpression></bpmn:sequenceFlow>`;

/** @returns the number of a case of the benchmark that has been accepted and does not know where to go */
async function stuckCase(): Promise<string> {
  const people = await openSessions(platformUrl());
  const number = await submit(people.applicant);
  await complete(people.county, number, 'acceptance');
  return number;
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
    const to = { drafter: page, publisher: second.page };
    await publishNext(PROCESS, to, (xml, version) =>
      xml.replace(/(id="collect"[^>]*name=")[^"]*"/, `$1收件（第 ${version} 版）"`),
    );

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

  test('mends a variable where it went wrong, once however often it is pressed', async () => {
    const { page, problems } = await signIn(browser, 'admin', DESK);
    await page.goto('/designer');
    const second = await signIn(browser, 'admin2', DESK);
    await second.page.goto('/designer');
    const to = { drafter: page, publisher: second.page };
    const version = await publishNext('benchmark', to, (xml) =>
      xml.replace(/(<bpmn:sequenceFlow id="flow_acceptance_dataSharing"[^>]*)\/>/, WITH_AREA),
    );
    const number = await stuckCase();

    // The first answer is lost on its way.
    const sent: { key: string | undefined; body: unknown }[] = [];
    await page.route('**/api/incidents/*/retry', async (route) => {
      const key = route.request().headers()['idempotency-key'];
      sent.push({ key, body: route.request().postDataJSON() as unknown });
      const answer = await route.fetch();
      await (sent.length === 1 ? route.abort() : route.fulfill({ response: answer }));
    });
    await page.goto('/workbench/incidents');
    await page.getByLabel('办件编号、事项、环节或问题').fill('没有这样的');
    await page.getByText('没有异常').waitFor();
    await page.getByLabel('办件编号、事项、环节或问题').fill(number);
    await page.locator('.ant-table-row-expand-icon').first().click();
    const variables = page.getByTestId('incident-variables');
    await variables.getByRole('row', { name: /caseNumber/ }).waitFor();
    await variables.getByRole('button', { name: '补上缺少的变量' }).click();
    await page.getByLabel('流程变量', { exact: true }).fill('area');
    // A text where a number belongs.
    await page.getByText('数字、是否或其他（JSON）').click();
    await page.getByLabel('内容', { exact: true }).fill('一百');
    await page.getByText(/请填写数字/).waitFor();
    await page.getByLabel('内容', { exact: true }).fill('120');
    await page.getByTestId('change-and-retry').click();
    await page.getByText('请写明理由').waitFor();
    await page.getByLabel('为什么改正').fill('录入时遗漏');
    await page.getByTestId('change-and-retry').click();
    await page.getByText('连接不上').waitFor();
    await shot(page, 'interventions-5-variable');
    await page.getByTestId('change-and-retry').click();
    await page.getByTestId('change-and-retry').waitFor({ state: 'detached' });
    expect(sent).toHaveLength(2);
    expect(sent[1]).toEqual(sent[0]);
    expect(sent[0]!.body).toEqual({ variables: { area: 120 }, reason: '录入时遗漏' });

    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText(/录入时遗漏/).waitFor();
    expect(await page.getByText(/录入时遗漏/).count()).toBe(1);
    await shot(page, 'interventions-6-mended');
    expect(version).toBeGreaterThan(1);
    expect(problems).toEqual([]);
  }, 120_000);
});
