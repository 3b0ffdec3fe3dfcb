/** Keyset pages: the cursor holds the sort key of the last row, opaque to callers. */
import { badRequest } from '../errors.js';

export type CursorKey = (string | null)[];

export function encodeCursor(key: CursorKey): string {
  return Buffer.from(JSON.stringify(key)).toString('base64url');
}

/** @throws DomainError `bad-cursor` */
export function decodeCursor(cursor: string, length: number): CursorKey {
  try {
    const key: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (
      Array.isArray(key) &&
      key.length === length &&
      key.every((part) => part === null || typeof part === 'string')
    ) {
      return key as CursorKey;
    }
  } catch {
    // Falls through to the refusal below.
  }
  throw badRequest('bad-cursor', '分页标记 cursor 无效，请从第一页重新查询。');
}
