/** The words that hold: the newest published, else those built in. */
import type { EntityManager } from 'typeorm';
import { Remembered } from '../../platform/database/remembered.js';
import { OCCASIONS, type OccasionCode } from '../occasions/index.js';

const published = new Remembered<ReadonlyMap<string, string>>(['notification_text'], 60);

/** Of every occasion that the city has words of its own for. */
async function publishedTexts(manager: EntityManager): Promise<ReadonlyMap<string, string>> {
  const load = async () => {
    const rows = await manager.query<{ occasion: string; body: string }[]>(
      `SELECT DISTINCT ON (occasion) occasion, body FROM notification_text
        ORDER BY occasion, version DESC`,
    );
    return new Map(rows.map(({ occasion, body }) => [occasion, body]));
  };
  return (await published.get(manager, '', load)) ?? new Map();
}

/** @returns the words of an occasion, for each of many */
export async function wordsNow(manager: EntityManager): Promise<(code: OccasionCode) => string> {
  const own = await publishedTexts(manager);
  return (code) => own.get(code) ?? OCCASIONS[code].text;
}
