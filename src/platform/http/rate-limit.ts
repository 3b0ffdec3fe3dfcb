/**
 * Holds back who asks far more often than any person or office does: an address before its request
 * is read at all, a person once known. Counted in each API process by itself: it protects a
 * process, it is no quota.
 */
import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../errors.js';
import { isForApi } from './for-api.js';
import { network } from './network.js';

const SECONDS = 10;

/** Counts one request of a caller. @throws DomainError `too-many-requests` */
type Count = (caller: string, response: Response) => Promise<void>;

/** @param requests a caller may make in so many seconds; 0 = no limit */
function counter(requests: number, duration = SECONDS): Count {
  if (requests === 0) return () => Promise.resolve();
  const limiter = new RateLimiterMemory({ points: requests, duration });
  return async (caller, response) => {
    try {
      await limiter.consume(caller);
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      const seconds = Math.max(1, Math.ceil(rejection.msBeforeNext / 1000));
      response.setHeader('Retry-After', String(seconds));
      throw new DomainError(429, 'too-many-requests', `请求过于频繁，请在 ${seconds} 秒后再试。`);
    }
  };
}

/** Of an address, whoever it signs in as; what a configured proxy says counts, nobody else's word. */
export function addressRateLimit(requests: number): RequestHandler {
  const count = counter(requests);
  return (request: Request, response: Response, next: NextFunction) => {
    if (!isForApi(request)) return next();
    count(network(request.ip), response).then(() => next(), next);
  };
}

/** Of an address, for one operation that is open to anybody. */
export class AddressRateLimitGuard implements CanActivate {
  private readonly count: Count;

  constructor(requests: number, seconds: number) {
    this.count = counter(requests, seconds);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    await this.count(network(http.getRequest<Request>().ip), http.getResponse<Response>());
    return true;
  }
}

/** Of a person, from wherever and in however many sessions. Comes after the guard that knows them. */
export class PersonRateLimitGuard implements CanActivate {
  private readonly count: Count;

  /** @param personOf who is signed in; undefined = nobody, whose address is counted already */
  constructor(
    requests: number,
    private readonly personOf: (request: Request) => string | undefined,
  ) {
    this.count = counter(requests);
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const person = this.personOf(http.getRequest<Request>());
    if (person) await this.count(person, http.getResponse<Response>());
    return true;
  }
}
