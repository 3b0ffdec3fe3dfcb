/**
 * Articles that items rest on (设定依据), as records: what each says from a day on. An item points to one
 * by its law and number; when it changes, the items it touches are listed, and each is told while it is
 * written that the article reads otherwise or is repealed.
 */
import type { DataSource, EntityManager } from 'typeorm';
import { audit, type Actor } from '../../../people/index.js';
import { conflict } from '../../../platform/errors.js';

export interface NewArticle {
  law: string;
  /** 第三十一条. */
  article: string;
  rank: string;
  /** What it says; null = it is repealed. */
  text: string | null;
  validFrom: string;
  /** Number of the order or announcement. */
  source: string;
}

export interface Article extends NewArticle {
  notedBy: string;
  notedAt: Date;
}

/** An article with how it reads now, and how many items rest on it. */
export interface ArticleRow {
  law: string;
  article: string;
  rank: string | null;
  text: string | null;
  /** First day of what holds today; null = it was never noted, the items alone name it. */
  validFrom: string | null;
  /** First day of a further version; null = none. */
  changesOn: string | null;
  repealed: boolean;
  items: number;
  /** Items that quote it otherwise than it reads now. */
  differing: number;
}

const TODAY = `(now() AT TIME ZONE 'Asia/Shanghai')::date`;

/** What items in force rest on. */
const CITED = `
  SELECT i.code, i.name, b->>'law' AS law, coalesce(b->>'article', '') AS article, b->>'rank' AS rank,
         b->>'text' AS text
    FROM item_in_force i CROSS JOIN LATERAL jsonb_array_elements(i.data->'legalBasis') b`;

/** What each article says today. */
const CURRENT = `
  SELECT DISTINCT ON (law, article) law, article, rank, text, valid_from FROM law_article
   WHERE valid_from <= ${TODAY} ORDER BY law, article, valid_from DESC`;

/** Of all articles that are noted or cited, by law; at most `limit`. */
export function listArticles(
  manager: EntityManager,
  q: string,
  limit: number,
): Promise<ArticleRow[]> {
  return manager.query<ArticleRow[]>(
    `WITH cited AS (${CITED}), current AS (${CURRENT}),
     named AS (SELECT law, article FROM cited UNION SELECT law, article FROM law_article)
     SELECT coalesce(n.law, '') AS law, coalesce(n.article, '') AS article,
            coalesce(c.rank, (SELECT min(x.rank) FROM cited x
                               WHERE x.law = n.law AND x.article = n.article)) AS rank,
            c.text, c.valid_from::text AS "validFrom",
            (SELECT min(valid_from)::text FROM law_article f
              WHERE f.law = n.law AND f.article = n.article AND f.valid_from > ${TODAY}) AS "changesOn",
            c.law IS NOT NULL AND c.text IS NULL AS repealed,
            (SELECT count(DISTINCT x.code)::int FROM cited x
              WHERE x.law = n.law AND x.article = n.article) AS items,
            (SELECT count(DISTINCT x.code)::int FROM cited x
              WHERE x.law = n.law AND x.article = n.article AND c.law IS NOT NULL
                AND x.text IS DISTINCT FROM c.text) AS differing
       FROM named n LEFT JOIN current c ON c.law = n.law AND c.article = n.article
      WHERE n.law IS NOT NULL AND ($1 = '' OR position($1 IN n.law) > 0)
      ORDER BY n.law, n.article LIMIT $2`,
    [q.trim(), limit],
  );
}

/** All that an article ever said, the newest first. */
export function articleVersions(
  manager: EntityManager,
  law: string,
  article: string,
): Promise<Article[]> {
  return manager.query<Article[]>(
    `SELECT a.law, a.article, a.rank, a.text, a.valid_from::text AS "validFrom", a.source,
            coalesce(p.name, a.noted_by) AS "notedBy", a.noted_at AS "notedAt"
       FROM law_article a LEFT JOIN person p ON p.id = a.noted_by
      WHERE a.law = $1 AND a.article = $2 ORDER BY a.valid_from DESC`,
    [law, article],
  );
}

export interface TouchedItem {
  code: string;
  name: string;
  /** What the item quotes; null = nothing. */
  quotes: string | null;
  /** It quotes what the article says today. */
  agrees: boolean;
}

/** Items in force that rest on an article. */
export function touchedItems(
  manager: EntityManager,
  law: string,
  article: string,
): Promise<TouchedItem[]> {
  return manager.query<TouchedItem[]>(
    `WITH cited AS (${CITED}), current AS (${CURRENT})
     SELECT x.code, x.name, x.text AS quotes,
            coalesce(c.law IS NULL OR x.text IS NOT DISTINCT FROM c.text, false) AS agrees
       FROM cited x LEFT JOIN current c ON c.law = x.law AND c.article = x.article
      WHERE x.law = $1 AND x.article = $2 ORDER BY x.code LIMIT 1000`,
    [law, article],
  );
}

/**
 * Notes what an article says from a day on.
 * @returns the items it touches
 * @throws DomainError `article-noted` when that day is settled already
 */
export function noteArticle(
  dataSource: DataSource,
  actor: Actor,
  { law, article, rank, text, validFrom, source }: NewArticle,
): Promise<TouchedItem[]> {
  return dataSource.transaction(async (manager) => {
    const written = await manager.query<unknown[]>(
      `INSERT INTO law_article (law, article, valid_from, rank, text, source, noted_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING law`,
      [law, article, validFrom, rank, text, source, actor.personId],
    );
    if (written.length === 0)
      throw conflict(
        'article-noted',
        `${law}${article}自 ${validFrom} 起的内容已经登记，不能改；请核对生效日期。`,
      );
    const touched = await touchedItems(manager, law, article);
    await audit(manager, {
      ...{ person: actor.personId, post: actor.postId, act: 'law-article.note' },
      ...{ target: `law-article:${law}${article}`, outcome: 'done' },
      detail: { validFrom, repealed: text === null, items: touched.length },
    });
    return touched;
  });
}
