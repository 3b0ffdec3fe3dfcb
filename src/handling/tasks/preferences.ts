/** How somebody likes their inbox: saved views with their counts, and opinions they write often. */
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Actor } from '../../people/index.js';
import { notFound, unprocessable } from '../../platform/errors.js';
import type { InboxFilter, InboxView } from './inbox-sql.js';
import { TaskQueries } from './task-queries.js';

const MOST = 20;

export interface SavedView {
  id: string;
  name: string;
  query: InboxFilter & { view: InboxView };
  count: number;
}

export interface OpinionTemplate {
  id: string;
  text: string;
}

@Injectable()
export class Preferences {
  constructor(
    private readonly dataSource: DataSource,
    private readonly tasks: TaskQueries,
  ) {}

  async views(actor: Actor): Promise<SavedView[]> {
    const rows = await this.dataSource.query<Omit<SavedView, 'count'>[]>(
      `SELECT id, name, query FROM inbox_view WHERE person_id = $1 ORDER BY name`,
      [actor.personId],
    );
    return Promise.all(
      rows.map(async (row) => {
        const { view, ...filter } = row.query;
        return { ...row, count: await this.tasks.count(actor, view, filter) };
      }),
    );
  }

  /** A view of the same name is replaced. @throws DomainError `too-many-views` */
  async saveView(actor: Actor, name: string, query: SavedView['query']): Promise<void> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `UPDATE inbox_view SET query = $3 WHERE person_id = $1 AND name = $2 RETURNING id`,
      [actor.personId, name, JSON.stringify(query)],
    );
    if (rows.length > 0) return;
    const added = await this.dataSource.query<unknown[]>(
      `INSERT INTO inbox_view (person_id, name, query)
       SELECT $1, $2, $3 WHERE (SELECT count(*) FROM inbox_view WHERE person_id = $1) < ${MOST}
       ON CONFLICT (person_id, name) DO UPDATE SET query = EXCLUDED.query RETURNING id`,
      [actor.personId, name, JSON.stringify(query)],
    );
    if (added.length === 0)
      throw unprocessable('too-many-views', `最多保存 ${MOST} 个视图；请先删除不用的。`);
  }

  removeView(actor: Actor, id: string): Promise<void> {
    return this.remove('inbox_view', actor, id, '没有这个视图。');
  }

  templates(actor: Actor): Promise<OpinionTemplate[]> {
    return this.dataSource.query<OpinionTemplate[]>(
      `SELECT id, text FROM opinion_template WHERE person_id = $1 ORDER BY text`,
      [actor.personId],
    );
  }

  /** @throws DomainError `too-many-templates` */
  async addTemplate(actor: Actor, text: string): Promise<void> {
    const added = await this.dataSource.query<unknown[]>(
      `INSERT INTO opinion_template (person_id, text)
       SELECT $1, $2 WHERE (SELECT count(*) FROM opinion_template WHERE person_id = $1) < ${MOST}
       ON CONFLICT (person_id, text) DO UPDATE SET text = EXCLUDED.text RETURNING id`,
      [actor.personId, text],
    );
    if (added.length === 0)
      throw unprocessable('too-many-templates', `最多保存 ${MOST} 条常用意见；请先删除不用的。`);
  }

  removeTemplate(actor: Actor, id: string): Promise<void> {
    return this.remove('opinion_template', actor, id, '没有这条常用意见。');
  }

  private async remove(table: string, actor: Actor, id: string, missing: string): Promise<void> {
    const [rows] = await this.dataSource.query<[unknown[], number]>(
      `DELETE FROM ${table} WHERE id = $1 AND person_id = $2 RETURNING id`,
      [id, actor.personId],
    );
    if (rows.length === 0) throw notFound('not-saved', missing);
  }
}
