/** What people search a list for: a number, an applicant, an item, words of it, and from which day to which. */
import type { Values } from '../people/index.js';
import { ChineseDate, Text } from '../platform/http/index.js';

export interface FoundBy {
  /** Piece of the applicant's or the item's name, or the beginning of a number. */
  q?: string;
  /** Days, yyyy-MM-dd, both included. */
  since?: string;
  until?: string;
}

/** The same as a query. */
export class FoundByQuery implements FoundBy {
  @Text({ max: 64, optional: true, description: '编号开头、申请人或事项名称中的字' })
  q?: string;

  @ChineseDate({ optional: true, description: '从哪天起，含当日' })
  since?: string;

  @ChineseDate({ optional: true, description: '到哪天止，含当日' })
  until?: string;
}

/**
 * SQL conditions.
 * @param at the column whose day is asked for
 * @param words what the words are looked for in: conditions with `q` in place of them
 */
export function foundBy(
  { q, since, until }: FoundBy,
  { place }: Values,
  { at, words }: { at: string; words: (q: string) => string[] },
): string[] {
  const wanted = q?.trim();
  const day = (value: string) => `${place(value)}::date::timestamp`;
  return [
    ...(wanted ? [`(${words(place(wanted)).join(' OR ')})`] : []),
    ...(since ? [`${at} >= ${day(since)} AT TIME ZONE 'Asia/Shanghai'`] : []),
    ...(until ? [`${at} < (${day(until)} + interval '1 day') AT TIME ZONE 'Asia/Shanghai'`] : []),
  ];
}

/** SQL: whether the words say a case `c` whose applicant is `p`. */
export const wordsOfCase = (q: string): string[] => [
  `starts_with(c.number, ${q})`,
  `strpos(c.item_name, ${q}) > 0`,
  `EXISTS (SELECT 1 FROM person p WHERE p.id = c.applicant_id AND strpos(p.name, ${q}) > 0)`,
];
