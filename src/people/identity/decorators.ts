import {
  applyDecorators,
  createParamDecorator,
  type ExecutionContext,
  SetMetadata,
} from '@nestjs/common';
import { ApiCookieAuth } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiProblems } from '../../platform/http/index.js';
import type { Action, Subject } from './abilities.js';
import { actorOf, type Session } from './session.js';

export const PUBLIC = 'onestop:public';
export const NEEDS = 'onestop:needs';
export const SHOWS_PEOPLE = 'onestop:shows-people';

export interface SignedInRequest extends Request {
  onestopSession?: Session;
}

/** Who is signed in, by a request that the session's guard has let in; undefined = nobody need be. */
export const personOf = (request: Request): string | undefined =>
  (request as SignedInRequest).onestopSession?.person.id;

/** No session is needed. */
export const Public = () => SetMetadata(PUBLIC, true);

/** What the chosen post's role must allow; without it, being signed in is enough. */
export const Needs = (action: Action, subject: Subject) =>
  applyDecorators(SetMetadata(NEEDS, [action, subject]), ApiProblems(403));

/**
 * A list that names applicants: reading it is a look at personal data.
 * @param list what the audit log calls it: `list:tasks`, …
 */
export const ShowsPeople = (list: string) => SetMetadata(SHOWS_PEOPLE, list);

/** Documents that the operations of a controller need a session. */
export const ApiSignedIn = () => applyDecorators(ApiCookieAuth(), ApiProblems(401));

function sessionOf(context: ExecutionContext): Session {
  const session = context.switchToHttp().getRequest<SignedInRequest>().onestopSession;
  if (!session) throw new Error('This operation is public; it has no session.');
  return session;
}

/** The caller's session. */
export const CurrentSession = createParamDecorator((_: unknown, context: ExecutionContext) =>
  sessionOf(context),
);

/** The caller as an actor. */
export const CurrentActor = createParamDecorator((_: unknown, context: ExecutionContext) =>
  actorOf(sessionOf(context)),
);
