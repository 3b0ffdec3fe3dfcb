/** Every page that its address alone opens, as those who may, in both languages and at their size. */
import type { Browser, Page } from 'playwright-core';
import zh from '../../web/src/shared/locales/zh.json' with { type: 'json' };
import { barriers } from './accessible.js';
import { eventually } from '../workflow/stage.js';
import { DESK, openBrowser, openVisit, PHONE, shot, signIn } from './browser.js';

const WORK = [
  '/day',
  '/workbench',
  '/workbench/mine',
  '/workbench/copies',
  '/workbench/deputies',
  '/duties',
];
const PAGES: [string, typeof DESK, string[]][] = [
  [
    'zhang',
    PHONE,
    [
      '/',
      '/cases',
      '/credit',
      '/licences',
      '/sessions',
      '/authorisations',
      '/notifications',
      '/verify',
      '/items/210511001000',
    ],
  ],
  [
    'xt-window',
    DESK,
    [...WORK, '/workbench/incidents', '/window', '/window/authorisations', '/deliveries'],
  ],
  ['hc-market-approver', DESK, [...WORK, '/deliveries', '/credit-desk', '/incoming-papers']],
  [
    'supervisor',
    DESK,
    [
      '',
      '/cases',
      '/statistics',
      '/trends',
      '/league',
      '/ratings',
      '/heat',
      '/cards',
      '/orders',
      '/rules',
    ].map((page) => `/supervision${page}`),
  ],
  [
    'admin',
    DESK,
    [
      ...['/official-documents', '/archives', '/calendar', '/clock-rules', '/bringing-over'],
      ...['/designer', '/designer/restaurant', '/timer-starts', '/adapter-bindings', '/decisions'],
      '/operations',
    ],
  ],
  [
    'admin',
    DESK,
    [
      ...['/forms', '/forms/shop-sign', '/search-words', '/notification-texts'],
      ...['/catalogue', '/legal-bases', '/catalogue/210511001000'],
      ...['/organisations', '/staff', '/authorities', '/register-changes'],
    ],
  ],
  ['auditor', DESK, ['/audit']],
];

/** A text of the pages' own that has no translation shows its key. */
const PARTS = [...Object.keys(zh), 'audit', 'register'];
const KEY = new RegExp(`(^|\\s)(${PARTS.join('|')})\\.[a-z][a-z-]+(\\s|$)`);

type Language = 'zh' | 'en';
/** Of the switch, which is written in the other language. */
const SWITCH = { zh: 'English', en: '中文' };
const OTHER = { zh: 'en', en: 'zh' } as const;

/** Opens a page, shows it in the language of the page before, and then in the other. */
async function faultsInBoth(page: Page, path: string, before: Language, name: string) {
  await page.goto(path);
  const faults = await faultsOf(page, path, before);
  await shot(page, `${name}-${before}`);
  await page.getByText(SWITCH[before], { exact: true }).first().click();
  await page.getByText(SWITCH[OTHER[before]], { exact: true }).first().waitFor();
  faults.push(...(await faultsOf(page, path, OTHER[before])));
  await shot(page, `${name}-${OTHER[before]}`);
  return faults;
}

/** @returns the page's title, as soon as it begins with its heading; what is read from the server comes later */
async function titled(page: Page): Promise<string> {
  const begins = async () => {
    const [heading] = await page.locator('main h1').allInnerTexts();
    const title = await page.title();
    return heading !== undefined && title.startsWith(`${heading.trim()} · `) ? title : undefined;
  };
  return eventually('the title', begins, 5_000).catch(() => page.title());
}

/**
 * Texts of an English page that are Chinese, and of which nothing says so (WCAG 2.2, 3.1.2). A name within
 * an English sentence is no such text.
 */
const unsaidChinese = (page: Page): Promise<string[]> =>
  page.evaluate<string[]>(`[...document.querySelectorAll('main *')]
    .filter((element) => !element.closest('[lang^=zh]'))
    .map((element) => [...element.childNodes].filter((node) => node.nodeType === 3)
      .map((node) => node.nodeValue).join(''))
    .filter((text) => /^[^A-Za-z]*[\\u4e00-\\u9fff]{2}[^A-Za-z]*$/.test(text)).slice(0, 3)`);

async function faultsOf(page: Page, path: string, language: Language): Promise<string[]> {
  await page.locator('main h1, main h2').first().waitFor();
  await page.locator('[role=status].loading').first().waitFor({ state: 'detached' });
  const text = await page.locator('main').innerText();
  const wide = await page.evaluate<number>(
    'document.documentElement.scrollWidth - document.documentElement.clientWidth',
  );
  const title = await titled(page);
  const headings = await page.locator('main h1').allInnerTexts();
  return [
    ...(headings.length === 1 ? [] : [`${path}: ${headings.length} headings of the page`]),
    ...(headings[0] && title.startsWith(`${headings[0].trim()} · `)
      ? []
      : [`${path}: titled ${title}`]),
    // Built the same in both; asked once.
    ...(language === 'zh' ? await barriers(page) : []).map((barrier) => `${path}: ${barrier}`),
    ...(language === 'en' ? await unsaidChinese(page) : []).map(
      (part) => `${path}: not said to be Chinese: ${part}`,
    ),
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
    'of %s opens whole, in Chinese and in English (%#)',
    async (account, size, paths) => {
      const { page, problems } = await signIn(browser, account, size);
      const faults: string[] = [];
      for (const [place, path] of paths.entries()) {
        const before = place % 2 === 0 ? 'zh' : 'en';
        const name = `page-${account}${path.replaceAll('/', '-')}`;
        faults.push(...(await faultsInBoth(page, path, before, name)));
      }
      expect(faults).toEqual([]);
      expect(problems).toEqual([]);
    },
    180_000,
  );

  it('of a guide says in English what the catalogue has in English, down to what a search finds', async () => {
    const { page, problems } = await openVisit(browser, PHONE);
    await page.goto('/items/210199001000');
    await page.getByText('English', { exact: true }).first().click();
    await page.getByRole('heading', { name: 'Opening a restaurant, all in one' }).waitFor();
    await page.getByText('Lease of the premises').waitFor();
    await shot(page, 'guide-in-english');
    expect(await unsaidChinese(page)).toEqual([]);
    const chinese = page.locator('main [lang^=zh]');
    expect(await chinese.allInnerTexts()).toEqual([]);
    await page.goto('/?q=old-age');
    await page.getByText('Old-age allowance').waitFor();
    await page.getByText('promised in 10 working days').waitFor();
    await shot(page, 'search-in-english');
    expect(problems).toEqual([]);
  });

  it('that nobody has signed in for asks for nothing that is refused', async () => {
    const { page, problems } = await openVisit(browser, DESK);
    const refused: string[] = [];
    page.on('response', (answer) => {
      if (answer.status() >= 400) refused.push(`${answer.status()} ${answer.url()}`);
    });
    page.on('console', (message) => {
      if (message.type() === 'error') refused.push(message.text());
    });
    for (const path of ['/', '/items/210511001000', '/verify']) {
      await page.goto(path);
      expect(await faultsOf(page, path, 'zh')).toEqual([]);
    }
    expect(refused).toEqual([]);
    expect(problems).toEqual([]);
  }, 60_000);

  it('is begun at its heading by who comes by a link', async () => {
    const { page } = await signIn(browser, 'zhang', DESK);
    await page.getByRole('link', { name: '办件', exact: false }).first().click();
    const heading = page.locator('main h1:focus');
    await heading.waitFor();
    expect(await page.title()).toContain(await heading.innerText());
  }, 60_000);
});
