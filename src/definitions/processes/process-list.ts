/** Reading processes and their versions for the designer. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import { draftHead, draftOf, versionOf, type VersionHead } from '../../versions/index.js';
import { PROCESSES } from './process-kind.js';

export interface ProcessSummary {
  id: string;
  name: string;
  /** Version new cases start with; null = never published. */
  publishedVersion: number | null;
  publishedAt: Date | null;
  hasDraft: boolean;
  /** No version of it is published any more. */
  retired: boolean;
  runningCases: number;
}

export interface VersionSummary extends VersionHead {
  name: string;
  /** Null while it is a draft. */
  hash: string | null;
  /** What it changed; empty = nobody said, or it is a draft. */
  note: string;
  /** Cases that run on this very version. */
  runningCases: number;
}

export function listProcesses(manager: EntityManager): Promise<ProcessSummary[]> {
  return manager.query(
    `SELECT coalesce(v.process_id, d.key, '') AS id, coalesce(d.content->>'name', v.name, '') AS name,
            CASE WHEN v.state = 'published' THEN v.version END AS "publishedVersion",
            CASE WHEN v.state = 'published' THEN v.published_at END AS "publishedAt",
            coalesce(v.state = 'retired', false) AS retired, d.key IS NOT NULL AS "hasDraft",
            (SELECT count(*)::int FROM cases c WHERE c.process_id = v.process_id AND NOT c.ended)
              AS "runningCases"
       FROM (SELECT DISTINCT ON (process_id) process_id, version, state, name, published_at
               FROM process_version ORDER BY process_id, state = 'published' DESC, version DESC) v
       FULL JOIN (SELECT * FROM definition_draft WHERE kind = 'process') d ON d.key = v.process_id
      ORDER BY 1`,
  );
}

/** Newest first. @throws DomainError `process-not-found` */
export async function listVersions(
  manager: EntityManager,
  processId: string,
): Promise<VersionSummary[]> {
  const published = await manager.query<VersionSummary[]>(
    `SELECT v.version, v.state, v.name, v.hash, v.note, coalesce(p.name, v.created_by) AS "createdBy",
            v.updated_at AS "updatedAt", v.published_at AS "publishedAt",
            NULL::text AS revision,
            (SELECT count(*)::int FROM cases c WHERE c.model_hash = v.hash AND NOT c.ended)
              AS "runningCases"
     FROM process_version v LEFT JOIN person p ON p.id = v.created_by
     WHERE v.process_id = $1 ORDER BY v.version DESC`,
    [processId],
  );
  const draft = await draftOf(manager, PROCESSES, processId);
  if (draft) {
    const { name } = draft.content;
    return [{ ...draftHead(draft), name, hash: null, note: '', runningCases: 0 }, ...published];
  }
  if (published.length === 0) throw processNotFound(processId);
  return published;
}

/** @throws DomainError `process-not-found` */
export async function versionXml(
  manager: EntityManager,
  processId: string,
  version: number,
): Promise<string> {
  const found = await versionOf(manager, PROCESSES, processId, version);
  if (!found) throw processNotFound(processId);
  return found.content.xml;
}

export function processNotFound(processId: string) {
  return notFound('process-not-found', `没有流程 ${processId} 的这个版本。请从流程列表中选择。`);
}
