/** A draft's way into the catalogue by the pages alone: its author, the line above, the law, the city's keeper. */
import type { Browser, Locator, Page } from 'playwright-core';
import { dateOf } from '../../workflows/clock/index.js';
import { DESK, openBrowser, PHONE, shot, signIn, type Visit } from './browser.js';
import { openTaskIn } from './inbox.js';

/** Five sign-ins and a dozen steps of a case, on a machine busy with other tests; ms. */
const SLOW = 120_000;
/** Another one each time: what is published stays. */
const CODE = `210125${String(Date.now()).slice(-6)}`;
const NAME = `集市摊位食品经营备案${CODE.slice(-6)}`;

/** Chooses from a list by words of the entry. */
async function choose(list: Locator, words: string): Promise<void> {
  await list.click();
  if (await list.isEditable()) await list.fill(words);
  await list.page().locator('.ant-select-item-option', { hasText: words }).first().click();
}

/** Opens the case's task at this desk, and takes it. */
async function take(page: Page, number: string): Promise<void> {
  await openTaskIn(page, 'pool', number);
  await page.getByTestId('claim').click();
  await page.getByTestId('complete').waitFor();
}

async function complete(page: Page, outcome: string, number: string): Promise<void> {
  await page.getByRole('radio', { name: outcome }).check();
  await page.getByTestId('complete').click();
  await page
    .locator(`[data-testid=task-row][data-case="${number}"]`)
    .waitFor({ state: 'detached' });
}

describe('a draft of a county bureau', () => {
  let browser: Browser;
  const visits: Visit[] = [];
  const at = async (account: string): Promise<Page> => {
    const visit = await signIn(browser, account, DESK);
    visits.push(visit);
    return visit.page;
  };
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test(
    'is handed in, commented on at its element, mended, found lawful and published, by four posts at their pages',
    async () => {
      const author = await at('hc-author');
      await author.goto('/catalogue');
      await author.getByTestId('new-item').click();
      await author.getByLabel('事项名称').fill(NAME);
      await author.getByLabel('基本编码').fill(CODE);
      await choose(author.getByRole('dialog').getByLabel('事项类型'), '行政许可');
      await choose(author.getByRole('dialog').getByLabel(/以哪个事项为底本/), '小餐饮');
      await author.getByTestId('begin-item').click();
      await author.getByTestId('item-sound').waitFor();
      await author.getByTestId('section-english').click();
      const english = author.getByTestId('item-english').getByLabel(NAME, { exact: true });
      await english.fill('Food stalls on markets');
      await author.getByTestId('item-saving').getByText('已保存').waitFor();
      await author.getByTestId('item-sound').waitFor();
      await shot(author, 'entry-english');
      await author.getByTestId('section-guide').click();
      const summary = author.locator('#root_guide_summary');
      const words = `集市摊位的食品经营备案，当场办结（${Date.now().toString(36)}）`;
      await summary.fill(words);
      await author.getByTestId('item-saving').getByText('已保存').waitFor();
      await author.getByTestId('hand-in').click();
      await author.getByTestId('hand-in-confirm').click();
      const standing = author.getByTestId('entry-standing');
      await standing.getByText('主管部门审核').waitFor();
      const number = /\d{12,}/.exec(await standing.innerText())?.[0] ?? '';
      await shot(author, 'entry-handed-in');
      expect(await summary.isEditable()).toBe(false);

      // The line above says what is wrong, at the very element, and gives it back.
      const reviewer = await at('as-item-reviewer');
      await take(reviewer, number);
      const panel = reviewer.getByTestId('entry');
      await panel.getByText('集市摊位').first().waitFor();
      await choose(panel.getByLabel('对哪一项内容'), '一句话说明');
      await reviewer.getByTestId('comment-words').fill('“当场办结”要与承诺时限一致');
      await reviewer.getByTestId('add-comment').click();
      await panel.getByText('1 条未答复').waitFor();
      await shot(reviewer, 'entry-review');
      await complete(reviewer, '退回修改', number);

      // The author finds it at the element, answers, mends and hands in again.
      await standing.getByText('已退回修改').waitFor();
      await author.getByTestId('field-root_guide_summary').getByText('要与承诺时限一致').waitFor();
      await shot(author, 'entry-returned');
      await summary.fill('集市摊位的食品经营备案，在承诺时限内办结');
      await author.getByTestId('item-saving').getByText('已保存').waitFor();
      await author.getByLabel(/^答复“/).fill('已改为承诺时限');
      await author.getByTestId('answer-comment').click();
      await author.getByTestId('entry').getByText('0 条未答复').waitFor();
      await author.getByTestId('entry-task').click();
      await author.getByTestId('claim').click();
      await complete(author, '已修改，再次送审', number);

      await take(reviewer, number);
      await panel.getByText('已改为承诺时限').waitFor();
      await complete(reviewer, '同意', number);

      const lawyer = await at('as-legality');
      await take(lawyer, number);
      await lawyer
        .getByTestId('entry')
        .getByRole('link', { name: /打开事项页面/ })
        .click();
      await lawyer.getByTestId('entry-standing').getByText('合法性审查').first().waitFor();
      await lawyer.getByTestId('entry-task').click();
      await complete(lawyer, '同意', number);

      const keeper = await at('as-keeper');
      await take(keeper, number);
      await keeper.getByRole('radio', { name: '发布' }).check();
      await keeper.getByLabel(/自哪天起执行/).fill(dateOf(Date.now()));
      await shot(keeper, 'entry-publication');
      await complete(keeper, '发布', number);

      await keeper.goto(`/catalogue/${CODE}`);
      const entry = keeper.getByTestId('entry');
      await entry.getByText('历次送审').click();
      await entry
        .locator('li', { hasText: number })
        .getByText(/发布为第 \d+ 版/)
        .waitFor();
      await keeper.setViewportSize(PHONE);
      await shot(keeper, 'entry-phone');
      expect(visits.flatMap(({ problems }) => problems)).toEqual([]);
    },
    SLOW,
  );
});
