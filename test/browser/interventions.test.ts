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

/** Drafted by one, the next version of a process is published by another. */
async function publishNext(
  process: string,
  { drafter, publisher }: { drafter: Page; publisher: Page },
  change: (xml: string, version: number) => string,
  madeFrom?: number,
): Promise<void> {
  const path = `/api/processes/${process}`;
  const { items } = await call(drafter, { method: 'GET', path: `${path}/versions` });
  const { version, name } = items[0]!;
  const shown = { method: 'GET', path: `${path}/versions/${madeFrom ?? version}/xml` };
  const { xml } = await call(drafter, shown);
  const next = change(xml, version + 1);
  await call(drafter, { method: 'PUT', path: `${path}/draft`, body: { xml: next, name } });
  const review = { method: 'GET', path: `/api/definitions/process/${process}/review` };
  const { revision } = await call(publisher, review);
  await call(publisher, { method: 'POST', path: `${path}/draft/publication`, body: { revision } });
}

/** An area that a script has wrong, and a flow that nobody takes with it. */
const WRONG_AREA = `<bpmn:scriptTask id="measured" name="核面积" scriptFormat="feel" onestop:resultVariable="area">
      <bpmn:script>= 50</bpmn:script>
    </bpmn:scriptTask>
    <bpmn:sequenceFlow id="flow_acceptance_measured" sourceRef="acceptance" targetRef="measured" />
    <bpmn:sequenceFlow id="flow_measured_dataSharing" sourceRef="measured" targetRef="dataSharing">
      <bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">= area &gt; 100</bpmn:conditionExpression>
    </bpmn:sequenceFlow>`;
const measured = (xml: string): string =>
  xml
    .replace(/<bpmn:sequenceFlow id="flow_acceptance_dataSharing"[^>]*\/>/, WRONG_AREA)
    .replaceAll(/<bpmn:(incoming|outgoing)>flow_acceptance_dataSharing<.*>\n/g, '')
    .replace(
      /<bpmndi:BPMNEdge [^>]*bpmnElement="flow_acceptance_dataSharing"[\s\S]*?<\/bpmndi:BPMNEdge>/,
      '',
    );

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
    await publishNext('benchmark', to, measured, 1);
    const number = await stuckCase();

    const keys = new Set<string | undefined>();
    page.on('request', (request) => {
      if (/\/api\/incidents\/.*\/retry$/.test(request.url()))
        keys.add(request.headers()['idempotency-key']);
    });
    await page.goto('/workbench/incidents');
    await page.getByLabel('办件编号、事项、环节或问题').fill('没有这样的');
    await page.getByText('没有异常').waitFor();
    await page.getByLabel('办件编号、事项、环节或问题').fill(number);
    await page.locator('.ant-table-row-expand-icon').first().click();
    const variables = page.getByTestId('incident-variables');
    await variables.getByRole('row', { name: /^area/ }).getByRole('button').click();
    const written = page.getByLabel('“area”改为');
    await written.fill('一百');
    await page.getByText(/请填写数字/).waitFor();
    await written.fill('120');
    await page.getByTestId('change-and-retry').click();
    await page.getByText('请写明理由').waitFor();
    await page.getByLabel('为什么改正').fill('录入时写错');
    await shot(page, 'interventions-5-variable');
    await page.getByTestId('change-and-retry').dblclick();
    await page.getByTestId('change-and-retry').waitFor({ state: 'detached' });
    expect(keys.size).toBe(1);

    await page.goto(`/workbench/cases/${number}`);
    await page.getByRole('tab', { name: '经过' }).click();
    await page.getByText('管理员改正流程变量“area”：录入时写错').waitFor();
    expect(await page.getByText('管理员改正流程变量“area”：录入时写错').count()).toBe(1);
    await shot(page, 'interventions-6-mended');
    expect(problems).toEqual([]);
  }, 120_000);
});
