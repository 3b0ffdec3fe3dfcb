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
  /** Name of the body it belongs to, as timelines tell it. */
  department: string;
  session: PatientSession;
}

/** A post as `/api/session` lists it. */
interface Post {
  id: string;
  organisation: { name: string };
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
      const { posts } = await first.get<{ posts: Post[] }>('/api/session');
      for (const [index, { id, organisation }] of posts.entries()) {
        const session = index === 0 ? first : await signIn(url, account, password);
        await session.post('/api/session/post', { post: id });
        const department = organisation.name;
        desks.push({ account, department, session: new PatientSession(session) });
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

  /**
   * Does what waits for the given cases, at any desk or only at those of the departments named.
   * @returns how many tasks were done
   */
  async work(
    caseNumbers: ReadonlySet<string>,
    answers: Answers,
    departments?: ReadonlySet<string>,
  ): Promise<number> {
    let done = 0;
    for (const { department, session } of this.desks) {
      if (departments && !departments.has(department)) continue;
      for (const task of await waiting(session, caseNumbers)) {
        const answer = answers(task);
        if (answer && (await doTask(session, task, answer))) done += 1;
      }
    }
    return done;
  }
}

/** What anybody at the desk may take, and what waits for this very person: a colleague's record. */
async function waiting(
  session: PatientSession,
  caseNumbers: ReadonlySet<string>,
): Promise<TaskView[]> {
  const list = async (view: string) => {
    const { items } = await session.get<{ items: TaskView[] }>(`/api/tasks?view=${view}`);
    return items.filter(({ caseNumber }) => caseNumbers.has(caseNumber));
  };
  const [pool, mine] = await Promise.all([list('pool'), list('mine')]);
  return [...pool, ...mine.filter(({ element }) => element === COUNTERSIGN)];
}

const COUNTERSIGN = 'inspection-countersign';

/** Claims and completes; false when a colleague or the diagram was faster. */
async function doTask(session: PatientSession, task: TaskView, answer: Answer): Promise<boolean> {
  try {
    if (task.element !== COUNTERSIGN) await session.put(`/api/tasks/${task.id}/claim`);
    if (!(await inspected(session, task, answer))) {
      await session.post(`/api/tasks/${task.id}/completion`, answer);
    }
    return true;
  } catch (error) {
    if (error instanceof AnswerError && error.status === 409) return false;
    throw error;
  }
}

interface Inspection {
  article: string | null;
  companions: { post: string; name: string }[];
}

/** An inspection is recorded with a colleague, whose confirmation completes it; false for other tasks. */
async function inspected(
  session: PatientSession,
  task: TaskView,
  answer: Answer,
): Promise<boolean> {
  const path = `/api/tasks/${task.id}/inspection`;
  const { article, companions } = await session.get<Inspection>(path);
  if (article === null) return false;
  const [companion] = companions;
  if (!companion) throw new Error(`“${task.name}”须由两人核查，而演示数据中没有第二名持证人员。`);
  await session.post(path, { ...answer, companion: companion.post });
  return true;
}
