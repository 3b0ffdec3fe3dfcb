import 'reflect-metadata';
import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Post } from '@nestjs/common';
import { lastValueFrom, of, throwError } from 'rxjs';
import { conflict } from '../../platform/errors.js';
import { IdempotencyKey } from '../../platform/http/index.js';
import { ApiCommand } from './api-command.js';
import type { CaseCommands } from './case-commands.js';
import type { Asked, FirstAnswer, FirstAnswers, Standing } from './first-answers.js';
import { Repeats } from './repeats.js';

class Desk {
  @Post()
  plain(@IdempotencyKey() key: string) {
    return key;
  }

  @ApiCommand(true)
  command(@IdempotencyKey() key: string) {
    return key;
  }

  unkeyed() {
    return null;
  }
}

const KEY = '0190b2c4-7a11-4d6e-8a3b-1f2e3d4c5b6a';

/** One person’s first answers, in memory. */
class InMemory {
  rows = new Map<string, { digest: string; answer?: FirstAnswer }>();

  digestOf(method: string, address: string, body: string): string {
    return createHash('sha256').update(`${method} ${address} ${body}`).digest('hex');
  }

  take({ key, digest }: Asked): Promise<Standing> {
    const row = this.rows.get(key);
    if (!row) this.rows.set(key, { digest });
    return Promise.resolve<Standing>(
      !row
        ? { is: 'first' }
        : row.digest !== digest
          ? { is: 'another-request' }
          : row.answer
            ? { is: 'repeat', answer: row.answer }
            : { is: 'unanswered' },
    );
  }

  keep({ key, digest }: Asked, answer: FirstAnswer): Promise<void> {
    this.rows.set(key, { digest, answer });
    return Promise.resolve();
  }

  drop({ key }: Asked): Promise<void> {
    this.rows.delete(key);
    return Promise.resolve();
  }
}

describe('a request with its Idempotency-Key', () => {
  let kept: InMemory;
  let asked: string[];
  const command = {
    status: 'done',
    answer: { caseNumber: '1', state: 'accepted', step: 2, ended: false },
    ...{ caseNumber: '1', kind: 'start' },
  };
  const commands = { earlier: (_: unknown, key: string) => (asked.push(key), command) };
  beforeEach(() => {
    kept = new InMemory();
    asked = [];
  });

  interface Call {
    operation?: keyof Desk;
    address?: string;
    headers?: Record<string, string>;
    person?: string | null;
    /** What the operation sets as its status. */
    status?: number;
    does?: () => unknown;
  }

  async function call({
    operation = 'plain',
    address = '/api/desks/1',
    headers = { 'idempotency-key': KEY },
    person = 'p-zhang',
    status = 200,
    does = () => ({ done: true }),
  }: Call = {}) {
    const response = {
      statusCode: 0,
      status(code: number) {
        this.statusCode = code;
        return this;
      },
      setHeader: () => response,
    };
    const request = {
      ...{ headers, method: 'POST', originalUrl: address, route: { path: '/api/desks/:id' } },
      ...(person && { onestopSession: { person: { id: person } } }),
    };
    const context = {
      getHandler: () => Desk.prototype[operation],
      switchToHttp: () => ({ getRequest: () => request, getResponse: () => response }),
    } as unknown as ExecutionContext;
    let done = 0;
    const next: CallHandler = {
      handle: () => {
        done += 1;
        response.status(status);
        try {
          return of(does());
        } catch (error) {
          return throwError(() => error);
        }
      },
    };
    const repeats = new Repeats(
      kept as unknown as FirstAnswers,
      commands as unknown as CaseCommands,
    );
    const body = await lastValueFrom(await repeats.intercept(context, next));
    return { status: response.statusCode, body, done };
  }

  const refusal = () => {
    throw conflict('not-now', '现在不行。');
  };

  it('is done once, and its repeat answered the same without being done', async () => {
    expect(await call({ status: 201 })).toEqual({ status: 201, body: { done: true }, done: 1 });
    expect(await call({ does: refusal })).toEqual({ status: 201, body: { done: true }, done: 0 });
  });

  it('is refused by name where the key was another request’s', async () => {
    await call();
    await expect(call({ address: '/api/desks/2' })).rejects.toMatchObject({
      ...{ status: 409, code: 'key-of-another-request' },
    });
  });

  it('leaves its key free where it was refused', async () => {
    await expect(call({ does: refusal })).rejects.toMatchObject({ code: 'not-now' });
    expect(await call({ address: '/api/desks/2' })).toMatchObject({ status: 200, done: 1 });
  });

  it('is told what its command came to, which answered later', async () => {
    const pending = { operation: 'command', status: 202 } as const;
    expect(await call(pending)).toMatchObject({ status: 202, done: 1 });
    const again = await call(pending);
    expect(again).toMatchObject({ status: 201, body: { number: '1', state: 'accepted' }, done: 0 });
    expect(asked).toEqual([KEY]);
  });

  it('keeps an answer of 202 where no command stands behind it', async () => {
    await call({ status: 202 });
    expect(await call()).toMatchObject({ status: 202, done: 0 });
  });

  it('goes to the operation while the first is under way, which makes it wait', async () => {
    kept.rows.set(KEY, { digest: kept.digestOf('POST', '/api/desks/1', EMPTY) });
    expect(await call()).toMatchObject({ status: 200, done: 1 });
    expect(asked).toEqual([]);
  });

  it('is told that its key is missing before anything else', async () => {
    const does = refusal;
    for (const headers of [{} as Record<string, string>, { 'idempotency-key': 'again' }])
      await expect(call({ headers, does })).rejects.toMatchObject({
        code: 'idempotency-key-missing',
      });
  });

  it('is left alone where no key is taken, or nobody is signed in', async () => {
    expect(await call({ operation: 'unkeyed' })).toMatchObject({ done: 1 });
    expect(await call({ person: null })).toMatchObject({ done: 1 });
    expect(kept.rows.size).toBe(0);
  });

  it('is answered though the answer could not be noted', async () => {
    kept.keep = () => Promise.reject(new Error('away'));
    expect(await call()).toMatchObject({ status: 200, body: { done: true } });
  });
});

const EMPTY = createHash('sha256').digest('hex');
