/** 长辈版: fewer entries, one thing at a time, targets that are easily met, and a telephone of help. */
import type { Browser, Locator, Page } from 'playwright-core';
import { barriers } from './accessible.js';
import { openBrowser, PHONE, shot, signIn } from './browser.js';
import { draftOf } from './single-items.js';

const RESTAURANT = '210199001000';
/** Sides of what is pressed, CSS px; twice what WCAG 2.2 AA asks for. */
const LEAST = 48;

/** Those too low to be met easily, by what they say. */
async function small(targets: Locator): Promise<string[]> {
  const found: string[] = [];
  for (const target of await targets.all()) {
    const box = await target.boundingBox();
    if (box && box.height < LEAST) found.push(`${await target.innerText()}: ${box.height}`);
  }
  return found;
}

async function fits(page: Page): Promise<void> {
  expect(await page.locator('body').evaluate((body) => body.scrollWidth)).toBe(PHONE.width);
  expect(await barriers(page)).toEqual([]);
}

describe('an elderly person', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  test('finds a few large entries, answers one thing at a time, and may call', async () => {
    const { page, problems } = await signIn(browser, 'zhang', PHONE);
    await page.goto('/');
    await page.getByTestId('elder').click();
    await page.getByTestId('elder-items').getByRole('link').first().waitFor();
    expect(await page.locator('.item-card').count()).toBe(0);
    expect(await page.getByTestId('elder-help').getAttribute('href')).toBe('tel:12345');
    expect(await small(page.locator('.elder-entry, .elder-help, .header-button'))).toEqual([]);
    await shot(page, 'elder-1-home');
    await fits(page);

    await page.goto(`/items/${RESTAURANT}/apply`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    const questions = page.locator('fieldset.field, .field:has(> label)');
    await questions.first().waitFor();
    const asked = await questions.count();
    expect(await small(page.locator('.choice'))).toEqual([]);
    await shot(page, 'elder-2-situation');

    const draft = await draftOf(page, RESTAURANT, {}, []);
    await page.goto(`/drafts/${draft}`);
    const parts = page.locator('.form-part');
    await page.getByTestId('form-tasks').waitFor();
    const shown = () => parts.locator('visible=true').count();
    const titles = page.locator('.form-part:not([hidden]) > h2');
    expect(await titles.count()).toBe(1);
    const first = await titles.innerText();
    await shot(page, 'elder-3-form');
    await page.getByRole('button', { name: '下一步' }).click();
    await titles.getByText(first, { exact: true }).waitFor({ state: 'detached' });
    expect([await titles.count(), await shown()]).not.toContain(0);
    await fits(page);
    await page.getByTestId('elder').click();
    await page.getByRole('button', { name: '保存并继续' }).waitFor();
    expect(await titles.count()).toBeGreaterThan(3);
    await page.getByTestId('form-tasks').getByRole('link', { name: '经营场所' }).click();
    await page.locator('h2:focus', { hasText: '经营场所' }).waitFor();
    await shot(page, 'elder-4-standard-form');
    await page.goto(`/items/${RESTAURANT}/apply`);
    await questions.nth(asked).waitFor();
    expect(problems).toEqual([]);
  }, 120_000);
});
