/**
 * What people left behind goes when its time is over (个人信息保护法 §19: no longer than is needed):
 * drafts that were never handed in, with their forms and what a window entered; drafts that were deleted
 * and are not wanted back; drafts that became a case, which holds all of it itself; drafts of tasks that others did or that nobody does any more; files
 * that belong to nothing; what people were told of. How many days each is kept the city
 * settles (`retention`, versions from a day on); what went is noted by kind and number alone.
 */
import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { settingOn } from '../../versions/index.js';
import { STORAGE, type Storage } from '../../papers/index.js';
import { DELETED_DRAFT_DAYS } from '../drafts/index.js';
import { Recurring } from '../../platform/recurring/index.js';

export const RETAINED = [
  ...(['draft', 'deleted-draft', 'handed-in-draft', 'task-draft', 'file', 'first-answer'] as const),
  'notification',
] as const;
export type Retained = (typeof RETAINED)[number];

/** Drafts, or notifications, removed in one transaction. */
const BATCH = 200;
/** Files looked at in one transaction: most are kept, so a run goes on where the last one was. */
const LOOKED_AT = 2_000;
/** Where the city has settled nothing of it, days. */
const NOTIFICATION_DAYS = 730;
/** So many times in one run: a million files or so a day. */
const PAGES = 25;
/** Before every file. */
const FIRST = '00000000-0000-0000-0000-000000000000';

@Injectable()
export class Retention {
  /** The file behind which it goes on; behind the last one it begins anew. */
  private looked = FIRST;

  constructor(
    private readonly dataSource: DataSource,
    @Inject(STORAGE) private readonly storage: Storage,
  ) {}

  /** A batch of drafts of each kind and of notifications, and of files some pages. @returns whether more is to go */
  @Recurring({ name: 'retention', every: 3_600_000, oneProcess: true })
  async run(): Promise<boolean> {
    const days = await settingOn(this.dataSource.manager, 'retention');
    // Drafts first: a file that only they named belongs to nothing then.
    const removed = [
      await this.remove('draft', days.draftDays, removeDrafts),
      await this.remove('deleted-draft', DELETED_DRAFT_DAYS, removeDeleted),
      await this.remove('handed-in-draft', days.handedInDraftDays, removeHandedIn),
      await this.remove('task-draft', days.draftDays, removeTaskDrafts),
      await this.remove(
        'notification',
        days.notificationDays ?? NOTIFICATION_DAYS,
        removeNotifications,
      ),
    ];
    for (let page = 0; page < PAGES; page += 1) {
      await this.remove('file', days.fileDays, (manager, older) =>
        this.removeFiles(manager, older),
      );
      if (this.looked === FIRST) break;
    }
    return removed.includes(BATCH);
  }

  /** @returns how many went; they stand in `retention_removal` with the same transaction */
  private remove(
    kind: Retained,
    days: number,
    work: (manager: EntityManager, days: number) => Promise<number>,
  ): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const removed = await work(manager, days);
      if (removed > 0)
        await manager.query(
          `INSERT INTO retention_removal (kind, removed, kept_days) VALUES ($1, $2, $3)`,
          [kind, removed, days],
        );
      return removed;
    });
  }

  /**
   * Files that no case, draft (of an application or of a task's answer), brought-over case, card or order names. The bytes go before the row is
   * committed: what dies in between is done again, and nothing is left that no row knows.
   */
  private async removeFiles(manager: EntityManager, days: number): Promise<number> {
    const page = await manager.query<{ id: string }[]>(
      `SELECT id FROM stored_file
        WHERE id > $2 AND created_at < now() - make_interval(days => $1)
        ORDER BY id LIMIT ${LOOKED_AT}`,
      [days, this.looked],
    );
    this.looked = page.length === LOOKED_AT ? page.at(-1)!.id : FIRST;
    const [rows] = await manager.query<[{ key: string }[], number]>(
      `DELETE FROM stored_file WHERE id IN (
         SELECT f.id FROM stored_file f
          WHERE f.id = ANY ($1)
            AND NOT EXISTS (SELECT 1 FROM case_material m WHERE m.file_id = f.id)
            AND NOT EXISTS (SELECT 1 FROM bringing_over_file b WHERE b.file_id = f.id)
            AND NOT EXISTS (SELECT 1 FROM authorisation z WHERE z.paper = f.id)
            AND NOT EXISTS (SELECT 1 FROM supervision_act a WHERE a.files @> ARRAY[f.id])
            AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.person_id = f.owner_person
                  AND (d.files IS NULL OR f.id = ANY (d.files)))
            AND NOT EXISTS (SELECT 1 FROM task_draft d WHERE d.person_id = f.owner_person
                  AND (d.files IS NULL OR f.id = ANY (d.files)))
          FOR UPDATE SKIP LOCKED)
       RETURNING storage_key AS key`,
      [page.map(({ id }) => id)],
    );
    for (const { key } of rows) await this.storage.remove(key);
    return rows.length;
  }
}

/** With what a window entered for them, which goes by its foreign key. */
async function removeDrafts(manager: EntityManager, days: number): Promise<number> {
  const [rows] = await manager.query<[unknown[], number]>(
    `DELETE FROM draft WHERE id IN (
       SELECT id FROM draft WHERE submitted_as IS NULL
          AND updated_at < now() - make_interval(days => $1)
        ORDER BY updated_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1 AS gone`,
    [days, BATCH],
  );
  return rows.length;
}

/** Deleted by whose they were, and not had back meanwhile. */
async function removeDeleted(manager: EntityManager, days: number): Promise<number> {
  const [rows] = await manager.query<[unknown[], number]>(
    `DELETE FROM draft WHERE id IN (
       SELECT id FROM draft WHERE submitted_as IS NULL
          AND deleted_at < now() - make_interval(days => $1)
        ORDER BY deleted_at LIMIT $2 FOR UPDATE SKIP LOCKED) RETURNING 1 AS gone`,
    [days, BATCH],
  );
  return rows.length;
}

/** Of cases that began; one that is not known yet keeps its draft. */
async function removeHandedIn(manager: EntityManager, days: number): Promise<number> {
  const [rows] = await manager.query<[unknown[], number]>(
    `DELETE FROM draft WHERE id IN (
       SELECT d.id FROM draft d JOIN cases c ON c.number = d.submitted_as
        WHERE d.updated_at < now() - make_interval(days => $1)
          AND c.submitted_at < now() - make_interval(days => $1)
        ORDER BY d.updated_at LIMIT $2 FOR UPDATE OF d SKIP LOCKED) RETURNING 1 AS gone`,
    [days, BATCH],
  );
  return rows.length;
}

/** What was begun for a task that is closed, by whoever did not complete it. */
async function removeTaskDrafts(manager: EntityManager, days: number): Promise<number> {
  const [rows] = await manager.query<[unknown[], number]>(
    `DELETE FROM task_draft WHERE (task_id, person_id) IN (
       SELECT d.task_id, d.person_id FROM task_draft d JOIN task t ON t.id = d.task_id
        WHERE d.saved_at < now() - make_interval(days => $1) AND t.state NOT IN ('open', 'completing')
        ORDER BY d.saved_at LIMIT $2 FOR UPDATE OF d SKIP LOCKED)
     RETURNING task_id`,
    [days, BATCH],
  );
  return rows.length;
}

/** Read or not, with their text messages; one that is still on its way keeps what it says. */
async function removeNotifications(manager: EntityManager, days: number): Promise<number> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM notification n
      WHERE at < now() - make_interval(days => $1) AND NOT EXISTS (
            SELECT 1 FROM text_message m
             WHERE m.notification_id = n.id AND m.state IN ('waiting', 'sent'))
      ORDER BY at LIMIT $2 FOR UPDATE SKIP LOCKED`,
    [days, BATCH],
  );
  const ids = rows.map(({ id }) => id);
  await manager.query(`DELETE FROM text_message WHERE notification_id = ANY ($1)`, [ids]);
  await manager.query(`DELETE FROM notification WHERE id = ANY ($1)`, [ids]);
  return ids.length;
}
