import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { Request } from 'express';
import { unavailable } from '../errors.js';
import { STORES_APART, StoresWatch } from './watch.js';

const READS = new Set(['GET', 'HEAD', 'OPTIONS']);
/** Who signs in or out changes no case. */
const SESSION = /^\/api\/session(\/|$)/;

/** Nothing is taken and nothing changed while the two stores are not of one time. */
@Injectable()
export class StoresGuard implements CanActivate {
  constructor(private readonly watch: StoresWatch) {}

  canActivate(context: ExecutionContext): boolean {
    const { method, path } = context.switchToHttp().getRequest<Request>();
    const { standing } = this.watch;
    if (standing === 'together' || READS.has(method) || SESSION.test(path)) return true;
    if (standing === 'apart') throw unavailable('stores-apart', STORES_APART);
    throw unavailable(
      'stores-not-compared',
      '平台刚刚启动，数据库或流程引擎还连接不上，尚未核对两者的数据是否一致，暂不能受理和办理。请稍后再试；持续如此请联系管理员。',
    );
  }
}
