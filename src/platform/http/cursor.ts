/** Keyset pages: the cursor holds the sort key of the last row, opaque to callers. */
import { badRequest } from '../errors.js';

/** What the rows are sorted by, and their id. */
export type PageKey = readonly [string | null, string | null];

export const FIRST_PAGE: PageKey = [null, null];

export function encodeCursor(key: PageKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** The two parts of a page's key. @throws DomainError `bad-cursor` */
export function decodeCursor(cursor: string): PageKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === 2 &&
      key.every((part) => part === null || typeof part === 'string')
    ) {
      return [key[0], key[1]] as PageKey;
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw badRequest('bad-cursor', '分页标记 cursor 无效，请从第一页重新查询。');
}
