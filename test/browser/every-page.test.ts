/** Every page that its address alone opens, as those who may, in both languages and at their size. */
import type { Browser, Page } from 'playwright-core';
import zh from '../../web/src/shared/locales/zh.json' with { type: 'json' };
import { DESK, openBrowser, PHONE, picture, signIn } from './browser.js';

const WORK = [
  '/workbench',
  '/workbench/mine',
  '/workbench/copies',
  '/workbench/deputies',
  '/duties',
];
const PAGES: [string, typeof DESK, string[]][] = [
  ['zhang', PHONE, ['/', '/cases', '/credit', '/licences', '/sessions']],
  ['xt-window', DESK, [...WORK, '/workbench/incidents', '/window', '/deliveries']],
  ['hc-market-approver', DESK, [...WORK, '/deliveries', '/credit-desk', '/incoming-papers']],
  [
    'supervisor',
    DESK,
    ['', '/cases', '/statistics', '/league', '/heat', '/cards', '/orders', '/rules'].map(
      (page) => `/supervision${page}`,
    ),
  ],
  [
    'admin',
    DESK,
    [
      ...[
        '/official-documents',
        '/designer',
        '/designer/restaurant',
        '/calendar',
        '/clock-rules',
        '/archives',
      ],
      ...[
        '/bringing-over',
        '/timer-starts',
        '/adapter-bindings',
        '/decisions',
        '/forms',
        '/search-words',
        '/forms/shop-sign',
        '/operations',
      ],
    ],
  ],
  ['auditor', DESK, ['/audit']],
];

/** A text of the pages' own that has no translation shows its key. */
const KEY = new RegExp(`(^|\\s)(${Object.keys(zh).join('|')})\\.[a-z][a-z-]+(\\s|$)`);

async function faultsOf(page: Page, path: string): Promise<string[]> {
  await page.goto(path);
  await page.locator('main h1, main h2').first().waitFor();
  await page.locator('[role=status].loading').first().waitFor({ state: 'detached' });
  const text = await page.locator('main').innerText();
  const wide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  return [
    ...(KEY.exec(text) ? [`${path}: no translation: ${KEY.exec(text)?.[0] ?? ''}`] : []),
    ...(wide > 0 ? [`${path}: ${wide} px too wide`] : []),
    ...(await page.getByTestId('error').allInnerTexts()).map((error) => `${path}: ${error}`),
  ];
}

describe('every page', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test.each(PAGES)(
    'of %s opens whole, in Chinese and in English',
    async (account, size, paths) => {
      const { page, problems } = await signIn(browser, account, size);
      const faults: string[] = [];
      for (const language of ['zh', 'en']) {
        if (language === 'en') await page.getByText('English', { exact: true }).first().click();
        for (const path of paths) {
          faults.push(...(await faultsOf(page, path)));
          await picture(page, `page-${account}${path.replaceAll('/', '-')}-${language}`);
        }
      }
      expect(faults).toEqual([]);
      expect(problems).toEqual([]);
    },
    180_000,
  );
});
