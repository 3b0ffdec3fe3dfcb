/** 抄送: others may read the case as it goes until the copy is recalled; they handle nothing, and their reading leaves a mark. */
import { DataSource, type EntityManager } from 'typeorm';
import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/errors.js';
import type { SentCopyDto } from './copy.dto.js';

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

  /** The newest first. */
  list(personId: string, unreadOnly: boolean): Promise<Copy[]> {
    return this.dataSource.query<Copy[]>(
      `SELECT k.id, k.task_id AS "taskId", t.name AS "taskName", k.case_number AS "caseNumber",
              c.item_name AS "itemName", coalesce(p.name, k.by_person) AS "byName", k.note, k.at,
              k.read_at AS "readAt"
         FROM task_copy k JOIN task t ON t.id = k.task_id JOIN cases c ON c.number = k.case_number
         LEFT JOIN person p ON p.id = k.by_person
        WHERE k.person_id = $1 AND k.recalled_at IS NULL AND (NOT $2 OR k.read_at IS NULL)
        ORDER BY k.at DESC LIMIT 200`,
      [personId, unreadOnly],
    );
  }

  /** @throws DomainError `copy-not-found` */
  async read(personId: string, id: string): Promise<void> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE task_copy SET read_at = coalesce(read_at, now())
        WHERE id = $1 AND person_id = $2 AND recalled_at IS NULL RETURNING id`,
      [id, personId],
    );
    if (rows.length === 0) throw notFound('copy-not-found', '没有这份抄送。');
  }
}

/** Whom a task was copied to, the oldest first; what was recalled is no longer there. */
export function sentCopies(manager: EntityManager, taskId: string): Promise<SentCopyDto[]> {
  return manager.query<SentCopyDto[]>(
    `SELECT k.id, coalesce(p.name, k.person_id) AS name, k.by_person AS "byId", k.at,
            k.read_at AS "readAt"
       FROM task_copy k LEFT JOIN person p ON p.id = k.person_id
      WHERE k.task_id = $1 AND k.recalled_at IS NULL ORDER BY k.at, k.id`,
    [taskId],
  );
}

/** Copies that a person has not looked at, as SQL. @param person placeholder of their id */
export const unreadCopies = (person: string): string =>
  `(SELECT count(*)::int FROM task_copy
     WHERE person_id = ${person} AND read_at IS NULL AND recalled_at IS NULL)`;
