/** /verify, as anybody looks a paper up. */
import type { Page } from 'playwright-core';

/** Asks for what somebody holds, by what stands on it: a code, a number or an identifier. */
export async function verify(page: Page, code: string): Promise<void> {
  await page.goto('/verify');
  await page.getByTestId('verify-code').fill(code);
  await page.getByTestId('verify-ask').click();
  await page.getByTestId('verdict').waitFor();
}
