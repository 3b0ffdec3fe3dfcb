/** People at their posts, as the pages show them: within what the asker keeps. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { decodeCursor, encodeCursor, FIRST_PAGE } from '../../platform/http/index.js';
import { keepsOrganisation } from '../scope/index.js';
import { handsAreEmpty } from './hand-over/index.js';
import { IS_STAFF } from './people.js';

export interface PostLine {
  id: string;
  person: string;
  personName: string;
  locked: boolean;
  organisation: string;
  organisationName: string;
  role: string;
  title: string;
  certificate: string | null;
  validFrom: string;
  validTo: string | null;
  /** Whether it is held today. */
  held: boolean;
}

const PAGE = 50;

const LINE = `SELECT p.id, p.person_id AS person, n.name AS "personName",
    n.locked_at IS NOT NULL AS locked, p.organisation_id AS organisation,
    o.name AS "organisationName", p.role, p.title, p.enforcement_certificate AS certificate,
    p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo",
    p.valid_from <= current_date AND (p.valid_to IS NULL OR p.valid_to > current_date) AS held
  FROM post p JOIN person n ON n.id = p.person_id JOIN organisation o ON o.id = p.organisation_id
  JOIN unit u ON u.id = o.id`;

export interface SoughtPosts {
  organisation?: string;
  /** Words in a person's name or a post's title. */
  q?: string;
  /** Also those that are over. */
  past?: boolean;
  cursor?: string;
}

/** @throws DomainError `bad-cursor` */
export async function listPosts(
  manager: EntityManager,
  territory: string | null,
  { organisation, q, past = false, cursor }: SoughtPosts,
): Promise<{ items: PostLine[]; next: string | null }> {
  const [name, id] = cursor ? decodeCursor(cursor) : FIRST_PAGE;
  const rows = await manager.query<PostLine[]>(
    `${LINE} WHERE ${keepsOrganisation('$1')}
        AND ($2::text IS NULL OR p.organisation_id = $2)
        AND ($3::text IS NULL OR strpos(n.name, $3) > 0 OR strpos(p.title, $3) > 0)
        AND ($4 OR p.valid_to IS NULL OR p.valid_to > current_date)
        AND ($5::text IS NULL OR (n.name, p.id) > ($5, $6))
      ORDER BY n.name, p.id LIMIT ${PAGE + 1}`,
    [territory, organisation ?? null, q?.trim() || null, past, name, id],
  );
  const last = rows.length > PAGE ? rows[PAGE - 1] : undefined;
  return {
    items: rows.slice(0, PAGE),
    next: last ? encodeCursor([last.personName, last.id]) : null,
  };
}

export interface StaffMember {
  id: string;
  name: string;
  lockedAt: Date | null;
  lockedBy: string | null;
  lockReason: string | null;
  /** Open tasks in the person's hands. */
  tasks: number;
  posts: PostLine[];
  /** Ids of posts that are over while something is still in their hands: it has to be handed over. */
  unfinished: string[];
}

/**
 * A person with a post within the territory, or with none yet.
 * @throws DomainError `person-not-found`
 */
export async function readStaff(
  manager: EntityManager,
  territory: string | null,
  id: string,
): Promise<StaffMember> {
  const [person] = await manager.query<
    (Omit<StaffMember, 'posts' | 'unfinished'> & { elsewhere: boolean })[]
  >(
    `SELECT n.id, n.name, n.locked_at AS "lockedAt", l.name AS "lockedBy",
            n.lock_reason AS "lockReason",
            (SELECT count(*)::int FROM task t WHERE t.assignee_person = n.id AND t.state = 'open'
                AND t.role IS DISTINCT FROM 'applicant') AS tasks,
            EXISTS (SELECT 1 FROM post p WHERE p.person_id = n.id) AS elsewhere
       FROM person n LEFT JOIN person l ON l.id = n.locked_by
      WHERE n.id = $1 AND ${IS_STAFF}`,
    [id],
  );
  const posts = await manager.query<PostLine[]>(
    `${LINE} WHERE ${keepsOrganisation('$1')} AND p.person_id = $2 ORDER BY p.valid_from, p.id`,
    [territory, id],
  );
  if (!person || (posts.length === 0 && person.elsewhere && territory !== null))
    throw notFound('person-not-found', '没有这个人员，或不在您管理的范围内。');
  const { elsewhere: _, ...shown } = person;
  const unfinished = [];
  for (const post of posts)
    if (post.validTo !== null && !post.held && !(await handsAreEmpty(manager, post)))
      unfinished.push(post.id);
  return { ...shown, posts, unfinished };
}
