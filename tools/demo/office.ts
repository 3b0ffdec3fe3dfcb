/** The departments' people: each at the desk of a post, doing what waits there for the demo's cases. */
import { readFileSync } from 'node:fs';
import { AnswerError, signIn } from '../session/sign-in.js';
import type { Answer, TaskView } from './api.js';
import { PatientSession } from './patience.js';

interface DemoPerson {
  account: string;
  password: string;
  kind: string;
  posts: { role: string }[];
}

interface Desk {
  account: string;
  session: PatientSession;
}

/** Says how a task is answered; undefined = this story leaves it alone. */
export type Answers = (task: TaskView) => Answer | undefined;

export class Office {
  private constructor(private readonly desks: Desk[]) {}

  /** Signs in everybody who holds a post, once for each post. */
  static async open(url: string): Promise<Office> {
    const people = JSON.parse(
      readFileSync(new URL('../../demonstration/people.json', import.meta.url), 'utf8'),
    ) as DemoPerson[];
    // The benchmark's desks stand in the same offices; its people are not this story's. Auditors
    // handle nothing.
    const staff = people.filter(
      ({ kind, account, posts }) =>
        kind === 'staff' &&
        !account.startsWith('bench-') &&
        posts.some(({ role }) => role !== 'auditor'),
    );
    const desks: Desk[] = [];
    for (const { account, password } of staff) {
      const first = await signIn(url, account, password);
      const { posts } = await first.get<{ posts: { id: string }[] }>('/api/session');
      for (const [index, post] of posts.entries()) {
        const session = index === 0 ? first : await signIn(url, account, password);
        await session.post('/api/session/post', { post: post.id });
        desks.push({ account, session: new PatientSession(session) });
      }
    }
    return new Office(desks);
  }

  /** The session of an account at its first post. @throws Error when nobody has that account */
  session(account: string): PatientSession {
    const desk = this.desks.find((candidate) => candidate.account === account);
    if (!desk) throw new Error(`演示数据中没有工作人员账号 ${account}。`);
    return desk.session;
  }

  /** Does what waits at any desk for the given cases. @returns how many tasks were done */
  async work(caseNumbers: ReadonlySet<string>, answers: Answers): Promise<number> {
    let done = 0;
    for (const { session } of this.desks) {
      const { items } = await session.get<{ items: TaskView[] }>('/api/tasks?view=pool');
      for (const task of items.filter(({ caseNumber }) => caseNumbers.has(caseNumber))) {
        const answer = answers(task);
        if (answer && (await doTask(session, task, answer))) done += 1;
      }
    }
    return done;
  }
}

/** Claims and completes; false when a colleague or the diagram was faster. */
async function doTask(session: PatientSession, task: TaskView, answer: Answer): Promise<boolean> {
  try {
    await session.put(`/api/tasks/${task.id}/claim`);
    await session.post(`/api/tasks/${task.id}/completion`, answer);
    return true;
  } catch (error) {
    if (error instanceof AnswerError && error.status === 409) return false;
    throw error;
  }
}
