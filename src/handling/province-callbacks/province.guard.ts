import {
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../platform/config.js';
import { DomainError } from '../../platform/errors.js';
import { bodyDigestOf } from '../../platform/http/index.js';
import { PROVINCE_SYSTEM, secretsIn, TOLERANCE, verifySigned } from '../../province/index.js';

const SENDERS = 'onestop:senders';

/** Who may send it: the province alone, or any system that has a secret with us. */
export const SentBy = (senders: 'province' | 'any-system') => SetMetadata(SENDERS, senders);

/** Only systems that share a secret with us, by their signature, and each request once. */
@Injectable()
export class SystemGuard implements CanActivate {
  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly reflector: Reflector,
    private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<Request>();
    const { method, originalUrl: path, headers } = request;
    const received = { method, path, headers, bodyDigest: bodyDigestOf(request) };
    const signed = verifySigned(received, (sender) => this.secretsOf(sender));
    const senders = this.reflector.getAllAndOverride<'province' | 'any-system'>(SENDERS, [
      context.getHandler(),
      context.getClass(),
    ]);
    const allowed = signed && (senders === 'any-system' || signed.sender === PROVINCE_SYSTEM);
    if (!allowed) throw new DomainError(401, 'not-signed', '请求没有有效的系统签名，已拒绝。');
    if (await this.isFirst(signed)) return true;
    throw new DomainError(401, 'replayed', '这个请求已经收到过，已拒绝。');
  }

  private secretsOf(sender: string): string[] {
    const { provinceSecret, peerSecrets } = this.config;
    if (sender === PROVINCE_SYSTEM) return secretsIn(provinceSecret);
    return secretsIn(peerSecrets.get(sender) ?? '');
  }

  private async isFirst({ sender, nonce }: { sender: string; nonce: string }): Promise<boolean> {
    const rows = await this.dataSource.query<unknown[]>(
      `WITH gone AS (
         DELETE FROM heard_nonce WHERE at < now() - make_interval(secs => $3))
       INSERT INTO heard_nonce (sender, nonce) VALUES ($1, $2) ON CONFLICT DO NOTHING
       RETURNING nonce`,
      [sender, nonce, (3 * TOLERANCE) / 1000],
    );
    return rows.length > 0;
  }
}
