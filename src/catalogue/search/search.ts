/**
 * Searches of the items in force: the index is made anew when what is in force changes, and the one before
 * answers until then.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { maskPersonal } from '../../platform/masking.js';
import { cancelledToday } from '../standing-sql.js';
import { ItemIndex, type Searched } from './item-index.js';

/** Less of what was asked is not an answer, but the nearest there is. */
const ENOUGH = 0.6;
const MOST_NEAREST = 10;
/** What is looked for in vain is kept by so many texts at most; rare ones give way to nobody. */
const MOST_MISSES = 5000;
/** Names are turned to pinyin between other requests. */
const AT_ONCE = 200;

interface Kept {
  stamp: string;
  index: ItemIndex;
}

const kept = new WeakMap<DataSource, Kept>();
const making = new WeakMap<DataSource, Promise<Kept>>();

export interface Search {
  /** The best first. */
  codes: string[];
  /** They are only near to what was asked. */
  nearest: boolean;
}

export async function searchItems(manager: EntityManager, text: string): Promise<Search> {
  const index = await indexOf(manager);
  const found = index.find(text, await wordsFor(manager, text));
  const right = found.filter(({ share }) => share >= ENOUGH);
  if (right.length > 0) return { codes: right.map(({ code }) => code), nearest: false };
  await keepMiss(manager, text);
  return { codes: found.slice(0, MOST_NEAREST).map(({ code }) => code), nearest: true };
}

async function indexOf(manager: EntityManager): Promise<ItemIndex> {
  const { connection } = manager;
  const stamp = await stampOf(manager);
  const before = kept.get(connection);
  if (before?.stamp === stamp) return before.index;
  const made = making.get(connection) ?? begin(connection, stamp);
  if (!before) return (await made).index;
  // Who waits for nobody hears of no failure either; the next search tries again.
  made.catch(() => undefined);
  return before.index;
}

/** One at a time; what changes while it is made is seen by the next search. */
function begin(connection: DataSource, stamp: string): Promise<Kept> {
  const made = makeIndex(connection.manager)
    .then((index) => {
      const one = { stamp, index };
      kept.set(connection, one);
      return one;
    })
    .finally(() => making.delete(connection));
  making.set(connection, made);
  return made;
}

/** Another one whenever another item, version or standing is in force. */
async function stampOf(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ stamp: string }[]>(
    `SELECT concat_ws(' ', (SELECT count(*) FROM item), (SELECT max(published_at) FROM item),
              (SELECT max(id) FROM item_standing), (now() AT TIME ZONE 'Asia/Shanghai')::date) AS stamp`,
  );
  return row!.stamp;
}

async function makeIndex(manager: EntityManager): Promise<ItemIndex> {
  const items = await manager.query<Searched[]>(
    `SELECT code, name,
            ARRAY(SELECT m ->> 'name' FROM jsonb_array_elements(data -> 'materials') m)
            || ARRAY[coalesce(data #>> '{guide,summary}', '')]
            || ARRAY(SELECT jsonb_array_elements_text(coalesce(data -> 'conditions', '[]')))
            || ARRAY(SELECT t ->> 'english' FROM jsonb_array_elements(coalesce(data -> 'english', '[]')) t
                      WHERE t ->> 'chinese' IN (name, data #>> '{guide,summary}')) AS more
       FROM item_in_force i
      WHERE NOT coalesce((data ->> 'internal')::boolean, false)
        AND NOT ${cancelledToday('i.code')}`,
  );
  const index = new ItemIndex();
  for (const [place, item] of items.entries()) {
    index.add(item);
    if (place % AT_ONCE === 0) await new Promise(setImmediate);
  }
  return index;
}

/** The administrators' other words for what is asked. */
async function wordsFor(manager: EntityManager, text: string): Promise<string[]> {
  const rows = await manager.query<{ means: string[] }[]>(
    `SELECT means FROM search_word WHERE position(word IN $1) > 0 ORDER BY word LIMIT 10`,
    [text],
  );
  return rows.flatMap(({ means }) => means);
}

/**
 * Somebody may have typed a number that is nobody else's business. Anybody may ask anything: what was asked
 * least and longest ago gives way, so that nobody fills the list for good.
 */
async function keepMiss(manager: EntityManager, text: string): Promise<void> {
  await manager.query(
    `WITH gone AS (
       DELETE FROM search_miss WHERE text = (
         SELECT text FROM search_miss
          WHERE (SELECT count(*) FROM search_miss) >= $2 AND text <> $1
          ORDER BY times, last_at LIMIT 1))
     INSERT INTO search_miss (text) VALUES ($1)
     ON CONFLICT (text) DO UPDATE SET times = search_miss.times + 1, last_at = now()`,
    [maskPersonal(text).slice(0, 50), MOST_MISSES],
  );
}
