import { type CanActivate, type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { CONFIG, type Config } from '../../platform/config.js';
import { DomainError } from '../../platform/errors.js';
import { isSignedByProvince } from '../../province/index.js';

/** Only the province, by its signature. */
@Injectable()
export class ProvinceGuard implements CanActivate {
  constructor(@Inject(CONFIG) private readonly config: Config) {}

  canActivate(context: ExecutionContext): boolean {
    const { headers } = context.switchToHttp().getRequest<Request>();
    if (isSignedByProvince(headers, this.config.provinceSecret)) return true;
    throw new DomainError(401, 'not-signed', '请求没有省平台的有效签名，已拒绝。');
  }
}
