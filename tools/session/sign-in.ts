import { randomUUID } from 'node:crypto';
import { CookieJar } from './cookies.js';

const MAX_REDIRECTS = 12;
const TIME_LIMIT = 30_000;

/** An answer of the platform. */
export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

/** The platform answered a call with an error; `problem` is its problem document. */
export class AnswerError extends Error {
  override name = 'AnswerError';
  constructor(
    readonly status: number,
    readonly problem: unknown,
    request: string,
  ) {
    super(`${request} → ${status} ${JSON.stringify(problem)}`);
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  const json = response.headers.get('content-type')?.includes('json') ?? false;
  return json && text !== '' ? (JSON.parse(text) as unknown) : text;
}

/** One person signed in to the platform over HTTP, with their own cookies. */
export class Session {
  constructor(
    readonly baseUrl: string,
    readonly account: string,
    private readonly jar = new CookieJar(),
  ) {}

  /** The cookies of this session at the platform. */
  cookies(): ReturnType<CookieJar['at']> {
    return this.jar.at(new URL(this.baseUrl));
  }

  /** Sends one request with the person's cookies; redirects are not followed. */
  async send(address: URL, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(address, {
      ...init,
      headers: { ...(init.headers as Record<string, string>), ...this.jar.header(address) },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIME_LIMIT),
    });
    this.jar.keep(address, response.headers);
    return response;
  }

  /** Follows redirects with GET until a page is there. */
  async follow(start: URL, init?: RequestInit): Promise<{ address: URL; response: Response }> {
    let address = start;
    let response = await this.send(address, init);
    for (let hop = 0; response.status >= 300 && response.status < 400; hop += 1) {
      if (hop > MAX_REDIRECTS) throw new Error(`重定向过多：${address.href}`);
      address = new URL(response.headers.get('location') ?? '', address);
      await response.body?.cancel();
      response = await this.send(address);
    }
    return { address, response };
  }

  /**
   * One API call. Changing calls carry X-Requested-With and a fresh Idempotency-Key; a given header wins.
   * @param path such as `/api/cases`
   * @returns whatever the platform answered, errors too
   */
  async call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const changing = method !== 'GET';
    const form = body instanceof FormData;
    const response = await this.send(new URL(path, this.baseUrl), {
      method,
      headers: {
        ...(changing && { 'x-requested-with': 'onestop', 'idempotency-key': randomUUID() }),
        ...(body !== undefined && !form && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : form ? body : JSON.stringify(body),
    });
    return {
      status: response.status,
      headers: response.headers,
      body: (await readBody(response)) as T,
    };
  }

  private async expect<T>(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<T> {
    const answer = await this.call<T>(method, path, body, headers);
    if (answer.status < 400) return answer.body;
    throw new AnswerError(answer.status, answer.body, `${this.account} ${method} ${path}`);
  }

  /** @throws AnswerError when the platform refuses; the same for the three below */
  get<T = unknown>(path: string, headers?: Record<string, string>): Promise<T> {
    return this.expect<T>('GET', path, undefined, headers);
  }

  post<T = unknown>(
    path: string,
    body: unknown = {},
    headers?: Record<string, string>,
  ): Promise<T> {
    return this.expect<T>('POST', path, body, headers);
  }

  put<T = unknown>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<T> {
    return this.expect<T>('PUT', path, body, headers);
  }

  delete<T = unknown>(path: string, headers?: Record<string, string>): Promise<T> {
    return this.expect<T>('DELETE', path, undefined, headers);
  }
}

/**
 * Signs a person in as a browser would: the platform's login address, the province's page and its
 * form, back to the platform.
 * @param baseUrl the platform's address, such as http://localhost:3000
 * @throws Error when the province refuses the account or does not lead back
 */
export async function signIn(baseUrl: string, account: string, password: string): Promise<Session> {
  const session = new Session(baseUrl, account);
  const login = await session.follow(new URL('/api/session/login', baseUrl));
  await login.response.body?.cancel();
  if (!login.response.ok || login.address.origin === new URL(baseUrl).origin) {
    throw new Error(`登录页打不开：${login.address.href} 返回 ${login.response.status}`);
  }
  const back = await session.follow(login.address, {
    method: 'POST',
    body: new URLSearchParams({ login: account, password }),
  });
  await back.response.body?.cancel();
  if (back.address.origin !== new URL(baseUrl).origin || back.response.status >= 400) {
    throw new Error(`账号 ${account} 登录失败：${back.address.href} 返回 ${back.response.status}`);
  }
  return session;
}
