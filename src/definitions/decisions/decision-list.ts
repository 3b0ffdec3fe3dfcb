/** Reading DMN files and their versions for the designer. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { draftHead, draftOf, versionOf, type VersionHead } from '../../versions/index.js';
import { DECISIONS } from './decision-kind.js';

export interface DecisionFileSummary {
  id: string;
  name: string;
  /** Version that processes published from now on freeze; null = never published. */
  publishedVersion: number | null;
  publishedAt: Date | null;
  hasDraft: boolean;
  /** Ids of the decisions in the newest version. */
  decisions: string[];
}

export interface DecisionVersionSummary extends VersionHead {
  name: string;
  hash: string;
  /** What it changed; empty = nobody said, or it is a draft. */
  note: string;
}

export function listDecisionFiles(manager: EntityManager): Promise<DecisionFileSummary[]> {
  return manager.query(
    `SELECT coalesce(v.file_id, d.key, '') AS id, coalesce(d.content->>'name', v.name, '') AS name,
            coalesce(CASE WHEN d.key IS NULL THEN v.decisions END,
                     ARRAY(SELECT jsonb_array_elements_text(d.content->'decisions'))) AS decisions,
            v.version AS "publishedVersion", v.published_at AS "publishedAt",
            d.key IS NOT NULL AS "hasDraft"
       FROM (SELECT * FROM decision_version WHERE state = 'published') v
       FULL JOIN (SELECT * FROM definition_draft WHERE kind = 'decision') d ON d.key = v.file_id
      ORDER BY 1`,
  );
}

/** Newest first. @throws DomainError `decision-file-not-found` */
export async function listVersions(
  manager: EntityManager,
  fileId: string,
): Promise<DecisionVersionSummary[]> {
  const published = await manager.query<DecisionVersionSummary[]>(
    `SELECT v.version, v.state, v.name, v.hash, v.note, coalesce(p.name, v.created_by) AS "createdBy",
            v.updated_at AS "updatedAt", v.published_at AS "publishedAt", NULL::text AS revision
     FROM decision_version v LEFT JOIN person p ON p.id = v.created_by
     WHERE v.file_id = $1 ORDER BY v.version DESC`,
    [fileId],
  );
  const draft = await draftOf(manager, DECISIONS, fileId);
  if (draft) {
    const { name, hash } = draft.content;
    return [{ ...draftHead(draft), name, hash, note: '' }, ...published];
  }
  if (published.length === 0) throw fileNotFound(fileId);
  return published;
}

/** @throws DomainError `decision-file-not-found` */
export async function versionXml(
  manager: EntityManager,
  fileId: string,
  version: number,
): Promise<string> {
  const found = await versionOf(manager, DECISIONS, fileId, version);
  if (!found) throw fileNotFound(fileId);
  return found.content.xml;
}

function fileNotFound(fileId: string) {
  return notFound(
    'decision-file-not-found',
    `没有决策文件 ${fileId} 的这个版本。请从决策列表中选择。`,
  );
}
