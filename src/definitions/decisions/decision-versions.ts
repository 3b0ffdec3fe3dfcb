/**
 * Published versions of DMN files: one that processes published from now on freeze, the older ones
 * retired but readable for ever, because the processes that froze them may still run.
 */
import type { EntityManager } from 'typeorm';
import type { DecisionModel } from '../../../bpmn/dmn/index.js';
import { notFound } from '../../platform/errors.js';

/** The file a decision stands in, as it is published now. */
export interface PublishedDecision {
  fileId: string;
  version: number;
  hash: string;
  model: DecisionModel;
}

/**
 * Finds a decision among the published files by its own id, as a business rule task names it.
 * @throws DomainError `decision-not-published`
 */
export async function publishedDecision(
  manager: EntityManager,
  decisionId: string,
): Promise<PublishedDecision> {
  const [row] = await manager.query<PublishedDecision[]>(
    `SELECT file_id AS "fileId", version, hash, model FROM decision_version
     WHERE state = 'published' AND decisions @> ARRAY[$1]`,
    [decisionId],
  );
  if (row) return row;
  throw notFound(
    'decision-not-published',
    `决策 ${decisionId} 还没有发布。请先在决策设计中发布它所在的文件。`,
  );
}
