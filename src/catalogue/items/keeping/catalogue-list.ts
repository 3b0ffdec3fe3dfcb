/** The catalogue as its keepers see it: every item with its newest version, draft and standing. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../../platform/errors.js';
import { draftHead, draftOf, type VersionHead } from '../../../versions/index.js';
import type { ItemDefinition } from '../definition/index.js';
import type { Standing } from '../standing.js';
import { standingToday } from '../../standing-sql.js';
import { ITEMS, itemHash } from './item-kind.js';

export interface CatalogueRow {
  code: string;
  name: string;
  kind: string;
  type: string;
  area: string | null;
  line: string | null;
  level: string | null;
  internal: boolean;
  standing: Standing;
  /** In force today; null = none yet. */
  version: number | null;
  /** A later one, and the day from which it holds; null = none. */
  coming: { version: number; effectiveFrom: string } | null;
  hasDraft: boolean;
  draftedBy: string | null;
  runningCases: number;
}

export interface CatalogueFilter {
  q?: string;
  line?: string;
  area?: string;
  type?: string;
  state?: 'draft' | 'in-force' | 'coming' | 'suspended' | 'cancelled';
  /** Begin after this code. */
  after?: string;
  limit: number;
}

/** By code, a page of those that the filter lets by. */
export function listCatalogue(
  manager: EntityManager,
  filter: CatalogueFilter,
): Promise<CatalogueRow[]> {
  const { q = '', line, area, type, state, after, limit } = filter;
  return manager.query<CatalogueRow[]>(
    `WITH newest AS (
       SELECT DISTINCT ON (code) code, version, data, effective_from FROM item
        WHERE state = 'published' ORDER BY code, version DESC),
     entry AS (
       SELECT coalesce(n.code, d.key, '') AS code, coalesce(d.content, n.data, '{}'::jsonb) AS said,
              n.version AS newest, n.effective_from, f.version AS in_force,
              d.key IS NOT NULL AS drafted, d.saved_by,
              coalesce(${standingToday('n.code')}, 'offered') AS standing
         FROM newest n
         LEFT JOIN item_in_force f ON f.code = n.code
         FULL JOIN (SELECT * FROM definition_draft WHERE kind = 'item') d ON d.key = n.code),
     found AS (
       SELECT * FROM entry
        WHERE ($1 = '' OR position($1 IN said->>'name') > 0 OR starts_with(code, $1))
          AND ($2::text IS NULL OR said#>>'{lead,line}' = $2)
          AND ($3::text IS NULL OR said->>'area' = $3)
          AND ($4::text IS NULL OR said->>'type' = $4)
          AND ($5::text IS NULL OR CASE $5
                WHEN 'draft' THEN drafted
                WHEN 'in-force' THEN in_force IS NOT NULL AND standing = 'offered'
                WHEN 'coming' THEN newest IS DISTINCT FROM in_force AND newest IS NOT NULL
                ELSE standing = $5 END)
          AND ($6::text IS NULL OR code > $6)
        ORDER BY code LIMIT $7)
     SELECT code, coalesce(said->>'name', code) AS name, coalesce(said->>'kind', 'single') AS kind,
            coalesce(said->>'type', '') AS type, said->>'area' AS area,
            said#>>'{lead,line}' AS line, said#>>'{lead,level}' AS level,
            coalesce((said->>'internal')::boolean, false) AS internal, standing,
            in_force AS version,
            CASE WHEN newest IS DISTINCT FROM in_force AND newest IS NOT NULL THEN
              jsonb_build_object('version', newest, 'effectiveFrom', effective_from::text) END AS coming,
            drafted AS "hasDraft",
            (SELECT coalesce(p.name, saved_by) FROM (SELECT 1) one
               LEFT JOIN person p ON p.id = saved_by) AS "draftedBy",
            (SELECT count(*)::int FROM cases c WHERE c.item_code = found.code AND NOT c.ended)
              AS "runningCases"
       FROM found ORDER BY code`,
    [q.trim(), line ?? null, area ?? null, type ?? null, state ?? null, after ?? null, limit],
  );
}

export interface ItemVersion extends VersionHead {
  /** Null while it is a draft. */
  effectiveFrom: string | null;
  hash: string | null;
  draftedBy: string | null;
  /** Cases that run on this very version. */
  runningCases: number;
}

/** The draft first, then the newest. @throws DomainError `item-not-found` */
export async function listVersions(manager: EntityManager, code: string): Promise<ItemVersion[]> {
  const published = await manager.query<ItemVersion[]>(
    `SELECT i.version, 'published' AS state, i.effective_from::text AS "effectiveFrom", i.hash,
            coalesce(d.name, i.drafted_by) AS "draftedBy",
            coalesce(p.name, i.published_by) AS "createdBy",
            coalesce(i.published_at, 'epoch') AS "updatedAt", i.published_at AS "publishedAt",
            NULL::text AS revision,
            (SELECT count(*)::int FROM cases c
              WHERE c.item_code = i.code AND c.item_version = i.version AND NOT c.ended)
              AS "runningCases"
       FROM item i LEFT JOIN person p ON p.id = i.published_by
       LEFT JOIN person d ON d.id = i.drafted_by
      WHERE i.code = $1 AND i.state = 'published' ORDER BY i.version DESC`,
    [code],
  );
  const draft = await draftOf(manager, ITEMS, code);
  if (draft) {
    const head = { ...draftHead(draft), effectiveFrom: null, hash: null, runningCases: 0 };
    return [{ ...head, draftedBy: head.createdBy }, ...published];
  }
  if (published.length === 0) throw noSuchVersion(code);
  return published;
}

export interface GuideOnDay {
  version: number;
  effectiveFrom: string;
  publishedAt: Date | null;
  item: ItemDefinition;
  /** As it was noted at publication, in the row and in the chained audit log. */
  hash: string;
  noted: string | null;
  /** What the version says now has this hash still. */
  proved: boolean;
}

/**
 * What the guide said on a day, and whether what is kept is what was published.
 * @throws DomainError `item-not-found` when none was in force then
 */
export async function guideOn(
  manager: EntityManager,
  code: string,
  day: string,
): Promise<GuideOnDay> {
  const [row] = await manager.query<Omit<GuideOnDay, 'proved'>[]>(
    `SELECT i.version, i.effective_from::text AS "effectiveFrom", i.published_at AS "publishedAt",
            i.data AS item, i.hash,
            (SELECT a.detail->>'hash' FROM audit a
              WHERE a.act = 'item.publish' AND a.target = 'item:' || i.code AND a.outcome = 'done'
                AND a.detail->>'version' = i.version::text ORDER BY a.id DESC LIMIT 1) AS noted
       FROM item i
      WHERE i.code = $1 AND i.state = 'published' AND i.effective_from <= $2::date
      ORDER BY i.version DESC LIMIT 1`,
    [code, day],
  );
  if (!row) throw noSuchVersion(code);
  const { hash, noted, item } = row;
  return { ...row, proved: itemHash(item) === hash && (noted === null || noted === hash) };
}

const noSuchVersion = (code: string) =>
  notFound('item-not-found', `没有事项 ${code} 的这个版本。请从事项目录中选择。`, { item: code });
