/** One's own notifications: nobody reads another's. */
import type { DataSource, EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { decodeCursor, encodeCursor, FIRST_PAGE } from '../../platform/http/index.js';
import type { AboutKind } from '../telling/index.js';

export interface OwnNotification {
  id: string;
  occasion: string;
  text: string;
  aboutKind: AboutKind;
  aboutId: string;
  caseNumber: string | null;
  at: Date;
  readAt: Date | null;
}

const PAGE = 30;
/** More than so many unread ones are shown as so many. */
const MOST_COUNTED = 100;

/** The newest first. @throws DomainError `bad-cursor` */
export async function ownNotifications(
  manager: EntityManager,
  person: string,
  { cursor, unread = false }: { cursor?: string; unread?: boolean },
): Promise<{ items: OwnNotification[]; next: string | null }> {
  const [before, id] = cursor ? decodeCursor(cursor) : FIRST_PAGE;
  const rows = await manager.query<(OwnNotification & { exactAt: string })[]>(
    `SELECT id, occasion, text, about_kind AS "aboutKind", coalesce(about_id, case_number, '') AS "aboutId",
            case_number AS "caseNumber", at, read_at AS "readAt", at::text AS "exactAt"
       FROM notification
      WHERE person_id = $1 AND NOT superseded AND (NOT $2 OR read_at IS NULL)
        AND ($3::timestamptz IS NULL OR (at, id) < ($3::timestamptz, $4::uuid))
      ORDER BY at DESC, id DESC LIMIT ${PAGE + 1}`,
    [person, unread, before, id],
  );
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE).map(({ exactAt: _, ...row }) => row),
    next: last ? encodeCursor([last.exactAt, last.id]) : null,
  };
}

/** Bounded: what is over a hundred is a hundred. */
export async function unreadCount(manager: EntityManager, person: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM (
       SELECT 1 FROM notification WHERE person_id = $1 AND read_at IS NULL AND NOT superseded
        LIMIT ${MOST_COUNTED}) unread`,
    [person],
  );
  return row!.count;
}

/** @throws DomainError 404 `notification-not-found`, as for another's */
export async function readOne(dataSource: DataSource, person: string, id: string): Promise<void> {
  const [rows] = await dataSource.query<[unknown[], number]>(
    `UPDATE notification SET read_at = coalesce(read_at, now())
      WHERE id = $1 AND person_id = $2 AND NOT superseded RETURNING id`,
    [id, person],
  );
  if (rows.length === 0) throw notFound('notification-not-found', '没有这条提醒。');
}

export async function readAll(dataSource: DataSource, person: string): Promise<void> {
  await dataSource.query(
    `UPDATE notification SET read_at = now() WHERE person_id = $1 AND read_at IS NULL`,
    [person],
  );
}
