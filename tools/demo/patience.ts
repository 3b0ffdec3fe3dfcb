/**
 * A person presses the button again when the page says the platform is away for a moment: the same
 * call with the same Idempotency-Key, until it is answered. A refusal (4xx) is an answer.
 */
import { randomUUID } from 'node:crypto';
import { AnswerError, type Session } from '../session/sign-in.js';

/** How long a person keeps trying, ms, and how long between. */
const PATIENCE = 120_000;
const PAUSE = 500;

export class PatientSession {
  constructor(private readonly session: Session) {}

  get<T>(path: string): Promise<T> {
    return persist(() => this.session.get<T>(path));
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    const headers = { 'idempotency-key': randomUUID() };
    return persist(() => this.session.post<T>(path, body, headers));
  }

  put<T>(path: string, body?: unknown): Promise<T> {
    return persist(() => this.session.put<T>(path, body));
  }
}

/** Repeats what fails because the platform is away. @throws whatever else goes wrong */
export async function persist<T>(call: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + PATIENCE;
  for (;;) {
    try {
      return await call();
    } catch (error) {
      const refused = error instanceof AnswerError && error.status < 500 && error.status !== 429;
      if (refused || Date.now() > deadline) throw error;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  }
}
