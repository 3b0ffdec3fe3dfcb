import type { Browser } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';

/** As tools write it that know ids in the author's own words. */
const fileOf = (id: string) => `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="urn:elsewhere">
  <process id="${id}" name="引进的流程" isExecutable="true">
    <startEvent id="申请" name="申请" />
    <sequenceFlow id="线一" sourceRef="申请" targetRef="核查" />
    <userTask id="核查" name="现场核查" />
    <sequenceFlow id="线二" sourceRef="核查" targetRef="办结" />
    <endEvent id="办结" name="办结" />
  </process>
</definitions>`;

describe('a process administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('draws a process, mends what the check finds, saves and publishes it', async () => {
    const { page, problems } = await signIn(browser, 'admin', DESK);
    await page.goto('/designer');
    await page
      .getByRole('link', { name: /开饭店/ })
      .first()
      .click();
    await page.locator('.djs-element[data-element-id=collect]').waitFor();
    await page.getByText(/检查通过|个错误/).waitFor();
    await shot(page, 'admin-1-restaurant');

    const id = `browser-${Date.now().toString(36)}`;
    await page.goto('/designer');
    await page.getByRole('button', { name: '新建流程' }).click();
    await page.getByLabel('流程名称').fill('浏览器试画的流程');
    await page.getByLabel('流程编号').fill(id);
    await page.getByRole('button', { name: '开始设计' }).click();
    await page.locator('.djs-element[data-element-id=handle]').click();
    const line = page.locator('#bio-properties-panel-onestop-line');
    await line.selectOption('market');
    expect(await line.inputValue()).toBe('market');
    await page
      .locator('.bio-properties-panel-header-type')
      .filter({ hasText: '用户任务' })
      .waitFor();
    await page.locator('#bio-properties-panel-onestop-outcomes').fill('done=办完');
    await page.getByText('检查通过').waitFor();
    await shot(page, 'admin-2-drawn');

    await page.getByTestId('save-draft').click();
    await page.getByText('草稿已保存').waitFor();
    // The city wants a second person: who drew it does not publish it.
    await page.getByTestId('publish').click();
    await page.getByTestId('second-person').waitFor();
    expect(await page.getByTestId('publish-confirm').isDisabled()).toBe(true);
    const second = await signIn(browser, 'admin2', DESK);
    await second.page.goto(`/designer/${id}`);
    await second.page.getByText('检查通过').waitFor();
    await second.page.getByTestId('publish').click();
    await second.page.getByTestId('publish-note').fill('首次编制');
    await second.page.getByTestId('publish-confirm').click();
    await second.page.getByText(/已发布第 1 版/).waitFor();
    expect(second.problems).toEqual([]);
    await page.goto('/designer');
    await page
      .getByRole('row', { name: new RegExp(id) })
      .getByText('第 1 版')
      .waitFor();
    await shot(page, 'admin-3-published');
    expect(problems).toEqual([]);
  });

  test('brings a file of another tool, without a drawing and with ids in Chinese, and keeps them', async () => {
    const { page, problems } = await signIn(browser, 'admin', DESK);
    const id = `引进-${Date.now().toString(36)}`;
    await page.goto('/designer');
    await page.locator('input[type=file]').setInputFiles({
      name: '其他工具.bpmn',
      mimeType: 'application/xml',
      buffer: Buffer.from(fileOf(id)),
    });
    await page.locator('.djs-element').filter({ hasText: '现场核查' }).first().click();
    await page.getByText(/检查通过|个错误/).waitFor();
    await shot(page, 'admin-4-imported');
    await page.getByRole('button', { name: /现场核查.*没有写明由哪个/ }).click();
    await page.locator('#bio-properties-panel-onestop-line').selectOption('market');
    await page.getByTestId('save-draft').click();
    await page.getByText('草稿已保存').waitFor();
    const kept = await page.request.get(`/api/processes/${encodeURIComponent(id)}/versions/1/xml`);
    const { xml } = (await kept.json()) as { xml: string };
    for (const own of [id, '申请', '核查', '办结', '线一', '线二'])
      expect(xml).toContain(` id="${own}"`);
    expect(xml).toMatch(/sourceRef="申请" targetRef="核查"/);
    expect(xml).toMatch(/bpmnElement="核查"/);
    expect(problems).toEqual([]);
  });
});
