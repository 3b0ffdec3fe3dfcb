/** The two cookies: the session's, and the one that binds a sign-in under way to its browser. */
import type { CookieOptions, Request } from 'express';
import { SESSION_HOURS, SIGN_IN_MINUTES } from './sessions.js';

export const SESSION_COOKIE = 'onestop_session';
export const SIGN_IN_COOKIE = 'onestop_sign_in';

/** The value of a cookie; ours are base64url and need no decoding. */
export function readCookie(request: Request, name: string): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value) return value;
  }
  return undefined;
}

function options(publicUrl: string, path: string, maxAge: number): CookieOptions {
  const secure = publicUrl.startsWith('https:');
  return { httpOnly: true, sameSite: 'lax', secure, path, maxAge };
}

export const sessionCookie = (publicUrl: string) =>
  options(publicUrl, '/', SESSION_HOURS * 3_600_000);

export const signInCookie = (publicUrl: string) =>
  options(publicUrl, '/api/session', SIGN_IN_MINUTES * 60_000);
