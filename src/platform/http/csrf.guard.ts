import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { forbidden } from '../errors.js';
import { SIGNED_BY_MACHINE } from './decorators.js';

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A foreign page can make a browser send our cookie, but not this header (without our consent by
 * CORS, which is never given). Calls of machines carry no cookie but a signature, and are exempt.
 */
@Injectable()
export class CsrfGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    if (SAFE.has(request.method)) return true;
    const exempt = this.reflector.getAllAndOverride<boolean>(SIGNED_BY_MACHINE, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (exempt || request.headers['x-requested-with'] === 'onestop') return true;
    throw forbidden(
      'csrf-header-missing',
      '请求缺少请求头 X-Requested-With: onestop，为防止跨站伪造已拒绝。请从本平台页面操作，或在程序中补上该请求头。',
    );
  }
}
