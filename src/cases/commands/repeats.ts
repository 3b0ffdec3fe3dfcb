/**
 * A repeat is answered first of all: whoever sends a request again with its Idempotency-Key gets the
 * answer that the first one got, before anything is looked up, checked or asked of another system. One
 * place for every operation that takes a key. That nothing happens twice is still the transaction's own
 * care (`repeated`), for a process may end between its commit and the answer.
 */
import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  Logger,
  type NestInterceptor,
} from '@nestjs/common';
import type { Request, Response } from 'express';
import { lastValueFrom, type Observable, of } from 'rxjs';
import { personOf } from '../../people/index.js';
import { conflict } from '../../platform/errors.js';
import { bodyDigestOf, keyOf, takesKey } from '../../platform/http/index.js';
import { tell } from './answers.js';
import { answeredByCommand } from './api-command.js';
import { CaseCommands } from './case-commands.js';
import { type Asked, FirstAnswers } from './first-answers.js';

const ACCEPTED = 202;

@Injectable()
export class Repeats implements NestInterceptor {
  private readonly logger = new Logger('repeats');

  constructor(
    private readonly answers: FirstAnswers,
    private readonly commands: CaseCommands,
  ) {}

  /** @throws DomainError 400 `idempotency-key-missing`, 409 `key-of-another-request` */
  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const operation = context.getHandler();
    const http = context.switchToHttp();
    const request = http.getRequest<Request>();
    const person = personOf(request);
    if (!person || !takesKey(operation)) return next.handle();
    const response = http.getResponse<Response>();
    const asked = this.askedBy(request, person);
    const standing = await this.answers.take(asked);
    if (standing.is === 'another-request')
      throw conflict(
        'key-of-another-request',
        '这个 Idempotency-Key 已用于另一个请求。重试时请原样再发；这是另一次操作，请换一个。',
      );
    if (standing.is === 'repeat') {
      response.status(standing.answer.status);
      return of(standing.answer.body);
    }
    const done = answeredByCommand(operation);
    if (standing.is === 'unanswered' && done) {
      const earlier = await this.commands.earlier({ personId: person }, asked.key);
      if (earlier) return of(tell(earlier, response, earlier, done));
    }
    return of(await this.first(asked, next, response, done !== undefined));
  }

  private askedBy(request: Request, person: string): Asked {
    const { method, originalUrl } = request;
    const { path } = request.route as { path: string };
    const digest = this.answers.digestOf(method, originalUrl, bodyDigestOf(request));
    return { person, key: keyOf(request), operation: `${method} ${path}`, digest };
  }

  /** Does it and keeps the answer; a refusal is none, nor is a command under way, whose row will have it. */
  private async first(
    asked: Asked,
    next: CallHandler,
    response: Response,
    command: boolean,
  ): Promise<unknown> {
    const body = await lastValueFrom<unknown>(next.handle()).catch(async (error: unknown) => {
      await this.quietly(this.answers.drop(asked));
      throw error;
    });
    const status = response.statusCode;
    if (!(command && status === ACCEPTED))
      await this.quietly(this.answers.keep(asked, { status, body }));
    return body;
  }

  /** What was done is told, though it could not be noted: the transaction's own check is left for a repeat. */
  private async quietly(noting: Promise<void>): Promise<void> {
    await noting.catch((error: unknown) => this.logger.warn(`not noted: ${String(error)}`));
  }
}
