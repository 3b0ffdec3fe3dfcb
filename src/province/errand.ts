/**
 * Why the province is asked. The log of its calls (数据共享调用日志) says of each one who acted, in which
 * matter, for whom and to what end, for what is shared is bound to its purpose (政务数据共享条例): nothing
 * leaves without its errand.
 */

/** A person under the body of their post, or the platform by itself, for a body or for none. */
export type Acting =
  | { person: string; body?: string | null }
  | { system: string; body?: string | null };

/** What a call is about: a case by its number, or what there is before, beside or above one. */
export type Matter =
  `${'case' | 'draft' | 'item' | 'credit' | 'benefit-list' | 'notification' | 'seal' | 'authorisation'}:${string}`;

export interface Errand {
  by: Acting;
  matter: Matter;
  /** Id of the one who applies, or whom it concerns; null = nobody is known, or it is nobody's. */
  applicant: string | null;
  /** 用途: Chinese, without personal data. */
  purpose: string;
}

/** The headers that carry it, in the order in which they are signed. */
const HEADERS = ['x-actor', 'x-actor-body', 'x-matter', 'x-applicant', 'x-purpose'] as const;

export interface WrittenErrand {
  headers: Record<string, string>;
  /** What of it is signed: the headers' values, none left out. */
  signed: readonly string[];
}

/** Headers hold ASCII only: each value is percent-encoded (RFC 3986). */
export function writtenErrand({ by, matter, applicant, purpose }: Errand): WrittenErrand {
  const actor = 'person' in by ? `person:${by.person}` : `system:${by.system}`;
  const signed = [actor, by.body ?? '', matter, applicant ?? '', purpose].map(encodeURIComponent);
  return { headers: Object.fromEntries(HEADERS.map((name, at) => [name, signed[at]!])), signed };
}
