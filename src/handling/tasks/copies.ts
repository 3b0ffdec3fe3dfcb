/** 抄送: others may read the case as it goes; they handle nothing, and their reading leaves a mark. */
import { DataSource, type EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import type { Actor } from '../../cases/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import { deskOf } from './desks.js';
import { asAssignee } from './perform-verb.js';

export interface Copy {
  id: string;
  taskId: string;
  taskName: string;
  caseNumber: string;
  itemName: string;
  byName: string;
  note: string;
  at: Date;
  readAt: Date | null;
}

@Injectable()
export class Copies {
  constructor(private readonly dataSource: DataSource) {}

  /** A person has one copy of a task, however often it is sent. @throws DomainError `nobody-asked`, `post-not-found` */
  send(
    taskId: string,
    actor: Actor,
    { posts, note }: { posts: string[]; note: string },
    key: string,
  ): Promise<void> {
    const operation = { verb: 'copy', key };
    return asAssignee(this.dataSource, taskId, actor, operation, async (manager, task) => {
      if (posts.length === 0)
        throw unprocessable('nobody-asked', '请选择抄送的人员。', { field: 'posts' });
      const people: string[] = [];
      for (const post of posts) people.push((await deskOf(manager, post)).personId);
      await manager.query(
        `INSERT INTO task_copy (task_id, case_number, person_id, by_person, note)
         SELECT $1, $2, person, $4, $5 FROM unnest($3::text[]) AS person
         ON CONFLICT (task_id, person_id) DO NOTHING`,
        [taskId, task.case_number, [...new Set(people)], actor.personId, note],
      );
      return { opinion: note, data: { people } };
    });
  }

  /** The newest first. */
  list(personId: string, unreadOnly: boolean): Promise<Copy[]> {
    return this.dataSource.query<Copy[]>(
      `SELECT k.id, k.task_id AS "taskId", t.name AS "taskName", k.case_number AS "caseNumber",
              c.item_name AS "itemName", coalesce(p.name, k.by_person) AS "byName", k.note, k.at,
              k.read_at AS "readAt"
         FROM task_copy k JOIN task t ON t.id = k.task_id JOIN cases c ON c.number = k.case_number
         LEFT JOIN person p ON p.id = k.by_person
        WHERE k.person_id = $1 AND (NOT $2 OR k.read_at IS NULL)
        ORDER BY k.at DESC LIMIT 200`,
      [personId, unreadOnly],
    );
  }

  /** @throws DomainError `copy-not-found` */
  async read(personId: string, id: string): Promise<void> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE task_copy SET read_at = coalesce(read_at, now())
        WHERE id = $1 AND person_id = $2 RETURNING id`,
      [id, personId],
    );
    if (rows.length === 0) throw notFound('copy-not-found', '没有这份抄送。');
  }
}

export async function unreadCopies(manager: EntityManager, personId: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM task_copy WHERE person_id = $1 AND read_at IS NULL`,
    [personId],
  );
  return row!.count;
}
