/** The message centre as people use it: the bell, the list, the way to the very thing. */
import type { Page } from 'playwright-core';
import { call, until } from './desk.js';

interface Notification {
  id: string;
  occasion: string;
  text: string;
  readAt: string | null;
}

/**
 * Opens what somebody was told of a case, by the bell of the page they are on: it was unread, and is read.
 * @throws Error when they are not told
 */
export async function openNotification(
  page: Page,
  occasion: string,
  caseNumber: string,
): Promise<void> {
  const find = async () => {
    const path = '/api/notifications';
    const { items } = await call<{ items: Notification[] }>(page, 'GET', path);
    return items.find((one) => one.occasion === occasion && one.text.includes(caseNumber));
  };
  const told = await until(`${occasion} of ${caseNumber}`, find);
  if (told.readAt !== null) throw new Error(`${occasion} of ${caseNumber} is read already`);
  await page.reload();
  const bell = page.getByTestId('bell');
  await bell.locator('.bell-count').waitFor();
  await bell.click();
  const one = page
    .locator(`[data-testid=notification][data-occasion=${occasion}][data-unread=true]`)
    .filter({ hasText: caseNumber });
  await one.click();
  await until('it is read', async () => ((await find())?.readAt ? true : undefined));
}
