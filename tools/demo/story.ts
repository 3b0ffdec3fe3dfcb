/** A story the demo plays, and what came of it. */
import type { Answer, CaseView, TaskView } from './api.js';
import type { Office } from './office.js';
import type { PatientSession } from './patience.js';

export interface Story {
  title: string;
  /** Applies. @returns the session of who applied and the case's number */
  start(url: string, office: Office): Promise<{ applicant: PatientSession; number: string }>;
  /** How a department answers a task; undefined = it is left alone. */
  answer(task: TaskView): Answer | undefined;
  /** How the applicant answers an element of theirs. */
  applicantAnswers: Record<string, Answer>;
  /** What the applicant does besides, once a round. */
  asApplicant?(applicant: PatientSession, family: CaseView[]): Promise<void>;
  /**
   * What goes on after the case ended, such as paying out; each line is told as it happens.
   * @throws Error when it does not end as it must
   */
  afterwards?(office: Office, result: Result, tell: (line: string) => void): Promise<void>;
  /** What is not as the story must end; empty = it really ended so. */
  expect(result: Result): string[];
}

/** What `--json` prints; documented in docs/demo.md. */
export interface Result {
  case: string;
  state: string;
  children: { number: string; key: string | null; name: string; state: string }[];
  timeline: {
    at: string;
    case: string;
    what: string;
    who: string | null;
    department: string | null;
    level: string | null;
    outcome: string | null;
    due: string | null;
  }[];
  /** Tasks done, by level; the applicant's own under `applicant`. */
  tasksByLevel: Record<string, number>;
  payments: { case: string; amountCents: number; state: string }[];
  licences: { case: string; name: string; identifier: string; number: string | null }[];
  /** What went on after the case ended, in order. */
  afterwards: string[];
}
