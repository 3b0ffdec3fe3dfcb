/**
 * One way to the API: the CSRF header and Idempotency-Key on what changes things, problem
 * documents as `ApiError`, and 202 answers awaited to their result.
 */
import type { Json } from './model.js';

/** An answer that is not 2xx: RFC 9457 problem details, or the network failing (status 0). */
export class ApiError extends Error {
  override name = 'ApiError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly details: Record<string, unknown> = {},
  ) {
    super(message);
  }
}

type Method = 'GET' | 'POST' | 'PUT' | 'DELETE';

interface Options {
  body?: unknown;
  query?: Record<string, string | number | undefined | null>;
  /** Present for commands; the same key gets the same answer however often it is sent. */
  key?: string;
}

interface CommandRow {
  status: 'pending' | 'done' | 'refused';
  message?: string;
  answer?: Json;
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

function address(path: string, query: Options['query']): string {
  const url = new URL(`/api${path}`, window.location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== '') {
      url.searchParams.set(name, String(value));
    }
  }
  return url.pathname + url.search;
}

function headers(method: Method, options: Options): Record<string, string> {
  const result: Record<string, string> = { accept: 'application/json' };
  if (method !== 'GET') result['x-requested-with'] = 'onestop';
  if (options.key) result['idempotency-key'] = options.key;
  if (options.body !== undefined) result['content-type'] = 'application/json';
  return result;
}

/** Reads a problem document; what is not one still becomes an `ApiError`. */
export async function problemOf(response: Response): Promise<ApiError> {
  const text = await response.text();
  try {
    const problem = JSON.parse(text) as Record<string, unknown>;
    const { detail, title, code, type, ...details } = problem;
    const message = String(detail ?? title ?? response.statusText);
    return new ApiError(response.status, String(code ?? type ?? 'unknown'), message, details);
  } catch {
    return new ApiError(response.status, 'unknown', response.statusText || text.slice(0, 200));
  }
}

async function exchange(method: Method, path: string, options: Options): Promise<Response> {
  try {
    return await fetch(address(path, options.query), {
      method,
      headers: headers(method, options),
      credentials: 'same-origin',
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  } catch {
    throw new ApiError(0, 'network', '');
  }
}

const POLL_MS = 1000;
const pause = (ms: number) => new Promise((resolve) => window.setTimeout(resolve, ms));

/** Follows an accepted command until it is carried out or refused. */
async function awaitCommand<T>(location: string): Promise<T> {
  changeWaiting(1);
  try {
    for (;;) {
      await pause(POLL_MS);
      const response = await exchange('GET', location.replace(/^.*\/api(?=\/)/, ''), {});
      if (!response.ok) throw await problemOf(response);
      const row = (await response.json()) as CommandRow;
      if (row.status === 'done') return row.answer as T;
      if (row.status === 'refused') {
        const answer = (row.answer ?? {}) as Record<string, unknown>;
        const message = String(answer.detail ?? answer.message ?? row.message ?? '');
        throw new ApiError(409, String(answer.code ?? 'refused'), message, answer);
      }
    }
  } finally {
    changeWaiting(-1);
  }
}

/** Calls the API. @throws ApiError */
export async function call<T>(method: Method, path: string, options: Options = {}): Promise<T> {
  const response = await exchange(method, path, options);
  if (!response.ok) throw await problemOf(response);
  if (response.status === 202) {
    const location = response.headers.get('location');
    if (location) return awaitCommand<T>(location);
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** A new Idempotency-Key. */
export const newKey = (): string => crypto.randomUUID();
