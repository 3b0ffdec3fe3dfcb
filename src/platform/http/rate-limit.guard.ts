import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../errors.js';

const SECONDS = 10;

/**
 * Holds back a caller who asks far more often than any person or bench does. Counted by address and
 * session cookie, in each API process by itself: it protects a process, it is no quota.
 */
@Injectable()
export class RateLimitGuard implements CanActivate {
  private readonly limiter: RateLimiterMemory | null;

  /** @param requests a caller may make in 10 s; 0 = no limit */
  constructor(requests: number) {
    this.limiter =
      requests > 0 ? new RateLimiterMemory({ points: requests, duration: SECONDS }) : null;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    if (!this.limiter) return true;
    const request = context.switchToHttp().getRequest<Request>();
    const caller = `${request.ip ?? ''} ${request.headers.cookie ?? ''}`;
    try {
      await this.limiter.consume(caller);
      return true;
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      const seconds = Math.ceil(rejection.msBeforeNext / 1000);
      context.switchToHttp().getResponse<Response>().setHeader('Retry-After', String(seconds));
      throw new DomainError(429, 'too-many-requests', `请求过于频繁，请在 ${seconds} 秒后再试。`);
    }
  }
}
