/**
 * One way to the API, typed by its OpenAPI file: the CSRF header on every call, problem documents
 * as `ApiError`, and 202 answers followed to their result.
 */
import createClient from 'openapi-fetch';
import type { CaseAnswer } from './model.js';
import type { components, paths } from './schema.js';

/** An answer that is not 2xx: RFC 9457 problem details, or the network failing (status 0). */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(
    readonly status: number,
    /** English, stable; see the API's problems. */
    readonly code: string,
    /** For people; empty when the page has better words (network, no problem document). */
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }

  /** What to quote when reporting it: the platform's log and its audit lines are found by it. */
  get trace(): string | undefined {
    const { traceId } = this.details;
    return typeof traceId === 'string' ? traceId : undefined;
  }
}

/** Whether the server has said no. Else nobody knows whether it did what was asked. */
export const isRefusal = (error: unknown): boolean =>
  error instanceof ApiError && error.status >= 400 && error.status < 500;

/** Whether the server says that there is no such thing, or not for this person: what a page shows of it goes. */
export const isBarred = (error: unknown): boolean =>
  error instanceof ApiError && (error.status === 403 || error.status === 404);

const hexadecimal = (bytes: number): string =>
  Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');

/** Every call is a trace of its own (W3C Trace Context); whether it is recorded the platform decides. */
export const newTraceparent = (): string => `00-${hexadecimal(16)}-${hexadecimal(8)}-00`;

export const client = createClient<paths>({
  baseUrl: window.location.origin,
  credentials: 'same-origin',
  headers: { 'x-requested-with': 'onestop' },
});
client.use({
  onRequest({ request }) {
    request.headers.set('traceparent', newTraceparent());
  },
});

/** Reads a problem document; what is not one still becomes an `ApiError`. */
export function problemOf(status: number, problem: unknown): ApiError {
  if (typeof problem !== 'object' || problem === null) return new ApiError(status, 'unknown', '');
  const { detail, title, code, ...details } = problem as Record<string, unknown>;
  return new ApiError(status, String(code ?? 'unknown'), String(detail ?? title ?? ''), details);
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

async function received<T>(call: Promise<Answer<T>>): Promise<Answer<T>> {
  const answer = await call.catch(() => {
    throw new ApiError(0, 'network', '');
  });
  if (!answer.response.ok) throw problemOf(answer.response.status, answer.error);
  return answer;
}

/** The answer's body. @throws ApiError */
export async function take<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await received(call)).data as T;
}

type PendingListener = (waiting: number) => void;
let waiting = 0;
const listeners = new Set<PendingListener>();

/** Tells how many commands are accepted (202) but not yet carried out. */
export function onPending(listener: PendingListener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function changeWaiting(by: number): void {
  waiting += by;
  for (const listener of listeners) listener(waiting);
}

const POLL_MS = 1000;
const pause = (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms));

type Command = components['schemas']['CommandDto'];

/** Follows an accepted command until it is carried out or refused. @throws ApiError */
async function followed(id: string): Promise<CaseAnswer> {
  changeWaiting(1);
  try {
    for (;;) {
      await pause(POLL_MS);
      const row = await take(client.GET('/api/commands/{id}', { params: { path: { id } } }));
      if (row.status === 'done' && row.answer) return row.answer;
      if (row.status === 'refused') throw new ApiError(409, 'refused', row.message);
    }
  } finally {
    changeWaiting(-1);
  }
}

/** A command's result, waited for when it is not there at once. @throws ApiError */
export async function done(call: Promise<Answer<CaseAnswer | Command>>): Promise<CaseAnswer> {
  const { data, response } = await received(call);
  return response.status === 202 ? followed((data as Command).id) : (data as CaseAnswer);
}

/** A new Idempotency-Key: the same key gets the same answer however often it is sent. */
export const newKey = (): string => crypto.randomUUID();
