import { randomUUID } from 'node:crypto';
import type { Session } from '../../tools/session/sign-in.js';
import type { ReviewDto } from '../../src/versions/version.dto.js';

/** Drops the draft of a definition as who has seen it; where there is none, some draft that was. */
export async function dropDraft<Body>(
  session: Session,
  { kind, key, path }: { kind: string; key: string; path: string },
) {
  const seen = await session.call<Partial<ReviewDto>>(
    'GET',
    `/api/definitions/${kind}/${key}/review`,
  );
  const revision = seen.body.revision ?? randomUUID();
  return session.call<Body>('DELETE', `${path}?replaces=${revision}`);
}
