/** What was changed, and what is planned: the newest first, a page at a time. */
import type { EntityManager } from 'typeorm';
import { decodeCursor, encodeCursor, FIRST_PAGE } from '../../platform/http/index.js';
import type { ChangeKind, ChangeState } from './act.js';

export interface ChangeLine {
  id: string;
  kind: ChangeKind;
  key: string;
  /** Name of the thing today; its id where it has none. */
  name: string;
  act: string;
  before: object | null;
  after: object | null;
  validFrom: string;
  state: ChangeState;
  problem: string | null;
  /** Null: the platform. */
  byName: string | null;
  madeAt: Date;
}

interface Wanted {
  kind?: ChangeKind;
  key?: string;
  state?: ChangeState;
  /** Only of bodies, posts and people within it. */
  territory: string | null;
  cursor?: string;
}

const PAGE = 50;

/** Within a county: its bodies, its regions, the posts in its bodies and those who hold or held them. */
const WITHIN = `($6::text IS NULL
  OR EXISTS (SELECT 1 FROM unit u WHERE c.kind = 'organisation' AND u.id = c.key AND u.county = $6)
  OR (c.kind = 'region' AND starts_with(c.key, $6))
  OR EXISTS (SELECT 1 FROM post p JOIN unit u ON u.id = p.organisation_id
              WHERE u.county = $6 AND c.key = CASE c.kind WHEN 'post' THEN p.id WHEN 'person' THEN p.person_id END)
  OR (c.kind = 'authority' AND (starts_with(split_part(c.key, '/', 2), $6)
      OR EXISTS (SELECT 1 FROM unit u WHERE u.id = split_part(c.key, '/', 2) AND u.county = $6))))`;

/** @throws DomainError `bad-cursor` */
export async function changesOf(
  manager: EntityManager,
  { kind, key, state, territory, cursor }: Wanted,
): Promise<{ items: ChangeLine[]; next: string | null }> {
  const [at, id] = cursor ? decodeCursor(cursor) : FIRST_PAGE;
  const rows = await manager.query<(ChangeLine & { exact: string })[]>(
    `SELECT c.id, c.kind, c.key, coalesce(o.name, r.name, n.name, p.title, c.key) AS name, c.act,
            c.before, c.after, c.valid_from::text AS "validFrom", c.state, c.problem,
            b.name AS "byName", c.made_at AS "madeAt", c.made_at::text AS exact
       FROM register_change c
       LEFT JOIN organisation o ON c.kind = 'organisation' AND o.id = c.key
       LEFT JOIN region r ON c.kind = 'region' AND r.code = c.key
       LEFT JOIN person n ON c.kind = 'person' AND n.id = c.key
       LEFT JOIN post p ON c.kind = 'post' AND p.id = c.key
       LEFT JOIN person b ON b.id = c.person_id
      WHERE ($1::text IS NULL OR c.kind = $1) AND ($2::text IS NULL OR c.key = $2)
        AND ($3::text IS NULL OR c.state = $3)
        AND ($4::text IS NULL OR (c.made_at, c.id) < ($4::timestamptz, $5::uuid))
        AND ${WITHIN}
      ORDER BY c.made_at DESC, c.id DESC LIMIT ${PAGE + 1}`,
    [kind ?? null, key ?? null, state ?? null, at, id, territory],
  );
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE).map(({ exact: _, ...row }) => row),
    next: last ? encodeCursor([last.exact, last.id]) : null,
  };
}
