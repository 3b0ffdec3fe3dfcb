/** One client of ours: the applicant and the three desks, signed in. */
import { type Session, signIn } from '../session/sign-in.js';
import type { Desk, Driver, OpenDriver, OpenTask } from './driver.js';

export const BENCHMARK_ITEM = '219900001000';
const REGION = '210381003';
/** A business of the demonstration data; the data-sharing step looks it up. */
const CREDIT_CODE = '92210399MA0XT0013G';

export type Sessions = Record<Desk | 'applicant', Session>;

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

/** The benchmark's people on a platform of ours. */
export function driverOf(sessions: Sessions): Driver {
  const { applicant } = sessions;
  const form = { creditCode: CREDIT_CODE, subject: '性能基准' };
  let draft: { id: string };
  return {
    async prepare() {
      draft = await applicant.post('/api/drafts', { item: BENCHMARK_ITEM, region: REGION });
      await applicant.put(`/api/drafts/${draft.id}`, { form, materials: {} });
    },
    async start() {
      // 202 = the answer comes later; it names the case already, and the tasks are waited for anyway.
      const answer = await applicant.post<{ number: string } | { caseNumber: string }>(
        '/api/cases',
        {
          draft: draft.id,
        },
      );
      return 'number' in answer ? answer.number : answer.caseNumber;
    },
    async tasksOf(number, desk) {
      const list = await sessions[desk].get<{ items: OpenTask[] }>(
        `/api/tasks?view=pool&case=${number}`,
      );
      return list.items;
    },
    async claim(task, desk) {
      await sessions[desk].put(`/api/tasks/${task}/claim`);
    },
    async complete(task, desk, outcome) {
      await sessions[desk].post(`/api/tasks/${task}/completion`, {
        outcome,
        opinion: '同意',
        form: { opinion: '同意', amount: 1, checked: true },
      });
    },
    async isEnded(number) {
      const { state } = await applicant.get<{ state: string }>(`/api/cases/${number}/progress`);
      return state === 'finished';
    },
  };
}

export const openDriver: OpenDriver = async (url) => driverOf(await openSessions(url));
