/** The catalogue's translations, loaded with the first English page that says something of it. */
import { client, take } from '../api/client.js';
import { byCode } from '../api/endpoints/parameters.js';
import { i18n } from './i18n.js';

interface Translation {
  chinese: string;
  english: string;
}

export type Say = <T>(said: T) => T;

/** What is chosen is kept as it is, whatever it is called. */
const KEPT = 'value';
/** A limit as the server says it: 10 个工作日. */
const LENGTH = /^(\d+) (个工作日|天)$/;

function lengthOf(said: string): string {
  const [, count, unit] = LENGTH.exec(said) ?? [];
  if (!count) return said;
  return i18n.t(`item.days-${unit === '天' ? 'd' : 'wd'}`, { count: Number(count) });
}

function translated(said: unknown, words: ReadonlyMap<string, string>): unknown {
  if (typeof said === 'string') return words.get(said) ?? lengthOf(said);
  if (Array.isArray(said)) return said.map((one) => translated(one, words));
  if (typeof said !== 'object' || said === null) return said;
  return Object.fromEntries(
    Object.entries(said).map(([name, one]) => [name, name === KEPT ? one : translated(one, words)]),
  );
}

/** Says a text, or all texts of a thing, by these translations. */
export function sayBy(translations: readonly Translation[]): Say {
  const words = new Map(translations.map(({ chinese, english }) => [chinese, english]));
  return <T>(said: T) => translated(said, words) as T;
}

/** @param code of the item; left out = only names, results and lines, of all items */
export async function wordsOf(code?: string): Promise<Say> {
  const { translations } = await take(
    code ? client.GET('/api/items/{code}/english', byCode(code)) : client.GET('/api/items/english'),
  );
  return sayBy(translations);
}
