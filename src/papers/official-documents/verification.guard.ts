import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request, Response } from 'express';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { DomainError } from '../../platform/errors.js';

/** Far more than a counter with a queue before it asks; far too few to try codes. */
const POINTS = 60;
const SECONDS = 60;

/** Verification is open to anybody: held back by address, whoever says they are. */
@Injectable()
export class VerificationGuard implements CanActivate {
  private readonly limiter = new RateLimiterMemory({ points: POINTS, duration: SECONDS });

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { ip } = context.switchToHttp().getRequest<Request>();
    try {
      await this.limiter.consume(ip ?? '');
      return true;
    } catch (rejection) {
      if (!(rejection instanceof RateLimiterRes)) throw rejection;
      const seconds = Math.ceil(rejection.msBeforeNext / 1000);
      context.switchToHttp().getResponse<Response>().setHeader('Retry-After', String(seconds));
      throw new DomainError(429, 'too-many-requests', `核验过于频繁，请在 ${seconds} 秒后再试。`);
    }
  }
}
