/** Acts on posts: given, changed, ended. A person holds several, each from one day to another. */
import type { EntityManager } from 'typeorm';
import { isCityRole } from '../../people/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import { type Act, planLater } from '../changes/index.js';
import { refuse, requireRules } from '../faults.js';
import type { Grounds, Keeper } from '../scope/index.js';
import { handsAreEmpty, type HandOver, handOver } from './hand-over/index.js';
import { requireAdministrator } from './last-administrator.js';
import { POST_RULES } from './rules.js';

export interface NewPost {
  id: string;
  person: string;
  organisation: string;
  role: string;
  title: string;
  certificate: string | null;
  validFrom: string;
  /** First day without; null = none is set. */
  validTo: string | null;
}

export const ADD_POST: Act<NewPost> = {
  kind: 'post',
  act: 'add',
  grounds: (asked) => ({
    organisations: asked.map(({ organisation }) => organisation),
    wholeCity: asked.some(({ role }) => isCityRole(role)),
  }),
  async apply(doing, asked) {
    const { manager, by, day } = doing;
    requireOthers(
      by,
      asked.map(({ person }) => person),
    );
    await requireKnown(manager, asked);
    await manager.query(
      `INSERT INTO post (id, person_id, organisation_id, role, title, enforcement_certificate,
         valid_from, valid_to)
       SELECT id, person, organisation, role, title, certificate, "validFrom", "validTo"
       FROM jsonb_to_recordset($1) AS p (id text, person text, organisation text, role text,
         title text, certificate text, "validFrom" date, "validTo" date)`,
      [JSON.stringify(asked)],
    );
    await requireRules(
      manager,
      POST_RULES,
      asked.map(({ id }) => id),
      day,
    );
    await planLater(doing, END_POST, asked.flatMap(termOf));
    return asked.map(({ id, ...after }) => ({ key: id, before: null, after }));
  },
};

/** A term ends like any post: with what is in its hands gone to others. */
const termOf = ({ id, validTo }: NewPost) =>
  validTo === null
    ? []
    : [{ key: id, day: validTo, asked: { id, reason: '任期届满' }, before: { validTo: null } }];

async function requireKnown(manager: EntityManager, asked: readonly NewPost[]): Promise<void> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM person WHERE id = ANY($1) UNION ALL SELECT id FROM organisation WHERE id = ANY($2)`,
    [asked.map(({ person }) => person), asked.map(({ organisation }) => organisation)],
  );
  const known = new Set(rows.map(({ id }) => id));
  refuse(
    asked.flatMap(({ id, person, organisation }) => [
      ...(known.has(person)
        ? []
        : [{ key: id, code: 'no-such-person', field: 'person', message: '没有这个人员。' }]),
      ...(known.has(organisation)
        ? []
        : [{ key: id, code: 'no-such-body', field: 'organisation', message: '没有这个机构。' }]),
    ]),
  );
}

/** Nobody gives a right to themselves (三员分立). */
function requireOthers({ personId }: Keeper, people: readonly string[]): void {
  if (personId === null || !people.includes(personId)) return;
  throw unprocessable('own-post', '不能办理自己的任职；请由另一位管理员办理。');
}

export interface ChangedPost {
  id: string;
  title?: string;
  certificate?: string | null;
}

/** The post's body, role and person stay: another one is another post. */
export const CHANGE_POST: Act<ChangedPost> = {
  kind: 'post',
  act: 'change',
  grounds: ofPosts,
  async apply({ manager, by, day }, asked) {
    const done = [];
    for (const { id, title, certificate } of asked) {
      const old = await lockPost(manager, id);
      requireOthers(by, [old.person]);
      await manager.query(
        `UPDATE post SET title = $2, enforcement_certificate = $3 WHERE id = $1`,
        [id, title ?? old.title, certificate === undefined ? old.certificate : certificate],
      );
      const before = { title: old.title, certificate: old.certificate };
      const after = { ...(title && { title }), ...(certificate !== undefined && { certificate }) };
      done.push({ key: id, before, after });
    }
    await requireRules(
      manager,
      POST_RULES,
      asked.map(({ id }) => id),
      day,
    );
    return done;
  },
};

export interface EndedPost extends HandOver {
  id: string;
  reason: string;
}

/**
 * Somebody leaves or moves: from the day on the post gives no right, its sessions are over, and what was
 * in the person's hands is in others'.
 */
export const END_POST: Act<EndedPost> = {
  kind: 'post',
  act: 'end',
  waits: true,
  grounds: ofPosts,
  async plan({ manager, day }, { id }) {
    await manager.query(`UPDATE post SET valid_to = least(valid_to, $2::date) WHERE id = $1`, [
      ...[id, day],
    ]);
  },
  // The term from before comes back; a post that was ended otherwise meanwhile stays ended.
  async unplan({ manager, by, day }, { id }, before) {
    const post = await lockPost(manager, id);
    requireOthers(by, [post.person]);
    await manager.query(
      `UPDATE post SET valid_to = $3::date WHERE id = $1 AND valid_to = $2::date`,
      [id, day, (before as { validTo?: string | null } | null)?.validTo ?? null],
    );
    await requireRules(manager, POST_RULES, [id], day);
  },
  async apply({ manager, by, day }, asked) {
    const done = [];
    for (const { id, reason, ...to } of asked) {
      const post = await lockPost(manager, id);
      requireOthers(by, [post.person]);
      // One that is over may still hold tasks: they are handed over as ever, the day stays.
      if (post.validTo !== null && post.validTo < day && (await handsAreEmpty(manager, post)))
        throw unprocessable('post-ended', '这个岗位已经离任，手上也没有任务；请刷新后再看。');
      const [[ended]] = await manager.query<[[{ validTo: string }], number]>(
        `UPDATE post SET valid_to = least(valid_to, greatest($2::date, valid_from)) WHERE id = $1
         RETURNING valid_to::text AS "validTo"`,
        [id, day],
      );
      await dropPlans(manager, id, day);
      if (post.role === 'admin') await requireAdministrator(manager, day);
      const moved = await handOver(manager, { post, to, by, day });
      await manager.query(`DELETE FROM session WHERE post_id = $1`, [id]);
      done.push({
        ...{ key: id, before: { validTo: post.validTo } },
        after: { ...ended, reason, ...moved },
      });
    }
    return done;
  },
};

/** What was planned for a later day has nothing left to end. */
async function dropPlans(manager: EntityManager, post: string, day: string): Promise<void> {
  await manager.query(
    `UPDATE register_change SET state = 'withdrawn'
      WHERE kind = 'post' AND act = 'end' AND key = $1 AND state = 'waiting' AND valid_from > $2::date`,
    [post, day],
  );
}

async function ofPosts(asked: readonly { id: string }[], manager: EntityManager): Promise<Grounds> {
  const rows = await manager.query<{ organisation: string; role: string }[]>(
    `SELECT organisation_id AS organisation, role FROM post WHERE id = ANY($1)`,
    [asked.map(({ id }) => id)],
  );
  return {
    organisations: rows.map(({ organisation }) => organisation),
    wholeCity: rows.some(({ role }) => isCityRole(role)),
  };
}

export interface PostRow {
  id: string;
  person: string;
  personName: string;
  organisation: string;
  role: string;
  title: string;
  certificate: string | null;
  validFrom: string;
  validTo: string | null;
}

const POST = `SELECT p.id, p.person_id AS person, n.name AS "personName",
    p.organisation_id AS organisation, p.role, p.title, p.enforcement_certificate AS certificate,
    p.valid_from::text AS "validFrom", p.valid_to::text AS "validTo"
  FROM post p JOIN person n ON n.id = p.person_id WHERE p.id = $1`;

/** @throws DomainError `post-not-found` */
export async function postOf(manager: EntityManager, id: string): Promise<PostRow> {
  return found(await manager.query<PostRow[]>(POST, [id]));
}

/** As {@link postOf}, and nobody else at it till the end of the transaction. */
async function lockPost(manager: EntityManager, id: string): Promise<PostRow> {
  return found(await manager.query<PostRow[]>(`${POST} FOR UPDATE OF p`, [id]));
}

function found([row]: readonly PostRow[]): PostRow {
  if (!row) throw notFound('post-not-found', '没有这个岗位；请刷新后再看。');
  return row;
}
