/** One client: does benchmark cases one after another, as applicant and as the three desks. */
import { type Session, signIn } from '../session/sign-in.js';
import type { Stopwatch } from './latency.js';

export const BENCHMARK_ITEM = '219900001000';
const REGION = '210381003';
/** A business of the demonstration data; the data-sharing step looks it up. */
const CREDIT_CODE = '92210399MA0XT0013G';

/** The steps of the benchmark process, in waves: within one the tasks are open side by side. */
const WAVES: { element: string; desk: Desk; outcome: string }[][] = [
  [{ element: 'acceptance', desk: 'county', outcome: 'accept' }],
  [
    { element: 'townshipOpinion', desk: 'township', outcome: 'agree' },
    { element: 'countyOpinion', desk: 'county', outcome: 'agree' },
    { element: 'cityOpinion', desk: 'city', outcome: 'agree' },
  ],
  [{ element: 'decision', desk: 'county', outcome: 'grant' }],
];

export type Desk = 'city' | 'county' | 'township';
export type Sessions = Record<Desk | 'applicant', Session>;

/** How long a step may take before the case counts as lost, ms. */
const PATIENCE = 30_000;
/** What is not there yet is asked for again 5 ms later, then 10, 15, 20 …: as the clients of other engines do. */
const LATER_BY = 5;

/** Signs in the four people of one client, each with a session of their own. */
export async function openSessions(url: string): Promise<Sessions> {
  const staff = async (account: string) => {
    const session = await signIn(url, account, 'onestop');
    const { posts } = await session.get<{ posts: { id: string }[] }>('/api/session');
    await session.post('/api/session/post', { post: posts[0]!.id });
    return session;
  };
  return {
    applicant: await signIn(url, 'zhang', 'onestop'),
    city: await staff('bench-city'),
    county: await staff('bench-county'),
    township: await staff('bench-township'),
  };
}

/** Does one whole case. @returns its number once it has ended */
export async function doCase(sessions: Sessions, watch: Stopwatch): Promise<string> {
  const { applicant } = sessions;
  const form = { creditCode: CREDIT_CODE, subject: '性能基准' };
  const draft = await applicant.post<{ id: string }>('/api/drafts', {
    item: BENCHMARK_ITEM,
    region: REGION,
  });
  await applicant.put(`/api/drafts/${draft.id}`, { form, materials: {} });
  const answer = await watch.time('submit', () =>
    // 202 = the answer comes later; it names the case already, and the tasks are waited for anyway.
    applicant.post<{ number: string } | { caseNumber: string }>('/api/cases', { draft: draft.id }),
  );
  const number = 'number' in answer ? answer.number : answer.caseNumber;
  for (const wave of WAVES) {
    for (const { element, desk, outcome } of wave) {
      const session = sessions[desk];
      const id = await taskOf(session, number, element);
      await watch.time('claim', () => session.put(`/api/tasks/${id}/claim`));
      await watch.time('complete', () =>
        session.post(`/api/tasks/${id}/completion`, {
          outcome,
          opinion: '同意',
          form: { opinion: '同意', amount: 1, checked: true },
        }),
      );
    }
  }
  await until(`end of ${number}`, async () => {
    const { state } = await applicant.get<{ state: string }>(`/api/cases/${number}/progress`);
    return state === 'finished' || undefined;
  });
  return number;
}

function taskOf(session: Session, caseNumber: string, element: string): Promise<string> {
  return until(`${element} of ${caseNumber}`, async () => {
    const list = await session.get<{ items: { id: string; element: string }[] }>(
      `/api/tasks?view=pool&case=${caseNumber}`,
    );
    return list.items.find((task) => task.element === element)?.id;
  });
}

async function until<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (let asked = 1; ; asked += 1) {
    const found = await ask();
    if (found !== undefined) return found;
    if (Date.now() > deadline) throw new Error(`${what} 在 ${PATIENCE / 1000} 秒内没有出现。`);
    await new Promise((resolve) => setTimeout(resolve, asked * LATER_BY));
  }
}
