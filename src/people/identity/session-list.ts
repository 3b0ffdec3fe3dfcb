/** Sessions as their persons see them, and their end before their time. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { audit } from '../audit/index.js';
import type { Session } from './session.js';

/** So many are shown, those used last. */
const MOST = 100;

export interface OpenSession {
  id: string;
  device: string | null;
  address: string | null;
  openedAt: Date;
  seenAt: Date;
  /** The one that asks. */
  current: boolean;
}

/**
 * Those that still count: neither over nor idle for too long.
 * @param of whose
 */
export const openSessions = (
  manager: EntityManager,
  { digest }: Pick<Session, 'digest'>,
  of: string,
  idleHours: number,
): Promise<OpenSession[]> =>
  manager.query<OpenSession[]>(
    `SELECT id, device, address, created_at AS "openedAt", seen_at AS "seenAt",
            coalesce(id_digest = $2, false) AS current
       FROM session
      WHERE person_id = $1 AND expires_at > now() AND seen_at > now() - make_interval(hours => $3)
      ORDER BY seen_at DESC, id LIMIT ${MOST}`,
    [of, digest, idleHours],
  );

/**
 * Ends one of a person's.
 * @param of whose; oneself, or who has given up a device that is in other hands
 * @throws DomainError `session-not-found`: also when it is somebody else's
 */
export async function endSession(
  manager: EntityManager,
  { person, post }: Session,
  of: string,
  id: string,
): Promise<void> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `DELETE FROM session WHERE id = $1 AND person_id = $2 RETURNING id`,
    [id, of],
  );
  if (rows.length === 0)
    throw notFound('session-not-found', '没有这个登录，它可能已经退出。请刷新后再看。');
  await audit(manager, {
    person: person.id,
    post: post?.id,
    act: 'session.end',
    target: `session:${id}`,
    outcome: 'done',
    ...(of !== person.id && { detail: { of } }),
  });
}

/**
 * Ends all of a person's, whoever they are: an account that got into other hands.
 * @returns how many there were
 */
export async function endAllSessions(
  manager: EntityManager,
  { person, post }: Session,
  of: string,
): Promise<number> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `DELETE FROM session WHERE person_id = $1 RETURNING id`,
    [of],
  );
  await audit(manager, {
    person: person.id,
    post: post?.id,
    act: 'session.end-all',
    target: `person:${of}`,
    outcome: 'done',
    detail: { ended: rows.length },
  });
  return rows.length;
}
