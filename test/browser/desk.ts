/** What people do at their desks beside the page under test, through the API with their own sign-in. */
import type { Browser, Page } from 'playwright-core';
import { DESK, signIn } from './browser.js';

const HEADERS = { 'x-requested-with': 'onestop' };
const PATIENCE = 20_000;
const ASK_EVERY = 250;

interface Task {
  id: string;
  element: string;
}

/** A call of the API from a signed-in page. @throws Error with the problem's words */
export async function call<T>(page: Page, method: string, path: string, data?: object): Promise<T> {
  const headers = { ...HEADERS, 'idempotency-key': crypto.randomUUID() };
  const answer = await page.request.fetch(path, { method, headers, ...(data && { data }) });
  if (!answer.ok()) throw new Error(`${path} ${answer.status()} ${await answer.text()}`);
  return (await answer.json().catch(() => null)) as T;
}

/** Asks until there is an answer. @throws Error naming what never came */
export async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const end = Date.now() + PATIENCE;
  for (;;) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > end) throw new Error(`${what} never came`);
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY));
  }
}

/** Signs a member of staff in, acting under the post with that role. */
export async function deskOf(browser: Browser, account: string, role: string): Promise<Page> {
  const { page } = await signIn(browser, account, DESK);
  await sitDown(page, role);
  return page;
}

/** Takes the post with that role. */
export async function sitDown(page: Page, role: string): Promise<void> {
  const { posts } = await call<{ posts: { id: string; role: string }[] }>(
    page,
    'GET',
    '/api/session',
  );
  const post = posts.find((one) => one.role === role);
  await call(page, 'POST', '/api/session/post', { post: post?.id ?? null });
}

interface Inspection {
  companions: { post: string; name: string }[];
}

/** An inspection, by default passed: the one desk records it, the colleague's confirms it. */
export async function inspect(
  page: Page,
  colleague: Page,
  caseNumber: string,
  element: string,
  form: object,
  outcome = 'pass',
): Promise<void> {
  const task = await waitingTask(page, caseNumber, element, 'pool');
  await call(page, 'PUT', `/api/tasks/${task.id}/claim`);
  const path = `/api/tasks/${task.id}/inspection`;
  const { companions } = await call<Inspection>(page, 'GET', path);
  const companion = companions[0]?.post;
  await call(page, 'POST', path, { companion, outcome, opinion: '已到现场核查', form });
  const record = await waitingTask(colleague, caseNumber, 'inspection-countersign', 'mine');
  const confirmed = { outcome: 'confirm', opinion: '属实' };
  await call(colleague, 'POST', `/api/tasks/${record.id}/completion`, confirmed);
}

const waitingTask = (page: Page, caseNumber: string, element: string, view: string) =>
  until(`${element} of ${caseNumber}`, async () => {
    const path = `/api/tasks?view=${view}&case=${caseNumber}`;
    const { items } = await call<{ items: Task[] }>(page, 'GET', path);
    return items.find((one) => one.element === element);
  });

/** Claims and completes a task of the case as soon as it is in the desk's pool. */
export async function work(
  page: Page,
  caseNumber: string,
  element: string,
  outcome: string,
  form: object = {},
  opinion = '同意',
): Promise<void> {
  const task = await waitingTask(page, caseNumber, element, 'pool');
  await call(page, 'PUT', `/api/tasks/${task.id}/claim`);
  await call(page, 'POST', `/api/tasks/${task.id}/completion`, { outcome, opinion, form });
}
