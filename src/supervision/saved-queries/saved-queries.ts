/**
 * What supervisors look at again and again. A query is kept, never what it finds: whoever opens one that
 * was shared or sent sees by their own rights.
 */
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { tell } from '../../notifications/index.js';
import { type Actor, AT_WORK, audit, VALID_POST } from '../../people/index.js';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import type {
  ChangedSavedQueryDto,
  NewSavedQueryDto,
  SavedQueryDto,
  SupervisorDto,
} from './saved-query.dto.js';

/** So many queries one person keeps. */
const MOST_KEPT = 100;
/** So many people one query is sent to. */
const MOST_SENT = 50;
/** So many are listed: one's own all, of colleagues' what remains. */
const MOST_LISTED = 500;
/** So many supervisors may be chosen from. */
const MOST_SUPERVISORS = 1_000;

/** SQL: the query `q` as `$1` sees it. */
const COLUMNS = `
  q.id, q.name, q.page, q.query, q.person_id = $1 AS mine, q.shared_with IS NOT NULL AS shared,
  m.name AS "madeBy",
  CASE WHEN q.person_id = $1 THEN ARRAY(
    SELECT r.name FROM saved_query_sending s JOIN person r ON r.id = s.person_id
     WHERE s.query_id = q.id ORDER BY r.name) ELSE '{}' END AS "sentTo"
  FROM saved_query q JOIN person m ON m.id = q.person_id`;

/** SQL: shared by somebody of the body `$2` who is there still; otherwise nobody could take it back. */
const SHARED = `(q.shared_with = $2 AND EXISTS (SELECT 1 FROM post p
  WHERE p.person_id = q.person_id AND p.organisation_id = $2 AND ${VALID_POST}))`;

const missing = () => notFound('saved-query-not-found', '没有这条保存的查询，可能已删除。');

@Injectable()
export class SavedQueries {
  constructor(private readonly dataSource: DataSource) {}

  /** One's own, and what colleagues of one's body share. */
  list({ personId, organisationId }: Actor): Promise<SavedQueryDto[]> {
    return this.dataSource.query<SavedQueryDto[]>(
      `SELECT ${COLUMNS} WHERE q.person_id = $1 OR ${SHARED}
        ORDER BY (q.person_id = $1) DESC, q.page, q.name, q.id LIMIT ${MOST_LISTED}`,
      [personId, organisationId],
    );
  }

  /** One's own, a colleague's shared one, or one that was sent. @throws DomainError `saved-query-not-found` */
  async read({ personId, organisationId }: Actor, id: string): Promise<SavedQueryDto> {
    const [row] = await this.dataSource.query<SavedQueryDto[]>(
      `SELECT ${COLUMNS} WHERE q.id = $3 AND (q.person_id = $1 OR ${SHARED} OR EXISTS (
         SELECT 1 FROM saved_query_sending s WHERE s.query_id = q.id AND s.person_id = $1))`,
      [personId, organisationId, id],
    );
    if (!row) throw missing();
    return row;
  }

  /** Whom one may send a query to: everybody else who supervises today. */
  supervisors({ personId }: Actor): Promise<SupervisorDto[]> {
    return this.dataSource.query<SupervisorDto[]>(
      `SELECT n.id AS person, n.name, string_agg(o.name, '、' ORDER BY o.name) AS organisation
         FROM post p JOIN person n ON n.id = p.person_id
         JOIN organisation o ON o.id = p.organisation_id
        WHERE p.role = 'supervisor' AND n.id <> $1 AND ${AT_WORK}
        GROUP BY n.id, n.name ORDER BY 3, n.name LIMIT ${MOST_SUPERVISORS}`,
      [personId],
    );
  }

  /** One of the same name on the same page is replaced. @throws DomainError `too-many-saved-queries` */
  async save(actor: Actor, { name, page, query }: NewSavedQueryDto): Promise<SavedQueryDto> {
    const id = await this.dataSource.transaction(async (manager) => {
      const [row] = await manager.query<{ id: string }[]>(
        `INSERT INTO saved_query (person_id, name, page, query)
         SELECT $1, $2, $3, $4
          WHERE EXISTS (SELECT 1 FROM saved_query WHERE person_id = $1 AND page = $3 AND name = $2)
             OR (SELECT count(*) FROM saved_query WHERE person_id = $1) < ${MOST_KEPT}
         ON CONFLICT (person_id, page, name) DO UPDATE SET query = excluded.query RETURNING id`,
        [actor.personId, name, page, query],
      );
      if (!row)
        throw unprocessable(
          'too-many-saved-queries',
          `最多保存 ${MOST_KEPT} 条查询；请先删除不用的。`,
        );
      await noted(manager, actor, 'save', row.id, { page });
      return row.id;
    });
    return this.read(actor, id);
  }

  /** A new name, or shared or no longer. @throws DomainError `saved-query-not-found`, `saved-query-exists` */
  async change(actor: Actor, id: string, change: ChangedSavedQueryDto): Promise<SavedQueryDto> {
    const { name = null, shared = null } = change;
    await this.dataSource.transaction(async (manager) => {
      await requireOwn(manager, actor, id);
      const same = await manager.query<unknown[]>(
        `SELECT 1 FROM saved_query q JOIN saved_query o ON o.person_id = q.person_id
            AND o.page = q.page AND o.id <> q.id
          WHERE q.id = $1 AND o.name = $2`,
        [id, name],
      );
      if (same.length > 0)
        throw conflict('saved-query-exists', '这一页已经有同名的查询，请换一个名称。', {
          field: 'name',
        });
      await manager.query(
        `UPDATE saved_query SET name = coalesce($2, name),
                shared_with = CASE $3::boolean WHEN true THEN $4 WHEN false THEN NULL
                                               ELSE shared_with END
          WHERE id = $1`,
        [id, name, shared, actor.organisationId],
      );
      const told = shared === null ? { renamed: true } : { renamed: name !== null, shared };
      await noted(manager, actor, 'change', id, told);
    });
    return this.read(actor, id);
  }

  /**
   * Told once to each, however often it is sent.
   * @throws DomainError `saved-query-not-found`, `not-a-supervisor`, `sent-to-too-many`
   */
  async send(actor: Actor, id: string, person: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await requireOwn(manager, actor, id);
      await requireSupervisor(manager, actor, person);
      const sent = await manager.query<unknown[]>(
        `INSERT INTO saved_query_sending (query_id, person_id)
         SELECT $1, $2
          WHERE EXISTS (SELECT 1 FROM saved_query_sending WHERE query_id = $1 AND person_id = $2)
             OR (SELECT count(*) FROM saved_query_sending WHERE query_id = $1) < ${MOST_SENT}
         ON CONFLICT (query_id, person_id) DO UPDATE SET person_id = excluded.person_id
         RETURNING query_id`,
        [id, person],
      );
      if (sent.length === 0)
        throw unprocessable(
          'sent-to-too-many',
          `一条查询最多发给 ${MOST_SENT} 人；请共享给本单位，或另存一条。`,
        );
      const about = { kind: 'query', id } as const;
      await tell(manager, [
        { occasion: 'query-sent', key: id, persons: [person], about, facts: {} },
      ]);
      await noted(manager, actor, 'send', id, { person });
    });
  }

  /** Gone for everybody, whoever it was shared with or sent to. @throws DomainError `saved-query-not-found` */
  async remove(actor: Actor, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      await requireOwn(manager, actor, id);
      await manager.query(`DELETE FROM saved_query WHERE id = $1`, [id]);
      await noted(manager, actor, 'delete', id);
    });
  }
}

/** Locks it while the transaction lasts. */
async function requireOwn(manager: EntityManager, actor: Actor, id: string): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM saved_query WHERE id = $1 AND person_id = $2 FOR UPDATE`,
    [id, actor.personId],
  );
  if (rows.length === 0) throw missing();
}

async function requireSupervisor(
  manager: EntityManager,
  actor: Actor,
  person: string,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM post p JOIN person n ON n.id = p.person_id
      WHERE n.id = $1 AND n.id <> $2 AND p.role = 'supervisor' AND ${AT_WORK} LIMIT 1`,
    [person, actor.personId],
  );
  if (rows.length === 0)
    throw unprocessable('not-a-supervisor', '只能发给别的在岗监督人员。请从列表中选择。', {
      field: 'person',
    });
}

const noted = (
  manager: EntityManager,
  { personId, postId }: Actor,
  act: string,
  id: string,
  detail: Record<string, unknown> = {},
) =>
  audit(manager, {
    ...{ person: personId, post: postId, act: `saved-query.${act}` },
    ...{ target: `saved-query:${id}`, outcome: 'done', detail },
  });
