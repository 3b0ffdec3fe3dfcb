/** Who is signed in, told with the page, so that it neither asks nor moves when the answer comes. */
import type { Request } from 'express';
import { readCookie, SESSION_COOKIE } from './cookies.js';
import type { SessionDto } from './identity.dto.js';
import type { Session } from './session.js';
import type { Sessions } from './sessions.js';

export function sessionDto(session: Session): SessionDto {
  const { person, posts, post, principals, actingFor } = session;
  return { person, posts, post: post?.id ?? null, principals, actingFor };
}

/** `none`; the session as `GET /api/session` has it; or `maybe`, which the page asks about. */
export const sessionForPage =
  (sessions: Pick<Sessions, 'find'>) =>
  async (request: Request): Promise<string> => {
    const secret = readCookie(request, SESSION_COOKIE);
    if (!secret) return 'none';
    try {
      const session = await sessions.find(secret);
      return session ? JSON.stringify(sessionDto(session)) : 'none';
    } catch {
      // The page comes all the same, and says what is wrong.
      return 'maybe';
    }
  };
