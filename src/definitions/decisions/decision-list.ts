/** Reading DMN files and their versions for the designer. */
import type { EntityManager } from 'typeorm';
import type { DecisionModel } from '../../../bpmn/dmn/index.js';
import { notFound } from '../../platform/errors.js';
import type { DecisionState } from './decision-versions.js';

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

export interface DecisionVersionSummary {
  version: number;
  state: DecisionState;
  name: string;
  hash: string;
  createdBy: string;
  updatedAt: Date;
  publishedAt: Date | null;
}

export function listDecisionFiles(manager: EntityManager): Promise<DecisionFileSummary[]> {
  return manager.query(
    `SELECT newest.file_id AS id, newest.name, newest.decisions,
            published.version AS "publishedVersion", published.published_at AS "publishedAt",
            newest.state = 'draft' AS "hasDraft"
     FROM (SELECT DISTINCT ON (file_id) * FROM decision_version
           ORDER BY file_id, version DESC) newest
     LEFT JOIN decision_version published
       ON published.file_id = newest.file_id AND published.state = 'published'
     ORDER BY newest.file_id`,
  );
}

/** Newest first. @throws DomainError `decision-file-not-found` */
export async function listVersions(
  manager: EntityManager,
  fileId: string,
): Promise<DecisionVersionSummary[]> {
  const rows = await manager.query<DecisionVersionSummary[]>(
    `SELECT v.version, v.state, v.name, v.hash, coalesce(p.name, v.created_by) AS "createdBy",
            v.updated_at AS "updatedAt", v.published_at AS "publishedAt"
     FROM decision_version v LEFT JOIN person p ON p.id = v.created_by
     WHERE v.file_id = $1 ORDER BY v.version DESC`,
    [fileId],
  );
  if (rows.length === 0) throw fileNotFound(fileId);
  return rows;
}

/** @throws DomainError `decision-file-not-found` */
export async function versionOf(
  manager: EntityManager,
  fileId: string,
  version: number,
): Promise<{ xml: string; model: DecisionModel }> {
  const [row] = await manager.query<{ xml: string; model: DecisionModel }[]>(
    `SELECT xml, model FROM decision_version WHERE file_id = $1 AND version = $2`,
    [fileId, version],
  );
  if (!row) throw fileNotFound(fileId);
  return row;
}

function fileNotFound(fileId: string) {
  return notFound(
    'decision-file-not-found',
    `没有决策文件 ${fileId} 的这个版本。请从决策列表中选择。`,
  );
}
