/** The benchmark's case, done step by step by its four people, for tests that disturb them. */
import { BENCHMARK_ITEM } from '../../tools/bench/client.js';
import type { Desk } from '../../tools/bench/driver.js';
import { eventually } from '../workflow/stage.js';

/** Somebody signed in who asks again while the platform is away. */
export interface Caller {
  get<T>(path: string): Promise<T>;
  post<T>(path: string, body?: unknown): Promise<T>;
  put<T>(path: string, body?: unknown): Promise<T>;
}

export type Step = [desk: Desk, element: string];

/** Its tasks in their order; the three opinions wait side by side. */
export const ACCEPTANCE: Step = ['county', 'acceptance'];
export const OPINIONS: Step[] = [
  ['county', 'countyOpinion'],
  ['city', 'cityOpinion'],
  ['township', 'townshipOpinion'],
];
export const DECISION: Step = ['county', 'decision'];

/** @returns the new case's number */
export async function submit(applicant: Caller): Promise<string> {
  const draft = await applicant.post<{ id: string }>('/api/drafts', {
    item: BENCHMARK_ITEM,
    region: '210381003',
  });
  const form = { creditCode: '92210399MA0XT0013G', subject: '断电演练' };
  await applicant.put(`/api/drafts/${draft.id}`, { form, materials: {} });
  const answer = await applicant.post<{ number: string } | { caseNumber: string }>('/api/cases', {
    draft: draft.id,
  });
  // 202: its workflow answers later, while no worker is there
  return 'number' in answer ? answer.number : answer.caseNumber;
}

/** Parts are being killed and start again, on a machine that may be busy; ms. */
const LONGEST = 280_000;

/** Claims the task of an element once it waits. @returns its id */
export async function claim(caller: Caller, number: string, element: string): Promise<string> {
  const id = await eventually(
    `${element} of ${number}`,
    async () => {
      const list = await caller.get<{ items: { id: string; element: string }[] }>(
        `/api/tasks?view=pool&case=${number}`,
      );
      return list.items.find((task) => task.element === element)?.id;
    },
    LONGEST,
  );
  await caller.put(`/api/tasks/${id}/claim`);
  return id;
}

const OUTCOMES: Record<string, string> = { acceptance: 'accept', decision: 'grant' };

/** How a task of this element is completed. */
export const answerOf = (element: string) => ({ outcome: OUTCOMES[element] ?? 'agree', form: {} });

export const completionOf = (taskId: string): string => `/api/tasks/${taskId}/completion`;

/** Claims and completes. */
export async function complete(caller: Caller, number: string, element: string): Promise<void> {
  const id = await claim(caller, number, element);
  await caller.post(completionOf(id), answerOf(element));
}

/** Waits until the applicant reads that it is finished. */
export async function finished(applicant: Caller, number: string): Promise<void> {
  await eventually(
    `end of ${number}`,
    async () => {
      const { state } = await applicant.get<{ state: string }>(`/api/cases/${number}`);
      return state === 'finished' ? true : undefined;
    },
    LONGEST,
  );
}

/** One whole case. @returns its number */
export async function doCase(callers: Record<Desk | 'applicant', Caller>): Promise<string> {
  const number = await submit(callers.applicant);
  for (const [desk, element] of [ACCEPTANCE, ...OPINIONS, DECISION]) {
    await complete(callers[desk], number, element);
  }
  await finished(callers.applicant, number);
  return number;
}
