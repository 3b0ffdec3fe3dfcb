/**
 * Versions of DMN files: one draft at most, one published at most, the older ones retired but
 * readable for ever, because the processes that froze them may still run.
 */
import type { EntityManager } from 'typeorm';
import { hashDecisions, type DecisionModel } from '../../../bpmn/dmn/index.js';
import { conflict, notFound } from '../../platform/errors.js';
import type { DefinitionComputing } from '../computing/index.js';
import { readSound } from './check.js';

export type DecisionState = 'draft' | 'published' | 'retired';

export interface NewDecisionFile {
  /** Code of the file, in its address. */
  fileId: string;
  xml: string;
  /** Person, or `system` for the demonstration's loader. */
  by: string;
}

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

/** Two people publishing wait for each other: no decision may be published by two files. */
async function lock(manager: EntityManager): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('decisions'))`);
}

/**
 * Keeps a draft, in place of the earlier one.
 * @returns its version
 * @throws DomainError `decisions-have-findings`: what cannot be decided is not kept
 */
export async function saveDraft(
  manager: EntityManager,
  computing: DefinitionComputing,
  draft: NewDecisionFile,
): Promise<number> {
  const model = await readSound(computing, draft.xml);
  return manager.transaction(async (transaction) => {
    await lock(transaction);
    const [row] = await transaction.query<{ version: number }[]>(
      `INSERT INTO decision_version
         (file_id, version, state, name, xml, model, hash, decisions, created_by)
       SELECT $1, coalesce(max(version), 0) + 1, 'draft', $2, $3, $4, $5, $6, $7
         FROM decision_version WHERE file_id = $1 AND state <> 'draft'
       ON CONFLICT (file_id, version) DO UPDATE
         SET name = excluded.name, xml = excluded.xml, model = excluded.model,
             hash = excluded.hash, decisions = excluded.decisions,
             created_by = excluded.created_by, updated_at = now()
       RETURNING version`,
      columns(draft, model),
    );
    return row!.version;
  });
}

const columns = ({ fileId, xml, by }: NewDecisionFile, model: DecisionModel): unknown[] => [
  fileId,
  model.name ?? fileId,
  xml,
  JSON.stringify(model),
  hashDecisions(model),
  Object.keys(model.decisions),
  by,
];

/** @throws DomainError `no-draft` */
export async function draftOf(manager: EntityManager, fileId: string): Promise<NewDecisionFile> {
  const [row] = await manager.query<{ xml: string; by: string }[]>(
    `SELECT xml, created_by AS by FROM decision_version WHERE file_id = $1 AND state = 'draft'`,
    [fileId],
  );
  if (row) return { fileId, ...row };
  throw notFound('no-draft', `决策文件 ${fileId} 没有草稿可发布。请先保存草稿。`);
}

/**
 * Publishes a file as its new version; processes published from now on freeze it, others keep theirs.
 * Publishing what is already published changes nothing.
 * @throws DomainError `decisions-have-findings`, `decision-published-elsewhere`
 */
export async function publishDecisionFile(
  manager: EntityManager,
  computing: DefinitionComputing,
  input: NewDecisionFile,
): Promise<{ version: number; hash: string }> {
  const model = await readSound(computing, input.xml);
  return manager.transaction(async (transaction) => {
    await lock(transaction);
    await refusePublishedElsewhere(transaction, input.fileId, model);
    const [current] = await transaction.query<{ version: number; hash: string; xml: string }[]>(
      `SELECT version, hash, xml FROM decision_version
       WHERE file_id = $1 AND state = 'published'`,
      [input.fileId],
    );
    const hash = hashDecisions(model);
    if (current?.hash === hash && current.xml === input.xml) {
      return { version: current.version, hash };
    }
    await transaction.query(`DELETE FROM decision_version WHERE file_id = $1 AND state = 'draft'`, [
      input.fileId,
    ]);
    await transaction.query(
      `UPDATE decision_version SET state = 'retired' WHERE file_id = $1 AND state = 'published'`,
      [input.fileId],
    );
    const [row] = await transaction.query<{ version: number; hash: string }[]>(
      `INSERT INTO decision_version
         (file_id, version, state, name, xml, model, hash, decisions, created_by, published_at)
       SELECT $1, coalesce(max(version), 0) + 1, 'published', $2, $3, $4, $5, $6, $7, now()
         FROM decision_version WHERE file_id = $1
       RETURNING version, hash`,
      columns(input, model),
    );
    return row!;
  });
}

/** A business rule task names a decision, not a file: its id must lead to one place. */
async function refusePublishedElsewhere(
  manager: EntityManager,
  fileId: string,
  model: DecisionModel,
): Promise<void> {
  const taken = await manager.query<{ decision: string; file: string }[]>(
    `SELECT d.id AS decision, v.file_id AS file
     FROM decision_version v, unnest(v.decisions) AS d (id)
     WHERE v.state = 'published' AND v.file_id <> $1 AND d.id = ANY ($2)
     ORDER BY d.id`,
    [fileId, Object.keys(model.decisions)],
  );
  if (taken.length === 0) return;
  const list = taken.map(({ decision, file }) => `${decision}（在 ${file}）`).join('、');
  throw conflict(
    'decision-published-elsewhere',
    `已有其他决策文件发布了同编号的决策：${list}。请改用别的决策编号。`,
    { taken },
  );
}
