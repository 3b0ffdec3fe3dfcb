import type { Browser } from 'playwright-core';
import { DESK, openBrowser, shot, signIn } from './browser.js';

describe('a process administrator', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('looks at a decision, tries it out, begins one of their own and publishes it', async () => {
    const { page, problems } = await signIn(browser, 'admin', DESK);
    await page.goto('/decisions');
    await page.getByRole('link', { name: '高龄津贴标准' }).click();
    await page.locator('.djs-element[data-element-id=allowance_tier]').waitFor();
    await page.getByText('检查通过').waitFor();
    await page.getByRole('button', { name: '津贴档次' }).click();
    await page.locator('.dmn-decision-table-container').waitFor();
    await page.getByLabel('出生日期').fill('1930-01-01');
    await page.getByLabel('本市户籍').click();
    await page.locator('.ant-select-dropdown:visible').getByText('是', { exact: true }).click();
    await page.getByTestId('try').click();
    await page.getByTestId('tried').getByText('10000').first().waitFor();
    await page.getByText('命中第 2 条规则').first().waitFor();
    await page.getByRole('button', { name: '津贴档次' }).click();
    await page.locator('tr.is-hit').waitFor();
    const [exported] = await Promise.all([
      page.waitForEvent('download'),
      page.getByTestId('export').click(),
    ]);
    expect(exported.suggestedFilename()).toBe('allowance.dmn');
    await shot(page, 'decisions-1-tried');

    const id = `browser-${Date.now().toString(36)}`;
    await page.goto('/decisions');
    await page.getByRole('button', { name: '新建决策' }).click();
    await page.getByLabel('决策文件名称').fill('浏览器试编的决策');
    await page.getByLabel('决策文件编号').fill(id);
    await page.getByRole('button', { name: '开始设计' }).click();
    await page.locator('.dmn-decision-table-container').waitFor();
    await page.getByText('检查通过').waitFor();
    const write = async (test: string) => {
      await page.locator('td.input-cell').first().click();
      await page.keyboard.press('ControlOrMeta+A');
      await page.keyboard.type(test);
    };
    await write('[1..');
    await shot(page, 'decisions-2-mistaken');
    await page.getByText(/第 1 条规则的输入.*表达式不完整/).waitFor();
    expect(await page.getByTestId('publish').isDisabled()).toBe(true);
    // An interval open at its end stays as it is typed.
    await write('[80..90)');
    await page.getByText('检查通过').waitFor();
    const cell = page.locator('td.input-cell').first();
    expect((await cell.innerText()).trim()).toBe('[80..90)');
    await shot(page, 'decisions-3-drawn');

    await page.getByLabel('输入', { exact: true }).last().fill('85');
    await page.getByTestId('try').click();
    await page.getByTestId('tried').getByText('命中第 1 条规则').waitFor();
    await page.locator('tr.is-hit').waitFor();
    await page.getByLabel('测试名称').fill('八十五岁');
    await page.getByTestId('keep-test').click();
    const kept = page.getByTestId('kept-test').filter({ hasText: '八十五岁' });
    await kept.getByText('通过').waitFor();
    await write('[80..85)');
    await page.getByText(/测试“八十五岁”应为 "结果"，命中第 1 条规则/).waitFor();
    await kept.getByText('不符').waitFor();
    await page.locator('tr.is-wrong').waitFor();
    expect(await page.getByTestId('publish').isDisabled()).toBe(true);
    await shot(page, 'decisions-4-differs');
    await write('[80..90)');
    await kept.getByText('通过').waitFor();

    await page.getByTestId('publish').click();
    await page.getByTestId('publish-note').fill('首次编制');
    await page.getByTestId('publish-confirm').click();
    await page.getByText(/已发布第 1 版/).waitFor();
    await page.getByRole('link', { name: '决策列表' }).click();
    await page
      .getByRole('row', { name: new RegExp(id) })
      .getByText('第 1 版')
      .waitFor();
    expect(problems).toEqual([]);
  });
});
