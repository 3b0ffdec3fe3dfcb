/** 代理: somebody names a colleague who handles their tasks, in their name, from one day to another. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { audit } from '../../people/index.js';
import type { Actor } from '../../cases/index.js';
import { tell } from '../../notifications/index.js';
import { conflict, notFound, unprocessable } from '../../platform/errors.js';
import { deskOf, desksIn, type Desk } from './desks.js';
import { TODAY } from '../task-access/index.js';

export interface Deputy {
  id: string;
  personId: string;
  personName: string;
  deputyId: string;
  deputyName: string;
  postId: string | null;
  postTitle: string | null;
  from: string;
  to: string;
  reason: string;
  /** It counts today. */
  active: boolean;
}

export interface NewDeputy {
  /** The deputy's post: a colleague of the same department. */
  deputy: string;
  /** Only for tasks of this post of one's own; left out: for all. */
  post?: string;
  /** First and last day, `2026-10-01`. */
  from: string;
  to: string;
  reason: string;
}

@Injectable()
export class Deputies {
  constructor(private readonly dataSource: DataSource) {}

  /** Those one has named and those one is named by, until they are over; the nearest first. */
  list(personId: string): Promise<Deputy[]> {
    return this.dataSource.query<Deputy[]>(
      `SELECT d.id, d.person_id AS "personId", a.name AS "personName", d.deputy_id AS "deputyId",
              b.name AS "deputyName", d.post_id AS "postId", p.title AS "postTitle",
              d.from_on::text AS "from", d.to_on::text AS "to", d.reason,
              ${TODAY} BETWEEN d.from_on AND d.to_on AS active
         FROM deputy d JOIN person a ON a.id = d.person_id JOIN person b ON b.id = d.deputy_id
         LEFT JOIN post p ON p.id = d.post_id
        WHERE $1 IN (d.person_id, d.deputy_id) AND d.revoked_at IS NULL AND d.to_on >= ${TODAY}
        ORDER BY d.from_on, d.id`,
      [personId],
    );
  }

  /** Whom one may ask: everybody else at a desk of the department. */
  async colleagues({ organisationId, personId }: Actor): Promise<Desk[]> {
    if (!organisationId) return [];
    const desks = await desksIn(this.dataSource.manager, [organisationId]);
    return desks.filter((desk) => desk.personId !== personId);
  }

  /**
   * @throws DomainError `deputy-elsewhere`, `deputy-is-oneself`, `deputy-dates`, `deputy-overlaps`,
   *   `not-your-post`
   */
  async name(actor: Actor, asked: NewDeputy, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      // One at a time for one person, so that two do not overlap.
      await manager.query(`SELECT 1 FROM person WHERE id = $1 FOR UPDATE`, [actor.personId]);
      const known = await manager.query<unknown[]>(`SELECT 1 FROM deputy WHERE id = $1`, [id]);
      if (known.length > 0) return;
      const desk = await deskOf(manager, asked.deputy);
      if (desk.personId === actor.personId)
        throw unprocessable('deputy-is-oneself', '不能请自己代理。', { field: 'deputy' });
      const [row] = await manager.query<{ own: boolean; near: boolean; dates: boolean }[]>(
        `SELECT $2::text IS NULL OR EXISTS (
                  SELECT 1 FROM post WHERE id = $2 AND person_id = $1) AS own,
                EXISTS (SELECT 1 FROM post WHERE person_id = $1 AND organisation_id = $3
                  AND ($2::text IS NULL OR id = $2)) AS near,
                $4::date <= $5::date AND $5::date >= ${TODAY} AS dates`,
        [actor.personId, asked.post ?? null, desk.departmentId, asked.from, asked.to],
      );
      if (!row!.own)
        throw unprocessable('not-your-post', '这不是您的岗位。请从您自己的岗位中选择。', {
          field: 'post',
        });
      if (!row!.near)
        throw unprocessable('deputy-elsewhere', '代理人须与您在同一部门。', { field: 'deputy' });
      if (!row!.dates)
        throw unprocessable('deputy-dates', '结束日期不能早于开始日期，也不能早于今天。', {
          field: 'to',
        });
      await requireFree(manager, actor.personId, asked);
      await manager.query(
        `INSERT INTO deputy (id, person_id, post_id, deputy_id, from_on, to_on, reason)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [id, actor.personId, asked.post ?? null, desk.personId, asked.from, asked.to, asked.reason],
      );
      const { from, to } = asked;
      await tell(manager, [
        {
          ...{ occasion: 'deputy-named', key: id, persons: [desk.personId], facts: { from, to } },
          about: { kind: 'deputy', id },
        },
      ]);
      await audit(manager, {
        ...{ person: actor.personId, post: actor.postId, act: 'deputy.name', outcome: 'done' },
        ...{ target: `person:${desk.personId}`, detail: { deputy: id, from, to } },
      });
    });
  }

  /** Ends it at once. @throws DomainError `deputy-not-found` */
  async revoke(actor: Actor, id: string): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const [rows] = await manager.query<[{ deputy: string }[], number]>(
        `UPDATE deputy SET revoked_at = now()
          WHERE id = $1 AND person_id = $2 AND revoked_at IS NULL RETURNING deputy_id AS deputy`,
        [id, actor.personId],
      );
      const [row] = rows;
      if (!row) throw notFound('deputy-not-found', '没有这项代理，或已经结束。');
      await audit(manager, {
        ...{ person: actor.personId, post: actor.postId, act: 'deputy.revoke', outcome: 'done' },
        ...{ target: `person:${row.deputy}`, detail: { deputy: id } },
      });
    });
  }
}

async function requireFree(
  manager: DataSource['manager'],
  personId: string,
  { post, from, to }: NewDeputy,
): Promise<void> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM deputy WHERE person_id = $1 AND revoked_at IS NULL
        AND (post_id IS NULL OR $2::text IS NULL OR post_id = $2)
        AND daterange(from_on, to_on, '[]') && daterange($3::date, $4::date, '[]')`,
    [personId, post ?? null, from, to],
  );
  if (rows.length > 0)
    throw conflict('deputy-overlaps', '这段时间您已请人代理；请先结束原来的代理。');
}
