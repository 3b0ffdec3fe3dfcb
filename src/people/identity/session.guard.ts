import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { auditLook } from '../audit/index.js';
import { caller } from '../../platform/observability/trace.js';
import { SIGNED_BY_MACHINE } from '../../platform/http/index.js';
import type { Action, Subject } from './abilities.js';
import { readCookie, SESSION_COOKIE } from './cookies.js';
import { NEEDS, PUBLIC, SHOWS_PEOPLE, type SignedInRequest } from './decorators.js';
import { requireRight } from './rights.js';
import type { Session } from './session.js';
import { notSignedIn, Sessions } from './sessions.js';

/** Every operation needs a session unless it says otherwise, and the right it names. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
    private readonly dataSource: DataSource,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const open = [PUBLIC, SIGNED_BY_MACHINE].some((key) =>
      this.reflector.getAllAndOverride<boolean>(key, places),
    );
    if (open) return true;
    const request = context.switchToHttp().getRequest<SignedInRequest>();
    const secret = readCookie(request, SESSION_COOKIE);
    const session = secret ? await this.sessions.find(secret) : null;
    if (!session) throw notSignedIn();
    request.onestopSession = session;
    const here = caller();
    if (here) here.person = session.person.id;
    const needs = this.reflector.getAllAndOverride<[Action, Subject]>(NEEDS, places);
    if (needs)
      await requireRight(
        this.dataSource.manager,
        session,
        needs,
        `${request.method} ${request.path}`,
      );
    await this.look(session, this.reflector.getAllAndOverride<string>(SHOWS_PEOPLE, places));
    return true;
  }

  /** Staff leave a line by opening a list of other people's cases; one's own are no look. */
  private async look({ person, post }: Session, list: string | undefined): Promise<void> {
    if (!list || !post) return;
    await auditLook(this.dataSource.manager, {
      person: person.id,
      post: post.id,
      act: 'list.read',
      target: `list:${list}`,
    });
  }
}
