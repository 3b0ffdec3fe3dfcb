/** The workbench's list of tasks, as a handler uses it. */
import type { Locator, Page } from 'playwright-core';

/** The rows of a case's tasks in the list. */
export const taskRow = (page: Page, caseNumber: string): Locator =>
  page.locator(`[data-testid=task-row][data-case="${caseNumber}"]`);

/** Opens the first task of a case in the list. Another may stand there already: keys are for this one then. */
export async function openTask(page: Page, caseNumber: string): Promise<void> {
  await taskRow(page, caseNumber).first().click();
  await page.locator(`[data-case="${caseNumber}"][aria-current=true]`).waitFor();
  await page.locator('.case-title').getByText(caseNumber).waitFor();
  await page.getByTestId('task-name').waitFor();
}

/** Goes to a view of the list and opens the case's first task there. */
export async function openTaskIn(page: Page, view: string, caseNumber: string): Promise<void> {
  await page.goto(`/workbench/${view}`);
  await openTask(page, caseNumber);
}
