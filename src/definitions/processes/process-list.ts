/** Reading processes and their versions for the designer. */
import type { EntityManager } from 'typeorm';
import { notFound } from '../../platform/errors.js';
import type { ProcessState } from './process-versions.js';

export interface ProcessSummary {
  id: string;
  name: string;
  /** Version new cases start with; null = never published. */
  publishedVersion: number | null;
  publishedAt: Date | null;
  hasDraft: boolean;
  runningCases: number;
}

export interface VersionSummary {
  version: number;
  state: ProcessState;
  name: string;
  hash: string | null;
  createdBy: string;
  updatedAt: Date;
  publishedAt: Date | null;
  /** Cases that run on this very version. */
  runningCases: number;
}

export function listProcesses(manager: EntityManager): Promise<ProcessSummary[]> {
  return manager.query(
    `SELECT v.process_id AS id,
            coalesce((array_agg(v.name ORDER BY v.version DESC))[1], '') AS name,
            max(v.version) FILTER (WHERE v.state = 'published') AS "publishedVersion",
            max(v.published_at) FILTER (WHERE v.state = 'published') AS "publishedAt",
            bool_or(v.state = 'draft') AS "hasDraft",
            (SELECT count(*)::int FROM cases c WHERE c.process_id = v.process_id AND NOT c.ended)
              AS "runningCases"
     FROM process_version v GROUP BY v.process_id ORDER BY v.process_id`,
  );
}

/** Newest first. @throws DomainError `process-not-found` */
export async function listVersions(
  manager: EntityManager,
  processId: string,
): Promise<VersionSummary[]> {
  const rows = await manager.query<VersionSummary[]>(
    `SELECT v.version, v.state, v.name, v.hash, coalesce(p.name, v.created_by) AS "createdBy",
            v.updated_at AS "updatedAt", v.published_at AS "publishedAt",
            (SELECT count(*)::int FROM cases c WHERE c.model_hash = v.hash AND NOT c.ended)
              AS "runningCases"
     FROM process_version v LEFT JOIN person p ON p.id = v.created_by
     WHERE v.process_id = $1 ORDER BY v.version DESC`,
    [processId],
  );
  if (rows.length === 0) throw processNotFound(processId);
  return rows;
}

/** @throws DomainError `process-not-found` */
export async function versionXml(
  manager: EntityManager,
  processId: string,
  version: number,
): Promise<string> {
  const [row] = await manager.query<{ xml: string }[]>(
    `SELECT xml FROM process_version WHERE process_id = $1 AND version = $2`,
    [processId, version],
  );
  if (!row) throw processNotFound(processId);
  return row.xml;
}

function processNotFound(processId: string) {
  return notFound('process-not-found', `没有流程 ${processId} 的这个版本。请从流程列表中选择。`);
}
