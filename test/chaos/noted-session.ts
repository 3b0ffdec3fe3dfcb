/**
 * A person at work while something is away: presses again with the same Idempotency-Key, asks after
 * what was answered 202 at the address given, and notes every answer.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { type Answer, type Session, AnswerError } from '../../tools/session/sign-in.js';
import type { Caller } from './benchmark-case.js';

export interface Note {
  request: string;
  /** 0 = the line was cut, or nobody answered. */
  status: number;
  ms: number;
  /** What keeps the answer from being an honest one; null = it is. */
  wrong: string | null;
}

/** Pause before pressing again, ms. */
const PAUSE = 250;
/** A caller is told something within this time, ms. */
const LONGEST = 25_000;
/** How long somebody keeps pressing, ms. */
const PATIENCE = 120_000;

export class NotedSession implements Caller {
  constructor(
    private readonly session: Session,
    private readonly notes: Note[],
  ) {}

  get<T>(path: string): Promise<T> {
    return this.persist('GET', path);
  }

  post<T>(path: string, body?: unknown): Promise<T> {
    return this.persist('POST', path, body);
  }

  put<T>(path: string, body?: unknown): Promise<T> {
    return this.persist('PUT', path, body);
  }

  /** One press; an answer of any kind, or none. */
  async once(
    method: string,
    path: string,
    body?: unknown,
    key: string = randomUUID(),
  ): Promise<Answer | null> {
    const began = Date.now();
    const headers: Record<string, string> = method === 'GET' ? {} : { 'idempotency-key': key };
    const answer = await this.session.call(method, path, body, headers).catch(() => null);
    const ms = Date.now() - began;
    const wrong = ms > LONGEST ? `kept waiting ${ms} ms` : faultOf(answer, key);
    this.notes.push({ request: `${method} ${path}`, status: answer?.status ?? 0, ms, wrong });
    return answer;
  }

  private async persist<T>(method: string, path: string, body?: unknown): Promise<T> {
    const key = randomUUID();
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const answer = await this.once(method, path, body, key);
      if (answer?.status === 202) return this.resultOf(answer.headers.get('location')!);
      if (answer && answer.status < 400) return answer.body as T;
      if (answer && answer.status !== 503) {
        throw new AnswerError(answer.status, answer.body, `${method} ${path}`);
      }
      await pause(PAUSE);
    }
    throw new Error(`${method} ${path} was not answered within ${PATIENCE} ms`);
  }

  /** The answer of a command, once it is there. */
  async resultOf<T>(address: string): Promise<T> {
    const deadline = Date.now() + PATIENCE;
    while (Date.now() < deadline) {
      const command = await this.get<{ status: string; answer: T; message: string }>(address);
      if (command.status === 'done') return command.answer;
      if (command.status === 'refused') throw new Error(`${address}: ${command.message}`);
      await pause(PAUSE);
    }
    throw new Error(`${address} was not answered within ${PATIENCE} ms`);
  }
}

interface Problem {
  status?: number;
  code?: string;
  detail?: string;
}

function faultOf(answer: Answer | null, key: string): string | null {
  if (!answer) return 'no answer';
  const { status, headers, body } = answer;
  if (status === 202) {
    return headers.get('location') === `/api/commands/${key}` ? null : '202 without its address';
  }
  if (status < 400) return null;
  if (status !== 503) return `${status} ${JSON.stringify(body)}`;
  const problem = body as Problem;
  const told =
    headers.get('content-type')?.startsWith('application/problem+json') &&
    headers.has('retry-after') &&
    problem.status === 503 &&
    problem.code === 'unavailable' &&
    problem.detail;
  return told ? null : `503 that does not say what to do: ${JSON.stringify(body)}`;
}
