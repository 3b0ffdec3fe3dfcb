/** What people call things: kept by administrators, who see what was looked for in vain. */
import type { DataSource, EntityManager } from 'typeorm';
import { type Actor, audit } from '../../people/index.js';

export interface SearchWord {
  word: string;
  means: string[];
  changedBy: string;
  changedAt: Date;
}

export interface SearchMiss {
  text: string;
  times: number;
  lastAt: Date;
}

const MOST_SHOWN = 200;

export const listWords = (manager: EntityManager): Promise<SearchWord[]> =>
  manager.query(
    `SELECT w.word, w.means, coalesce(p.name, w.changed_by) AS "changedBy",
            w.changed_at AS "changedAt"
       FROM search_word w LEFT JOIN person p ON p.id = w.changed_by ORDER BY w.word`,
  );

/** Those that were looked for most. */
export const listMisses = (manager: EntityManager): Promise<SearchMiss[]> =>
  manager.query(
    `SELECT text, times, last_at AS "lastAt" FROM search_miss
      ORDER BY times DESC, last_at DESC LIMIT $1`,
    [MOST_SHOWN],
  );

/** In place of what the word meant before; what was looked for with it is no miss any more. */
export function setWord(
  dataSource: DataSource,
  actor: Actor,
  { word, means }: { word: string; means: string[] },
): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await manager.query(
      `INSERT INTO search_word (word, means, changed_by) VALUES ($1, $2, $3)
       ON CONFLICT (word) DO UPDATE SET means = excluded.means, changed_by = excluded.changed_by,
         changed_at = now()`,
      [word, means, actor.personId],
    );
    await manager.query(`DELETE FROM search_miss WHERE position($1 IN text) > 0`, [word]);
    await note(manager, actor, 'search-word.set', word, { means });
  });
}

/** Nothing happens when there is none. */
export function removeWord(dataSource: DataSource, actor: Actor, word: string): Promise<void> {
  return dataSource.transaction(async (manager) => {
    await manager.query(`DELETE FROM search_word WHERE word = $1`, [word]);
    await note(manager, actor, 'search-word.remove', word, {});
  });
}

const note = (
  manager: EntityManager,
  actor: Actor,
  act: string,
  word: string,
  detail: Record<string, unknown>,
): Promise<void> =>
  audit(manager, {
    ...{ person: actor.personId, post: actor.postId, act, outcome: 'done', detail },
    target: `search-word:${word}`,
  });
