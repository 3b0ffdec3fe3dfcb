import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DataSource } from 'typeorm';
import { audit, auditLook } from '../audit/index.js';
import { forbidden } from '../../platform/errors.js';
import { SIGNED_BY_MACHINE } from '../../platform/http/index.js';
import { abilityOf, type Action, type Subject } from './abilities.js';
import { readCookie, SESSION_COOKIE } from './cookies.js';
import { NEEDS, PUBLIC, SHOWS_PEOPLE, type SignedInRequest } from './decorators.js';
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
    const needs = this.reflector.getAllAndOverride<[Action, Subject]>(NEEDS, places);
    if (!needs || abilityOf(session).can(...needs)) {
      await this.look(session, this.reflector.getAllAndOverride<string>(SHOWS_PEOPLE, places));
      return true;
    }
    await audit(this.dataSource.manager, {
      person: session.person.id,
      post: session.post?.id,
      act: `${needs[1].toLowerCase()}.${needs[0]}`,
      target: `${request.method} ${request.path}`,
      outcome: 'refused',
    });
    throw forbidden(
      'not-your-role',
      session.post
        ? `您当前的岗位“${session.post.title}”没有这项权限。如您另有岗位，请先切换岗位。`
        : '这是工作人员的功能。如您是工作人员，请先选择岗位。',
    );
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
